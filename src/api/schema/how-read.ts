/** The shapes of how a sentence was read. */
import { z } from "@hono/zod-openapi";
import { partRoles } from "../../view/how-read.ts";
import { count, Kind, list } from "./parts.ts";

const span = { start: count, end: count };

export const HowReadQuery = z.object({
  at: z
    .string()
    .regex(/^\d{1,9}-\d{1,9}$/u, "two offsets with a dash between, as 812-931")
    .describe("UTF-16 offsets into the report's text, from and to."),
});

const Part = z
  .object({
    ...span,
    role: z.enum(partRoles),
    quote: z.string(),
    as: z.string().optional().describe("What the words stand for, where that is not the words themselves."),
  })
  .openapi("ReadPart");

const FindingRead = z
  .object({
    id: z.string().describe("Within its report."),
    kind: Kind,
    line: z.string(),
    parts: list(Part).describe("By start, the longer first."),
    plover: z.string().optional(),
    cameo: z.string().optional().describe("CAMEO root code."),
  })
  .openapi("FindingRead");

const Token = z
  .object({
    ...span,
    form: z.string(),
    lemma: z.string(),
    upos: z.string(),
    head: z.int().min(-1).describe("Index in the sentence, -1 for the root."),
    deprel: z.string(),
  })
  .openapi("ReadToken");

const Sentence = z
  .object({
    ...span,
    tokens: list(Token),
    names: list(z.object({ first: count, last: count, type: z.string() })),
  })
  .openapi("ReadSentence");

export const HowReadAnswer = z
  .object({
    readBy: z.string().optional().describe("Version of the readers that made the findings."),
    parsedBy: z.string().optional().describe("Version of the engine that parsed for this answer."),
    sentences: list(Sentence).describe("Parsed anew; none where the language has no engine."),
    findings: list(FindingRead),
  })
  .openapi("HowRead");

export type HowReadAnswer = z.infer<typeof HowReadAnswer>;
