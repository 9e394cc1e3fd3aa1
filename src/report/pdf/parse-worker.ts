/**
 * The thread in which a PDF is parsed: pdf.js runs here alone, so that a document that makes it loop or grow can be
 * ended with its thread. Nothing of the document is executed, drawn or fetched: no scripts, no fonts, no addresses.
 */
import { parentPort, workerData } from "node:worker_threads";
import { getDocument, Util } from "unpdf/pdfjs";
import {
  mostPages,
  mostRuns,
  mostRunsOfPage,
  type Page,
  type Pdf,
  type Run,
  type Unreadable,
} from "./page.ts";

parentPort!.postMessage(await parse(workerData as Uint8Array));

async function parse(data: Uint8Array): Promise<Pdf | Unreadable> {
  const task = getDocument({
    data,
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableAutoFetch: true,
    disableStream: true,
    disableRange: true,
    maxImageSize: 1,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const warnings: string[] = [];
    const pages: Page[] = [];
    let runs = 0;
    for (let number = 1; number <= document.numPages; number++) {
      if (number > mostPages || runs > mostRuns) {
        warnings.push(`only its first ${pages.length} pages were read, of ${document.numPages}`);
        break;
      }
      const page = await pageOf(document, number).catch(() => undefined);
      if (page === undefined) warnings.push(`page ${number} is damaged and was not read`);
      else {
        pages.push(page);
        runs += page.runs.length;
      }
    }
    const info = await infoOf(document);
    return { pages, ...info, warnings: warnings.slice(0, 20) };
  } catch (error) {
    return (error as Error).name === "PasswordException" ? "locked" : "damaged";
  }
}

type TextContent = Awaited<ReturnType<Awaited<ReturnType<Document["getPage"]>>["getTextContent"]>>;
type Document = Awaited<ReturnType<typeof getDocument>["promise"]>;

async function pageOf(document: Document, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const view = page.getViewport({ scale: 1 });
  const runs: Run[] = [];
  for (const item of await itemsOf(page)) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [a, b, c, d, x, y] = Util.transform(view.transform, item.transform) as number[];
    const size = Math.hypot(c!, d!);
    // What runs up the margin or across the page (stamps) is no text of it.
    if (!(a! > 0 && Math.abs(b!) < 0.1 * a! && size > 0) || ![x, y, size, item.width].every(Number.isFinite))
      continue;
    runs.push({
      text: item.str,
      x: x!,
      y: y!,
      width: item.width * (view.scale * (page.userUnit ?? 1)),
      size,
      isRightToLeft: item.dir === "rtl",
    });
  }
  page.cleanup();
  return { width: view.width, height: view.height, runs };
}

/** Read as they come, so that a page without end ends by count and not by time. */
async function itemsOf(page: Awaited<ReturnType<Document["getPage"]>>) {
  const reader = page.streamTextContent({}).getReader();
  const items: TextContent["items"] = [];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    items.push(...(next.value as TextContent).items);
    if (items.length <= mostRunsOfPage) continue;
    await reader.cancel(new Error("too many"));
    break;
  }
  return items.slice(0, mostRunsOfPage);
}

async function infoOf(document: Document): Promise<Omit<Pdf, "pages" | "warnings">> {
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const said = info as Record<string, unknown>;
  const text = (name: string) => {
    const value = said[name];
    return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 1000) : undefined;
  };
  const [title, author, created, language] = [
    text("Title"),
    text("Author"),
    text("CreationDate"),
    text("Language"),
  ];
  return {
    ...(title === undefined ? {} : { title }),
    ...(author === undefined ? {} : { author }),
    ...(created === undefined ? {} : { created }),
    ...(language === undefined ? {} : { language }),
  };
}
