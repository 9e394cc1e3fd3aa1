/**
 * Publishers under one roof whose pages share stories, one family a line: owner, then its titles, as their
 * pages print them. Titles that keep newsrooms of their own are left out: one owner alone makes no copy.
 * Source: the owners' own lists of titles.
 */
export const publisherFamilies: readonly (readonly [owner: string, titles: readonly string[]])[] = [
  ["USA TODAY Network", ["USA Today", "Arizona Republic", "Detroit Free Press", "Indianapolis Star"]],
  ["Hearst Newspapers", ["Houston Chronicle", "San Antonio Express-News", "San Francisco Chronicle"]],
  [
    "McClatchy",
    ["Miami Herald", "El Nuevo Herald", "Sacramento Bee", "Charlotte Observer", "Kansas City Star"],
  ],
  [
    "Tribune Publishing",
    ["Chicago Tribune", "Orlando Sentinel", "South Florida Sun Sentinel", "Baltimore Sun"],
  ],
  ["NBCUniversal News", ["NBC News", "MSNBC", "CNBC", "Telemundo"]],
  ["Fox News Media", ["Fox News", "Fox Business"]],
  ["BBC", ["BBC", "BBC News", "BBC World Service", "BBC Mundo"]],
  ["Guardian Media Group", ["The Guardian", "The Observer", "The Guardian US", "The Guardian Australia"]],
  ["Reach", ["Daily Mirror", "Daily Express", "Daily Star", "Manchester Evening News", "Daily Record"]],
  ["DMG Media", ["Daily Mail", "Mail Online", "MailOnline", "Mail on Sunday", "Metro"]],
  ["News UK", ["The Sun", "The Times", "The Sunday Times"]],
  [
    "News Corp Australia",
    ["The Australian", "Daily Telegraph Sydney", "Herald Sun", "news.com.au", "Courier-Mail"],
  ],
  ["Postmedia", ["National Post", "Ottawa Citizen", "Montreal Gazette", "Vancouver Sun", "Calgary Herald"]],
  ["OEM", ["El Sol de México", "La Prensa", "El Sol de Tijuana", "El Sol de Puebla"]],
  ["Grupo Milenio", ["Milenio", "Milenio Diario", "Multimedios"]],
  ["Grupo Reforma", ["Reforma", "El Norte", "Mural"]],
  ["Al Jazeera Media Network", ["Al Jazeera", "Al Jazeera English", "AJ+", "Al Jazeera Arabic"]],
  ["Axel Springer", ["Politico", "Politico Europe", "Business Insider", "Bild", "Die Welt"]],
];
