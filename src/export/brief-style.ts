/** How the brief looks as a page: ink on paper, dark where the reader's system is, and black on white when printed. */
export const briefStyle = `
:root { color-scheme: light dark; --paper: #fbfbf9; --ink: #16181c; --soft: #474c53; --rule: #dcdbd5; --link: #174a7c; --sunk: #f1f1ed; }
@media (prefers-color-scheme: dark) { :root { --paper: #131518; --ink: #e8e6e1; --soft: #b6b8ba; --rule: #3a4047; --link: #93bfec; --sunk: #1f2328; } }
* { box-sizing: border-box; }
html { font: 1.0625rem/1.5 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", "Noto Serif", "Liberation Serif", Georgia, serif; background: var(--paper); color: var(--ink); scroll-padding-top: 1rem; }
body { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: clamp(1.75rem, 1.2rem + 2.4vw, 2.5rem); line-height: 1.15; margin: 0 0 0.75rem; text-wrap: balance; }
h2 { font-size: 1.3125rem; line-height: 1.2; margin: 2.5rem 0 0.5rem; padding-top: 0.625rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1rem; margin: 1.25rem 0 0.25rem; }
p { margin: 0 0 0.75rem; }
.summary { font-size: 1.1875rem; line-height: 1.4; }
.notice { display: inline-block; font-weight: 700; border: 1px solid currentcolor; padding: 0.125rem 0.5rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 1rem 0; font-size: 0.9375rem; }
dt { font-weight: 700; }
dd { margin: 0; }
nav { margin: 1.5rem 0 0; font-size: 0.9375rem; }
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.125rem 1.125rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
nav a, .endnotes a.back { display: inline-block; min-height: 1.5rem; min-width: 1.5rem; }
a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.intro, .more, .tags, .links, .under { color: var(--soft); }
.intro, .more { font-style: italic; font-size: 0.9375rem; }
ul.lines { margin: 0 0 0.5rem; padding-left: 1.125rem; }
ul.lines > li { margin: 0 0 0.5rem; break-inside: avoid; }
ul.under, ul.links { margin: 0.125rem 0 0.25rem; padding-left: 1.125rem; font-size: 0.9375rem; list-style: "– "; }
.tags { font-size: 0.875rem; font-style: italic; }
sup { font-size: 0.75rem; line-height: 0; }
sup a { text-decoration: none; padding: 0.25rem 0.1875rem; }
sup a:hover { text-decoration: underline; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); list-style: none; padding: 0 !important; border: 1px solid var(--rule); }
.sides > li { padding: 0.625rem 0.75rem; margin: 0 !important; border-left: 1px solid var(--rule); }
.sides > li:first-child { border-left: 0; }
.scroll { overflow-x: auto; margin: 0.375rem 0 0.5rem; }
table { border-collapse: collapse; font-size: 0.9375rem; width: 100%; overflow-wrap: normal; }
caption { text-align: left; color: var(--soft); font-size: 0.875rem; }
th, td { text-align: left; vertical-align: top; padding: 0.1875rem 0.875rem 0.1875rem 0; border-bottom: 1px solid var(--rule); }
th[scope=row] { white-space: nowrap; font-weight: 400; }
td.value { font-variant-numeric: lining-nums tabular-nums; font-weight: 700; white-space: nowrap; }
tr.superseded td.value { font-weight: 400; }
.method { background: var(--sunk); padding: 0 1rem 0.5rem; border-top: 0; }
.method h2 { border-top: 0; }
.endnotes { font-size: 0.9375rem; }
.endnotes ol { padding-left: 2.5rem; margin: 0; }
.endnotes li { margin: 0 0 0.4375rem; break-inside: avoid; }
.endnotes li:target, .lines li:target { background: var(--sunk); outline: 0.375rem solid var(--sunk); }
.where { color: var(--soft); }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: 0.375rem; } }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --rule: #bbb; --link: #000; --sunk: #fff; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav, a.back { display: none; }
  a { text-decoration: none; }
  h2, h3, caption { break-after: avoid; }
  .scroll { overflow: visible; }
}
@page { margin: 20mm 18mm; }
`;
