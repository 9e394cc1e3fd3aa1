/** What mails say about themselves, in several languages: labels of passed-on messages, marks of subjects, furniture of newsletters. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** Labels of the lines that stand above a message that is passed on. */
export const headerLabels: ReadonlyMap<string, "from" | "date" | "subject" | "other"> = new Map([
  ...list("from\nvon\nde\nda\nvan\nfrån\nfra\nod\nот\nот кого\nkimden\n差出人").map(
    (label) => [label, "from"] as const,
  ),
  ...list(
    "date\nsent\ndatum\ngesendet\nenvoyé\nenviado\nfecha\ndata\ninviato\nverzonden\nskickat\nsendt\nдата\nwysłano\ntarih\n日付",
  ).map((label) => [label, "date"] as const),
  ...list(
    "subject\nbetreff\nobjet\nasunto\noggetto\nassunto\nonderwerp\nämne\nemne\ntemat\nтема\nkonu\n件名",
  ).map((label) => [label, "subject"] as const),
  ...list(
    "to\ncc\nbcc\nan\nà\npara\na\naan\ntill\ntil\ndo\nкому\nkime\nreply-to\nantwort an\nimportance\n宛先",
  ).map((label) => [label, "other"] as const),
]);

export const forwardMarks: ReadonlySet<string> = new Set(
  list(`
forwarded message
begin forwarded message
original message
weitergeleitete nachricht
anfang der weitergeleiteten nachricht
ursprüngliche nachricht
message transféré
début du message transféré
message d'origine
message d’origine
mensaje reenviado
inicio del mensaje reenviado
mensaje original
messaggio inoltrato
inizio messaggio inoltrato
messaggio originale
mensagem encaminhada
mensagem reencaminhada
mensagem original
doorgestuurd bericht
oorspronkelijk bericht
vidarebefordrat meddelande
videresendt melding
przekazana wiadomość
пересылаемое сообщение
`),
);

/** What mail programs put before a subject: passed on, and answered. */
export const forwardSubjects = list("fwd\nfw\nwg\ntr\nrv\nrenv\ni\nenc\ndoorst\nvb\nvs\npd\nilt");
export const replySubjects = list("re\naw\nsv\nrés\nrép\nres\nantw\nodp\nynt\nrif\nr");

/** Local parts of addresses that no person has. */
export const roleAddresses: ReadonlySet<string> = new Set(
  list(
    "news\nnewsletter\nnewsletters\nnoreply\nno-reply\ndonotreply\ndo-not-reply\ninfo\nhello\nhi\nalerts\nalert\nmail\nmailer\neditor\neditors\nredaktion\nredaccion\nredaction\npress\nmedia\ncontact\nsupport\nteam\nbriefing\nbriefings\nupdates\nupdate\ndigest\nweekly\ndaily\nbreaking\nbreakingnews\nsubscriptions\nsubscribe\nadmin\npostmaster\nnotifications\nmembers\nmembership\noffice",
  ),
);

/** Hosts where anybody has an address: they say nothing of who printed a report. */
export const freeMail: ReadonlySet<string> = new Set(
  list(
    "gmail.com\ngooglemail.com\noutlook.com\nhotmail.com\nlive.com\nmsn.com\nyahoo.com\nymail.com\naol.com\nicloud.com\nme.com\nmac.com\nproton.me\nprotonmail.com\npm.me\ntutanota.com\ngmx.de\ngmx.net\ngmx.com\nweb.de\nt-online.de\nposteo.de\nmailbox.org\nmail.ru\nyandex.ru\nyandex.com\nqq.com\n163.com\n126.com\nnaver.com\norange.fr\nfree.fr\nlaposte.net\nwanadoo.fr\nlibero.it\nvirgilio.it\nuol.com.br\nzoho.com\nfastmail.com\nhey.com",
  ),
);

/** Hosts that send for others: the list's name or the sender's own says who prints. */
export const mailServices: ReadonlySet<string> = new Set(
  list(
    "substack.com\nmailchimpapp.net\nmcsv.net\nrsgsv.net\nsendgrid.net\nbeehiiv.com\nghost.io\nbuttondown.email\nconvertkit.com\nconvertkit-mail.com\nsendinblue.com\nbrevo.com\nconstantcontact.com\nccsend.com\ngooglegroups.com\ngroups.io\nmedium.com\nmailerlite.com\namazonses.com\nhubspotemail.net\ncampaign-archive.com",
  ),
);

/** Words that speak to the reader of a newsletter: a short block that holds them is the newsletter's own. */
export const newsletterPhrases = list(`
view in browser
view in your browser
view this email in
view this message in
open in browser
having trouble viewing
trouble reading this email
can't see this email
email not displaying
you are receiving this
you're receiving this
you received this
you are subscribed to
you're subscribed to
because you signed up
because you subscribed
because you opted in
this email was sent to
this message was sent to
was sent to you because
click here to unsubscribe
to unsubscribe,
to unsubscribe from this
to unsubscribe please
to unsubscribe click
unsubscribe here
unsubscribe from this
unsubscribe at any time
update your preferences
update your email preferences
manage your preferences
manage your email preferences
manage your subscription
manage your newsletters
forward this email
forward to a friend
forwarded this email
forwarded this newsletter
add us to your address book
our mailing address
to view this discussion
to post to this group
im browser ansehen
im browser öffnen
im browser anzeigen
newsletter abbestellen
vom newsletter abmelden
diese e-mail wurde an
sie erhalten diese e-mail
sie erhalten diesen newsletter
voir dans le navigateur
voir dans votre navigateur
vous recevez cet e-mail
vous recevez ce message
pour vous désabonner
ver en el navegador
ver en tu navegador
darse de baja
recibes este correo
recibe este correo
visualizza nel browser
hai ricevuto questa
per cancellarti
ver no navegador
cancelar a inscrição
recebeu este e-mail
bekijk in browser
u ontvangt deze
`);

/** Words of buttons and last lines: only a short block that is no sentence, or begins with them, is the newsletter's own. */
export const newsletterButtons = list(`
unsubscribe
to unsubscribe
view online
view in app
read online
read in app
email preferences
manage preferences
update preferences
manage subscription
all rights reserved
privacy policy
privacy notice
terms of service
terms of use
sign up here
sign up for this newsletter
subscribe now
contact us
advertise with us
copyright ©
© 20
abbestellen
abmelden
online ansehen
alle rechte vorbehalten
datenschutz
impressum
se désabonner
se désinscrire
version en ligne
tous droits réservés
cancelar suscripción
todos los derechos reservados
annulla l'iscrizione
cancella l'iscrizione
tutti i diritti riservati
cancelar inscrição
todos os direitos reservados
bekijk online
uitschrijven
afmelden
avregistrera
avprenumerera
`);

/** Of both, those that open a newsletter's last part: nothing below them is of the report. */
export const newsletterFooters = list(`
unsubscribe
you are receiving this
you're receiving this
you received this
you are subscribed to
you're subscribed to
this email was sent to
this message was sent to
was sent to you because
because you signed up
because you subscribed
our mailing address
to view this discussion
all rights reserved
abbestellen
abmelden
diese e-mail wurde an
sie erhalten diese e-mail
sie erhalten diesen newsletter
se désabonner
se désinscrire
vous recevez cet e-mail
vous recevez ce message
pour vous désabonner
darse de baja
cancelar suscripción
recibes este correo
recibe este correo
annulla l'iscrizione
cancella l'iscrizione
hai ricevuto questa
cancelar inscrição
cancelar a inscrição
recebeu este e-mail
uitschrijven
u ontvangt deze
avregistrera
avprenumerera
`);
