/** `sitrep parse`: what the language engine makes of a text, for looking closely and for reports of bugs. */
import { conllu } from "../language/conllu.ts";
import { loadLanguage } from "../language/language.ts";
import { tree } from "../language/tree.ts";
import { Problem } from "../model/problem.ts";
import { reportsOf } from "../report/reports.ts";
import { documents } from "../source/documents.ts";
import { flowOptions, type InputOptions } from "./inputs.ts";
import { printable } from "./terminal.ts";

export interface ParseOptions extends InputOptions {
  readonly tree?: boolean;
}

export async function parseCommand(inputs: readonly string[], options: ParseOptions): Promise<void> {
  for (const input of inputs) {
    for await (const document of documents(input, flowOptions(options))) {
      try {
        if (document instanceof Problem) throw document;
        for (const { language = "en", text, blocks } of await reportsOf(document)) {
          const engine = await loadLanguage(language);
          if (engine === undefined) {
            const message = `language: ${document.input} is in "${language}", for which there is no engine yet`;
            throw new Problem("language", "no-engine", document.input, message);
          }
          const sentences = engine.parse(text, blocks);
          process.stdout.write(
            options.tree ? printable(`${sentences.map(tree).join("\n\n")}\n`) : conllu(sentences, text),
          );
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        console.error(printable(`sitrep: ${error.message}`));
        process.exitCode = 1;
      }
    }
  }
}
