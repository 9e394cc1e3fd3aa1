/** The learnt parts of the adapter. */
import type { Softmax } from "./softmax.ts";

export interface Models {
  /** Which slot a noun phrase fills. */
  readonly phrase: Softmax;
  /** Which type of incident a sentence tells of. */
  readonly sentence: Softmax;
  /** The same in context. */
  readonly told: Softmax;
  /** Whether two sentences tell of one incident. */
  readonly pair: Softmax;
  /** Whether a gathered incident is one that the task wants. */
  readonly accept: Softmax;
  /** Whether an entity fills a slot of an incident. */
  readonly fill: Softmax;
  /** Whether a message has an incident of a type. */
  readonly topic: Softmax;
  readonly humanType: Softmax;
  readonly humanEffect: Softmax;
  readonly physicalType: Softmax;
  readonly physicalEffect: Softmax;
  readonly instrumentType: Softmax;
  readonly confidence: Softmax;
  readonly stage: Softmax;
  readonly category: Softmax;
  /** Whether a filler takes its "of" along. */
  readonly of: Softmax;
  /** Places as the keys write them, by name. */
  readonly places: Readonly<Record<string, string>>;
}
