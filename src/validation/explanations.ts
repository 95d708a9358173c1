/**
 * Explain to proceed: a soft finding is cleared by an explanation with a name and a day. It is tied to the figures that it explains by a reference
 * beside it, and lapses when they change. Explanations live in the table of findings on Checks, so that they travel with the workbook and can be
 * typed there without the add-in.
 */
import { dateOfSerial, longDate } from "../domain/period";
import { findingsTable } from "../blueprint/sheets/checks";
import { LONGEST, SHORTEST } from "../domain/explanation";
import type { Book } from "./book";
import type { Finding } from "./finding";
import { rowsOf, type Row } from "./rows";

export interface Explanation {
  readonly text: string;
  readonly by: string;
  /** A day number; null where it was typed in the sheet without one. */
  readonly on: number | null;
}


/** "not-enough": there is a text, and something is missing: whose it is, or enough of it. */
export type Answer = { readonly kind: "none" } | { readonly kind: "holds" | "not-enough"; readonly explanation: Explanation };

export interface Answered {
  readonly finding: Finding;
  /** What the explanation is tied to; "" for a finding that takes none. */
  readonly reference: string;
  readonly answer: Answer;
  /** Explanations given for other figures, as words; "" where there are none. */
  readonly earlier: string;
}

/** What was written about something that is not found now. It is kept, and holds again if the same is found in the same figures. */
export interface Kept { readonly code: string; readonly reference: string; readonly explanation: Explanation | null; readonly earlier: string }

export interface Listing { readonly found: readonly Answered[]; readonly kept: readonly Kept[] }

/** Explanations just given, by reference; null takes one away. */
export type Given = ReadonlyMap<string, Explanation | null>;

/**
 * Ten letters and digits: the first half says what the finding is about, the second in which figures it was found.
 * @example referenceOf(finding) // => "3KQ0A-71ZPD"
 */
export function referenceOf({ rule, about, figures }: Pick<Finding, "about" | "figures"> & { readonly rule: { readonly id: string } }): string {
  return `${digest(`${rule.id}\n${about}`)}-${digest(figures)}`;
}

/**
 * Every finding with its explanation, where it has one.
 * @param given - comes before what the sheet has
 * @returns in the order of `findings`; what was written and belongs to none of them apart
 */
export function answered(findings: readonly Finding[], book: Book, given: Given = new Map()): Listing {
  const written = new Map(rowsOf(book, findingsTable).flatMap(writtenIn));
  for (const [reference, explanation] of given) {
    const before = [...written.values()].filter((each) => half(each.reference) === half(reference));
    for (const each of before) written.delete(each.reference);
    const earlier = before.map((each) => (each.reference === reference ? each.earlier : lapsed(each).earlier)).filter((words) => words !== "").join("\n");
    written.set(reference, { code: "", reference, explanation, earlier });
  }
  const used = new Set<string>();
  const found = findings.map((finding): Answered => {
    if (finding.rule.severity !== "explain") return { finding, reference: "", answer: { kind: "none" }, earlier: "" };
    const reference = referenceOf(finding);
    const same = written.get(reference) ?? [...written.values()].find((each) => !used.has(each.reference) && half(each.reference) === half(reference));
    if (same === undefined) return { finding, reference, answer: { kind: "none" }, earlier: "" };
    used.add(same.reference);
    return { finding, reference, ...(same.reference === reference ? holding(same) : lapsed(same)) };
  });
  return { found, kept: [...written.values()].filter(({ reference, explanation, earlier }) => !used.has(reference) && (explanation !== null || earlier !== "")) };
}

export const isEnough = ({ text, by }: Pick<Explanation, "text" | "by">): boolean => text.trim().length >= SHORTEST && by.trim() !== "";

function holding({ explanation, earlier }: Kept): Pick<Answered, "answer" | "earlier"> {
  return { answer: explanation === null ? { kind: "none" } : { kind: isEnough(explanation) ? "holds" : "not-enough", explanation }, earlier };
}

/** The figures have changed since: what was said of them is kept to be read, and explains nothing now. */
function lapsed({ explanation, earlier }: Kept): Pick<Answered, "answer" | "earlier"> {
  return { answer: { kind: "none" }, earlier: [explanation === null ? "" : inWords(explanation), earlier].filter((words) => words !== "").join("\n") };
}

/** @example inWords({ text: "Two posts are shared.", by: "A Khan", on: 39903 }) // => "Two posts are shared. (A Khan, 31 March 2009)" */
export function inWords({ text, by, on }: Explanation): string {
  const date = on === null ? null : dateOfSerial(on);
  const who = [by, date === null ? "" : longDate(date)].filter((part) => part !== "").join(", ");
  return who === "" ? text : `${text} (${who})`;
}

const half = (reference: string): string => reference.split("-")[0] ?? "";

function writtenIn(row: Row): readonly (readonly [string, Kept])[] {
  const [code, reference, text, earlier] = [row.text("Code"), row.text("Reference"), row.text("Explanation").slice(0, LONGEST), row.text("Earlier explanation")];
  if (reference === "" || (text === "" && earlier === "")) return [];
  const on = row.at("Explained on")?.reading;
  const explanation: Explanation | null = text === "" ? null : { text, by: row.text("Explained by"), on: on?.kind === "date" ? on.serial : on?.kind === "number" ? on.value : null };
  return [[reference, { code, reference, explanation, earlier }]];
}

/** Letters and digits that are not taken for one another. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five signs for a text (FNV-1a, folded to 25 bits): other figures give others but for one time in thirty million. No secret: signing a return is another matter. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    for (const byte of [unit & 255, unit >>> 8]) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  const folded = (hash >>> 7) ^ (hash & 0x7f);
  return Array.from({ length: 5 }, (_, at) => SIGNS[(folded >>> (at * 5)) & 31]).join("");
}
