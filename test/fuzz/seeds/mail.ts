/** Mails of several make, invented. */
const one =
  "The last ferry to Lima Island left on Sunday, the harbour master said in a statement to the crews.";
const two =
  "Crews had refused to sail since two boats were searched at sea on Friday night by the coast guard.";
const head =
  'Received: by inbox.example; Mon, 3 Mar 2031 08:15:10 +0100\r\nFrom: =?utf-8?Q?Gulf_H=C3=A9rald?= <news@paper.example>\r\nTo: a@b.example, "C, D" <c@d.example>\r\nSubject: =?iso-8859-1?B?RmVycmllcyBzdG9w?=\r\nDate: Mon, 3 Mar 2031 08:15:00 +0100\r\nMessage-ID: <1@paper.example>\r\nList-Id: Boats <boats.paper.example>\r\nMIME-Version: 1.0\r\n';
const html = `<html><body><table><tr><td><h1>Ferries stop</h1><p>${one}</p><p>${two}</p><p>You are receiving this because you signed up. <a href=x>Unsubscribe</a></p></td></tr></table></body></html>`;
const plain = `${head}Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes\r\n\r\n${one} \r\n${two}\r\n\r\n> quoted \r\n> more\r\n-- \r\nAna\r\n`;
const alternative = `${head}Content-Type: multipart/alternative; boundary="a=_b"\r\n\r\nx\r\n--a=_b\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${one} =\r\n${two} =E2=80=94\r\n--a=_b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n--a=_b--\r\n`;
const forwarded = `From: Ben Okoro <ben@b.example>\nSubject: Fwd: Re: [boats] Ferries stop\nDate: Wed, 5 Mar 2031 10:00:00 +0000\n\nSee below.\n\n---------- Forwarded message ---------\nFrom: Gulf Herald <news@paper.example>\nDate: Mon, Mar 3, 2031 at 8:15 AM\nSubject: Ferries stop\nTo: <a@b.example>\n\n${one}\n\n${two}\n`;
const attached = `${head}Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html\r\n\r\n${html}\r\n--r--\r\n--m\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename*=utf-8''a%20b.eml\r\n\r\n${forwarded}\r\n--m\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx\r\n--m\r\nContent-Type: text/html; name="a.html"\r\nContent-Disposition: attachment\r\n\r\n${html}\r\n--m--\r\n`;
const box = [plain, forwarded]
  .map((mail) => `From news@paper.example Mon Mar  3 08:15:00 2031\n${mail}\n>From the harbour\n\n`)
  .join("");

export const mailSeeds = [plain, alternative, forwarded, attached, box].map((text) => Buffer.from(text));

export const mailWords = [
  "\r\n",
  "\n",
  "\r\n\r\n",
  "\n\n",
  "--a=_b",
  "--a=_b--",
  "--m\r\n",
  "--r\r\n",
  "--m--",
  "--",
  "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n",
  "Content-Type: message/rfc822\r\n\r\n",
  "Content-Type: multipart/digest; boundary=r\r\n\r\n",
  "Content-Transfer-Encoding: base64\r\n",
  "Content-Transfer-Encoding: quoted-printable\r\n",
  "Content-Type: text/html; charset=",
  "utf-16",
  "utf-7",
  "iso-2022-jp",
  "gb18030",
  "boundary=",
  'boundary=""',
  'charset="',
  "=?utf-8?Q?",
  "=?utf-8?B?",
  "?=",
  "=?",
  "=",
  "=E2",
  "=\r\n",
  "=00",
  "From: ",
  "Subject: ",
  "Date: ",
  "Fwd: ",
  "Re: ",
  "<",
  ">",
  '"',
  "(",
  ")",
  ":",
  ";",
  ",",
  "@",
  " ",
  "\t",
  "---------- Forwarded message ---------\n",
  "Von: ",
  "Gesendet: ",
  "Betreff: ",
  "> ",
  ">>>>",
  "-- \n",
  "On 3 March, Ana wrote:\n",
  "\x00",
  "\xff",
  "\x1b$B",
  "<p>",
  "<blockquote type=cite>",
  "Unsubscribe",
  "filename*=utf-8''%",
  "name=winmail.dat",
  "From ",
  "\n\nFrom a@b.example Mon Mar  3 08:15:00 2031\n",
];
