/**
 * Lines that pages put between, before and after the sentences of an article, in lower case without final
 * punctuation. A line that equals one, or begins with one of the openings and is short, is no text of the report.
 */
const list = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/);

export const furnitureLines: ReadonlySet<string> = new Set(
  list(`
advertisement
advertising
advertisment
advert
adverts
ad
ads
sponsored
sponsored content
sponsored links
story continues below
story continues below advertisement
article continues below
article continues below advertisement
article continues after advertisement
continue reading below
continues below
continue reading
continue reading the main story
continue reading this story
read more
read also
read next
more to read
read full story
read the full story
keep reading
see more
see also
see full article
show more
load more
view more
view comments
view all
learn more
find out more
click here
click here to read more
related
related articles
related article
related content
related coverage
related links
related news
related posts
related reading
related stories
related story
related topics
related video
related videos
recommended
recommended for you
recommended reading
recommended stories
you may also like
you might also like
you may also be interested in
more from
more like this
more news
more on this
more on this story
more on this topic
more stories
more stories like this
more top stories
most popular
most read
most viewed
popular now
popular stories
trending
trending now
trending stories
top stories
latest
latest news
latest stories
latest videos
editors' picks
editor's picks
editor’s picks
editors’ picks
from our partners
around the web
from around the web
promoted stories
in this article
in this story
in this topic
on this page
what to read next
up next
next up
next article
previous article
next story
previous story
next
previous
back
back to top
top
home
menu
search
close
skip
skip to content
skip to main content
skip to navigation
jump to content
share
share this
share this article
share this story
share this page
share this post
share on facebook
share on twitter
share on x
share on linkedin
share on whatsapp
share via email
share with friends
share your thoughts
tweet
retweet
pin it
email
e-mail
email this
email this article
print
print article
print this article
print this page
copy link
copy the link
link copied
link copied!
save
save article
bookmark
gift this article
give this article
facebook
twitter
instagram
linkedin
whatsapp
telegram
youtube
reddit
pinterest
messenger
flipboard
threads
bluesky
tiktok
rss
google news
apple news
yahoo news
msn
news
comment
comments
comments (0)
no comments
leave a comment
leave a reply
add a comment
add comment
post a comment
join the conversation
join the discussion
show comments
hide comments
view the discussion thread
sign in
sign up
sign up now
sign up here
log in
login
register
register now
subscribe
subscribe now
subscribe today
subscribe to our newsletter
sign up for our newsletter
sign up for our newsletters
get our newsletter
newsletter
newsletters
newsletter signup
donate
donate now
support us
support our journalism
become a member
follow us
follow
contact us
contacts
contact
about us
about the author
about the authors
about the writer
privacy policy
terms of use
terms of service
terms and conditions
cookie policy
cookie settings
accept
accept all
accept cookies
manage cookies
all rights reserved
filed under
tags
topics
topic
categories
category
explore more
key points
watch
watch live
watch now
watch more
watch the video
play
play video
listen
listen now
listen to this article
loading
loading...
loading…
photo
photos
video
videos
gallery
photo gallery
image
images
enlarge
enlarge image
enlarge this image
expand
hide caption
toggle caption
view image in fullscreen
open image in gallery
image caption
getty images
download the app
download our app
download app
get the app
report a typo
report an error
report a correction
corrections
thank you for reading
thanks for reading
thank you for subscribing
×
x
`),
);

/** Openings of pleas and pointers. The rest of the line may be anything; the line must be short (see `furnitureLineLimit`). */
export const furnitureOpenings: readonly string[] = list(`
read more:
read more about
read also:
read next:
read:
also read:
also read |
also read -
must read:
don't miss:
don’t miss:
related:
related story:
related article:
related coverage:
see also:
see more:
more:
more on this:
more from
watch:
watch live:
watch now:
watch below:
watch the video
listen:
video:
photos:
gallery:
in pictures:
in photos:
recommended:
trending:
click here to
click here for
click to
tap here to
sign up for
sign up to
sign up here
sign-up for
subscribe to
subscribe for
subscribe now
follow us on
follow him on
follow her on
follow me on
follow the author
follow @
like us on
find us on
join us on
join our
get the latest
get our free
get breaking news
download our
download the
story continues
article continues
continue reading
for more news
for more stories
for the latest
to get the latest
stay up to date
stay informed
share this
share on
tweet this
email this
print this
photo:
photo by
photo courtesy
photograph:
photograph by
picture:
image:
image credit
image source
credit:
credits:
filed under
tags:
topics:
posted in
categories:
contact the writer
contact the reporter
copyright ©
copyright (c)
© 
(c) 20
all rights reserved
this article was originally published
this story was originally published
this post was originally published
the views expressed
your email address will not be published
by subscribing
by signing up
by clicking
by submitting
we use cookies
this website uses cookies
this site uses cookies
please enable javascript
you need to enable javascript
javascript is disabled
your browser does not support
something went wrong
thank you for signing up
`);

/** A gallery's counter. */
export const galleryCounter =
  /^(?:image|photo|picture|slide|foto|bild|imagen) \d{1,3} (?:of|von|de|\/) \d{1,3}$/;

/** Open a line that only says when, and the words beside months and numbers in it. */
export const timeLineOpenings: ReadonlySet<string> = new Set(["updated", "published", "posted", "last"]);
export const timeWords: ReadonlySet<string> = new Set(
  "updated published posted modified at on am pm a.m p.m et est edt ct cst cdt pt pst pdt gmt utc bst cet cest uhr ist monday tuesday wednesday thursday friday saturday sunday".split(
    " ",
  ),
);

export const furnitureLineLimit = 160;

/** Headings after which a page goes on with other things than its article. */
export const tailHeadings: readonly RegExp[] = [
  /^(?:top rated |reader |all |view |show |recent |\d{1,5} )?(?:comments?|replies|responses)(?: \(\d{1,6}\)|: ?\d{0,6})?$/i,
  /^(?:leave|post|add|write) (?:a|your) (?:comment|reply)/i,
  /^join the (?:conversation|discussion)/i,
  /^(?:related|recommended|suggested|similar|trending|popular|latest|recent|featured|top|more|other|must) (?:\w+ ){0,3}(?:articles?|stories|story|posts?|news|reads?|reading|content|coverage|videos?|topics|links|headlines)(?: from .{1,40})?$/i,
  /^(?:more|read more) (?:from|on|about|in|like) /i,
  /^you (?:may|might|will) (?:also )?(?:like|be interested|enjoy|love)/i,
  /^(?:what to )?read (?:next|more|also)/i,
  /^(?:editors?['’]?s? |our )?(?:picks?|top picks)$/i,
  /^(?:most (?:read|popular|viewed|shared|commented)|don['’]t miss|in case you missed it|see also|further reading|keep reading|up next|next up)\b/i,
  /^(?:ccpa|your privacy|privacy (?:preference|notice|rights|center|centre)|manage (?:your )?(?:consent|cookies|preferences))\b/i,
  /^about (?:the )?(?:author|writer|us|this site)s?$/i,
  /^(?:share|follow|subscribe|newsletter|sign up|filed under|tags|topics|contact)\b.{0,40}$/i,
  /^(?:articoli correlati|leggi anche|artículos relacionados|noticias relacionadas|lea también|te puede interesar|mehr zum thema|das könnte sie auch interessieren|lesen sie auch|à lire aussi|sur le même sujet|lees ook|leia também|veja também|relacionad[oa]s|läs också|les også|læs også|czytaj także)\b/i,
];

/** Whole sentences that only end a page: pleas to write, follow, subscribe, share. Looked for in the last blocks alone. */
export const tailSentences: readonly RegExp[] = [
  /\bfollow (?:us|me|him|her|them|the author|.{2,60}) on (?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|threads|bluesky|social media|google news)\b/i,
  /^(?:follow|like|find|join|connect with) (?:us|me|him|her|our)\b/i,
  /\b(?:subscribe|sign up|register) (?:to|for|here|now|today|on)\b.{0,200}\b(?:newsletters?|channel|podcast|alerts?|emails?|edition|inbox|daily|weekly|access|offers?|updates)\b/i,
  /\b(?:newsletters?|our app|the app|podcast)\b.{0,80}\b(?:sign up|subscribe|download|click)\b/i,
  /^(?:subscribe|sign up|download|click here|click to|tap here|support|donate|get access|get the|get our)\b/i,
  /^(?:like this (?:story|article)|enjoy(?:ed)? this|have (?:a|you got a) (?:news )?(?:tip|story|comment)|got a (?:tip|story)|do you have (?:a|any))\b/i,
  /\b(?:letters?|tips?|news|editor|community|feedback|contact|info|press|[a-z.]+)@[a-z0-9-]+\.[a-z.]{2,10}\b/i,
  /^(?:the \w+ is committed to publishing a diversity of letters|we(?:['’]d| would) (?:like|love) to hear)/i,
  /^(?:email|e-mail|contact|write to|reach|call|text) (?:the |our )?(?:author|reporter|writer|editor|newsroom|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?)\b.{0,40}\b(?:at|on|via)\b/,
  /^(?:join|visit|check out) our\b/i,
  /^(?:read|see|find|check out|watch|listen to|view) (?:more|all|the full|the latest|our|also)\b/i,
  /^(?:this|the) (?:article|story|post|column|piece) (?:was )?(?:originally|first) (?:appeared|published|ran)\b/i,
  /^(?:copyright|©|\(c\)|all rights reserved)/i,
  /\ball rights reserved\b/i,
  /^(?:advert|advertisement|ad)$/i,
  /^(?:für|kaufen|abonnieren|suscríbete|suscríbase|síguenos|abonnez-vous|suivez|iscriviti|seguici|assine|siga|volg|prenumerera|abonner|følg)\b.{0,150}$/i,
];

/** Last lines in which agencies say who did what. */
export const signOff =
  /^[([]?(?:additional |with additional )?(?:reporting|writing|editing|compiled|written|edited|reported) (?:and (?:writing|editing) )?by \p{Lu}/iu;

/** A note on who wrote it, in italics at the end. */
export const authorNote =
  /\b(?:is|are|was|has been|writes|covers|works|lives)\b.{0,120}\b(?:writer|reporter|editor|correspondent|columnist|author|professor|fellow|journalist|director|curator|producer|contributor|critic|analyst|attorney|executive|president|chair|covers|book|follow)\b/i;
