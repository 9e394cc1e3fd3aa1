/**
 * The words of an analyst's work (corrections, review, scopes), in the language in use: fetched with the pages and dialogs that
 * need them, so that the first view is small.
 */
import { words } from "../words.ts";
import { adding as enAdding } from "./en/adding.ts";
import * as enCorrect from "./en/correct.ts";
import { review as enReview } from "./en/review.ts";
import * as enScope from "./en/scope.ts";
import { adding as esAdding } from "./es/adding.ts";
import * as esCorrect from "./es/correct.ts";
import { review as esReview } from "./es/review.ts";
import * as esScope from "./es/scope.ts";

const en = { ...enCorrect, ...enScope, review: enReview, adding: enAdding };
const es: typeof en = { ...esCorrect, ...esScope, review: esReview, adding: esAdding };

export const { correct, corrected, grade, review, scope, newSituation, standing, adding } =
  words.language === "es" ? es : en;
