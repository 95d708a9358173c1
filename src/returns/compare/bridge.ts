/** The walk from one return to the next: opening, and who joined, moved in, left and moved out, to closing. What does not add up is said. */
import { blank, type Figure } from "../../domain/figures";
import { addedUp } from "../../domain/rounding";
import { nameKey } from "../../domain/taxonomy";
import { plainNumber } from "../../validation/reading";
import { inSentence } from "../../validation/words";
import { figureFromJson } from "../format/figure-json";
import type { ReturnDocument, ReturnRow } from "../format/return-document";

/** In the order of the walk, with the sign with which each counts; closing is where it leads. */
export const steps = [
  { measure: "opening", words: "at the start", sign: 1 }, { measure: "joiners", words: "joined", sign: 1 }, { measure: "moved-in", words: "moved in", sign: 1 },
  { measure: "leavers", words: "left", sign: -1 }, { measure: "moved-out", words: "moved out", sign: -1 }, { measure: "closing", words: "at the end", sign: 0 },
] as const;

export interface BridgeLine {
  readonly roleGroup: string;
  /** By measure of table "movements"; blank where the return has none. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Where the movements lead to; null where one of them is no number. */
  readonly leadsTo: number | null;
  /** Closing less that; null where it cannot be known. 0 where it adds up. */
  readonly unexplained: number | null;
  /** Opening less the closing of the last return; null where either is not known. */
  readonly sinceLast: number | null;
  readonly says: string;
}

/**
 * @param last - the return of the period before, where it is at hand
 * @returns a line for each role group of table "movements"; none where the return has no such table
 */
export function bridgeOf({ tables }: Pick<ReturnDocument, "tables">, last: Pick<ReturnDocument, "tables"> | null): readonly BridgeLine[] {
  const before = new Map((last?.tables["movements"] ?? []).map((row) => [nameKey(nameOf(row)), row]));
  return (tables["movements"] ?? []).map((row) => {
    const figures = Object.fromEntries(steps.map(({ measure }) => [measure, figureIn(row, measure)]));
    const numbers = steps.filter(({ sign }) => sign !== 0).map(({ measure, sign }) => ({ sign, value: valueOf(figures[measure]) }));
    const leadsTo = numbers.every(({ value }) => value !== null) ? addedUp(numbers.map(({ sign, value }) => sign * (value ?? 0))) : null;
    const [opening, closing] = [valueOf(figures["opening"]), valueOf(figures["closing"])];
    const lastClosing = valueOf(before.has(nameKey(nameOf(row))) ? figureIn(before.get(nameKey(nameOf(row))) ?? row, "closing") : undefined);
    const line = { roleGroup: nameOf(row), figures, leadsTo, unexplained: leadsTo === null || closing === null ? null : addedUp([closing, -leadsTo]), sinceLast: opening === null || lastClosing === null ? null : addedUp([opening, -lastClosing]) };
    return { ...line, says: sentence(line, lastClosing) };
  });
}

const nameOf = ({ key }: ReturnRow): string => key["movement-role-group"] ?? key["role-group"] ?? Object.values(key)[0] ?? "";
const figureIn = ({ figures }: ReturnRow, measure: string): Figure => { const json = figures[measure]; return json === undefined ? blank : figureFromJson(json); };
const valueOf = (figure: Figure | undefined): number | null => (figure?.kind === "number" ? figure.value : null);

/** @example "Finance director: 39 at the start, 4 joined, 1 moved in, 5 left, 0 moved out, 39 at the end. It adds up." */
function sentence({ roleGroup, figures, leadsTo, unexplained, sinceLast }: Omit<BridgeLine, "says">, lastClosing: number | null): string {
  const walk = `${roleGroup}: ${inSentence(steps.map(({ measure, words }) => `${shown(figures[measure])} ${words}`))}.`;
  const missing = steps.filter(({ measure }) => valueOf(figures[measure]) === null).map(({ words }) => words);
  const sum = unexplained === null ? `Whether it adds up cannot be told without how many ${missing.length === 1 ? missing[0] ?? "" : inSentence(missing, "or")}.`
    : unexplained === 0 ? "It adds up." : `It does not add up: the movements lead to ${plainNumber(leadsTo ?? NaN)}, so ${plainNumber(Math.abs(unexplained))} ${unexplained > 0 ? "more" : "fewer"} ${Math.abs(unexplained) === 1 ? "is" : "are"} at the end than they explain.`;
  const since = sinceLast === null || sinceLast === 0 ? "" : ` The last return closed with ${plainNumber(lastClosing ?? NaN)}, not with what this one opens with.`;
  return `${walk} ${sum}${since}`;
}

function shown(figure: Figure | undefined): string {
  switch (figure?.kind) {
    case "number": return plainNumber(figure.value);
    case "withheld": return "(withheld)";
    case "not-applicable": return "n/a";
    default: return "(not entered)";
  }
}
