/** How pages that hold no article say what they are: in their title, and in their few words. */

/** Codes of the problem, with the title's beginning and what the words below it say. */
export interface NoArticlePhrases {
  readonly title: RegExp;
  readonly text: RegExp;
}

export type NoArticle =
  | "login"
  | "error-page"
  | "robot-check"
  | "consent-wall"
  | "section-front"
  | "no-article";

export const noArticlePhrases: readonly (readonly [kind: NoArticle, phrases: NoArticlePhrases])[] = [
  [
    "error-page",
    {
      title:
        /^(?:(?:error )?40[0-9]|(?:error )?50[0-9]|(?:page |file )?not found|page (?:unavailable|cannot be found|can['’]t be found)|access denied|forbidden|unauthori[sz]ed|server error|bad gateway|service unavailable|something went wrong|oops|seite nicht gefunden|fehler|página no encontrada|page introuvable|pagina non trovata|página não encontrada|pagina niet gevonden|sidan (?:hittades inte|kunde inte hittas)|siden (?:finnes ikke|blev ikke fundet)|nie znaleziono|страница не найдена|sayfa bulunamadı)(?![\p{L}\p{N}])/iu,
      text: /\b(?:(?:page|article|story|address|url) (?:that )?(?:you (?:are|were) looking for|you(?:['’]ve| have)? requested|(?:does not|doesn['’]t|no longer) exists?|could not be found|cannot be found|has been (?:moved|removed|deleted))|(?:diese|die) (?:angeforderte )?seite (?:wurde nicht gefunden|existiert nicht)|la página que (?:busca|buscas|solicita)|la page que vous (?:cherchez|recherchez|demandez))/i,
    },
  ],
  [
    "robot-check",
    {
      title:
        /^(?:just a moment|attention required|are you (?:a robot|human)|verify(?:ing)? (?:that )?you are (?:a )?human|security check|please (?:wait|verify|enable)|checking your browser|one moment, please|robot or human|pardon our interruption)(?![\p{L}\p{N}])/iu,
      text: /\b(?:enable (?:javascript|cookies)(?: and (?:javascript|cookies))? to continue|verify (?:that )?you are (?:a )?(?:human|not a robot)|checking (?:if the site connection is secure|your browser)|unusual (?:traffic|activity) from your|complete the (?:security check|captcha)|made us think you were a bot)\b/i,
    },
  ],
  [
    "consent-wall",
    {
      title:
        /^(?:before you continue|cookies? (?:consent|settings|policy)|we value your privacy|your privacy|privacy settings|datenschutz|ihre privatsphäre|votre vie privée|su privacidad|einwilligung)(?![\p{L}\p{N}])/iu,
      text: /\b(?:(?:we|our partners|wir|nous|utilizamos|usamos) .{0,80}\bcookies\b|cookies .{0,80}\b(?:consent|einwilligung|consentimiento|consentement)\b|(?:accept|reject|manage) (?:all )?cookies|alle akzeptieren|tout accepter|aceptar todo)/i,
    },
  ],
  [
    "login",
    {
      title:
        /^(?:log ?in|sign ?in|sign ?up|register|subscribe|anmelden|einloggen|iniciar sesión|connexion|se connecter|accedi|entrar|inloggen|logga in|logg inn|log ind)(?![\p{L}\p{N}])/iu,
      text: /\b(?:enter your (?:e-?mail|name|password|username)|forg[eo]t(?:ten)? (?:your )?password|already have an account|passwort vergessen|olvidaste tu contraseña|mot de passe oublié)\b/i,
    },
  ],
];

/** What to do about it. */
export const noArticleAdvice: Readonly<Record<NoArticle, string>> = {
  login: "holds a login, not an article: open it in a browser, save the page and read the saved file",
  "error-page":
    "is an error page, though it was served as if it were none: check the address, or look for a saved copy",
  "robot-check":
    "holds a check for robots, not an article: open it in a browser, save the page and read the saved file",
  "consent-wall":
    "holds a question about cookies, not an article: answer it in a browser, save the page and read the saved file",
  "section-front": "lists articles and is none: give the article's own address",
  "no-article":
    "holds no article (perhaps an index, a login or an error page): give the article's own address, or save it as text",
};
