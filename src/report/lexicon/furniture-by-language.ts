/** Lines and openings of furniture in other languages than English (furniture-phrases.ts), in lower case. */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

/** Whole lines: buttons, labels of boxes, pointers. */
export const furnitureLinesByLanguage: readonly string[] = list(`
anzeige
werbung
weiterlesen
mehr lesen
mehr zum thema
mehr dazu
mehr
lesen sie auch
lesen sie mehr
auch interessant
das könnte sie auch interessieren
das könnte dich auch interessieren
zum thema
themen
schlagworte
schlagwörter
teilen
artikel teilen
drucken
merken
kommentare
kommentieren
kommentar schreiben
kommentare anzeigen
alle kommentare
zur startseite
startseite
nach oben
newsletter abonnieren
jetzt abonnieren
jetzt anmelden
anmelden
registrieren
folgen sie uns
bildunterschrift anzeigen
bild vergrößern
box aufklappen
box zuklappen
box aufklappen box zuklappen
ein klick für den datenschutz
externer inhalt
inhalt laden
empfohlener redaktioneller inhalt
vorlesen
artikel anhören
publicité
lire aussi
à lire aussi
lire la suite
lire plus
voir aussi
sur le même sujet
partager
partager l'article
imprimer
commentaires
réagir
s'abonner
je m'abonne
se connecter
inscrivez-vous
article réservé aux abonnés
publicidad
leer más
lee también
lea también
te puede interesar
más información
más sobre este tema
noticias relacionadas
compartir
imprimir
comentarios
ver comentarios
suscríbete
suscribirse
iniciar sesión
síguenos
continúa leyendo
pubblicità
leggi anche
leggi tutto
leggi di più
continua a leggere
condividi
stampa
commenti
abbonati
accedi
iscriviti
articoli correlati
potrebbe interessarti
publicidade
leia mais
leia também
veja também
saiba mais
compartilhar
partilhar
comentários
assine
assinar
continua após a publicidade
advertentie
lees ook
lees meer
lees verder
deel
delen
reacties
abonneer
inloggen
aanmelden
reklama
czytaj więcej
czytaj także
czytaj też
zobacz także
zobacz też
przeczytaj także
udostępnij
komentarze
annons
läs också
läs även
läs mer
dela
kommentera
prenumerera
annonse
les også
les mer
del
annonce
læs også
læs mere
reklam
devamını oku
ilginizi çekebilir
paylaş
yorumlar
реклама
читайте также
читать далее
поделиться
комментарии
baca juga
iklan
bagikan
xem thêm
関連記事
広告
続きを読む
相关阅读
相关新闻
广告
분享
관련기사
`);

/** The rest of the line may be anything; the line must be short. */
export const furnitureOpeningsByLanguage: readonly string[] = list(`
lesen sie auch:
lesen sie hier:
lesen sie mehr:
mehr zum thema:
auch interessant:
bildquelle:
bildrechte:
foto:
fotos:
zum newsletter
melden sie sich an
abonnieren sie
hat ihnen dieser artikel gefallen
für die darstellung von
lire aussi :
lire aussi:
à lire aussi :
à lire aussi:
voir aussi :
lee también:
lea también:
leer más:
te puede interesar:
leggi anche:
leggi anche -
leia também:
leia mais:
veja também:
lees ook:
lees verder:
czytaj więcej:
czytaj także:
zobacz także:
przeczytaj także:
läs också:
läs även:
läs mer:
les også:
læs også:
читайте также:
baca juga:
xem thêm:
our standards:
`);
