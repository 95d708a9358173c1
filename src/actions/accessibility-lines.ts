/** Barriers, offers and questions as lines that a person reads. */
import type { Barrier } from "../validation/accessibility/barrier";
import { answerWords, questions, type Answer } from "../validation/accessibility/questions";
import { dateOfSerial, longDate } from "../domain/period";
import type { AccessibilityShown, FindingLine } from "./action";

/** The file as a whole has no tab. */
const FILE = "The file";

export const lineOf = ({ point, severity, tab, cell, says, fix }: Barrier): FindingLine =>
  ({ code: point, severity, identity: null, sheet: tab === "" ? FILE : tab, cell, says, fix, explaining: null });

/** What goes beside each finding, in their order. */
export const besideLines = (found: readonly Barrier[]): AccessibilityShown["beside"] =>
  found.map(({ id, tab, offer }) => ({ isOfFile: tab === "", offer: offer === null ? null : { id, changes: offer.changes, asks: offer.asks } }));

export function questionLines(answers: readonly Answer[]): AccessibilityShown["questions"] {
  return questions.map(({ point, asks }) => {
    const answer = answers.find((each) => each.point === point);
    const date = answer?.on === undefined || answer.on === null ? null : dateOfSerial(answer.on);
    return { point, asks, answer: answer === undefined ? "" : [answerWords[answer.verdict], answer.by, date === null ? "" : longDate(date)].filter((part) => part !== "").join(", ") };
  });
}
