/** A return made from a workbook that was judged: figures, explanations, answers, and the record with the line that says it was sent. */
import { dateOfSerial } from "../domain/period";
import type { Answer } from "../validation/explanations";
import type { FindingWords } from "../validation/finding";
import type { EnteredFigures } from "./from-book";
import { sealed } from "./digest";
import { FORMAT, FORMAT_VERSION, type FindingCounts, type QueryAnswer, type ReturnDocument, type ReturnExplanation, type ReturnHeader } from "./format/return-document";
import type { LogLine } from "./sign-off/log";

/** What makes a return beside its figures. */
export interface Making {
  readonly header: Omit<ReturnHeader, keyof EnteredFigures["header"] | "sensitivity">;
  readonly explanations: readonly ReturnExplanation[];
  readonly checked: FindingCounts;
  readonly answers: readonly QueryAnswer[];
  readonly log: readonly LogLine[];
}

/** It holds small counts of people. */
const SENSITIVITY = "OFFICIAL-SENSITIVE";

export function documentOf({ header, thresholds, tables, figuresDigest }: EnteredFigures, { header: more, ...rest }: Making): ReturnDocument {
  return sealed({ format: FORMAT, formatVersion: FORMAT_VERSION, header: { ...header, ...more, sensitivity: SENSITIVITY }, thresholds, tables, figuresDigest, ...rest });
}

/** A finding with what was said of it. */
export interface JudgedFinding { readonly words: FindingWords; readonly reference: string; readonly answer: Answer }

export function countsOf(found: readonly JudgedFinding[]): FindingCounts {
  const count = (severity: string, holds: boolean): number => found.filter(({ words, answer }) => words.severity === severity && (answer.kind === "holds") === holds).length;
  return { mustFix: count("must-fix", false), explain: count("explain", false), explained: count("explain", true), note: count("note", false) };
}

/** What was said of findings that are there now. */
export function explanationsOf(found: readonly JudgedFinding[]): readonly ReturnExplanation[] {
  return found.flatMap(({ words: { code, says }, reference, answer }) => {
    if (answer.kind !== "holds") return [];
    const { text, by, on } = answer.explanation;
    return [{ code, reference, says, text, by, on: on === null ? null : dateOfSerial(on) }];
  });
}
