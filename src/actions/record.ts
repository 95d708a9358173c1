/** What actions that write the record have in common: where the return stands, what is in the way, and who does it. */
import type { BookReading } from "../excel/read-book";
import { canList, type Judged } from "../excel/check-template";
import type { Book } from "../validation/book";
import type { LogEntry } from "../returns/sign-off/log";
import { recordProblem } from "../returns/sign-off/record-findings";
import { standingIn, type ReturnStanding } from "../returns/sign-off/standing";
import type { EnteredFigures, HeaderProblem } from "../returns/from-book";
import type { FiguresNow } from "../returns/sign-off/write-record";
import { entriesFormula } from "../blueprint/sheets/further";
import { LONGEST_IN_LOG } from "../blueprint/sheets/sign-off";
import { ActionProblem } from "./action";
import { minuteHere } from "./clock";
import { optionProblem, textIn } from "./template-options";
import { inSentence, plural } from "./words";

/** What stands where Excel refuses half way through. */
export const STANDING = "Part of it may be written: check again to see what stands.";

/** A return that can be said what happens to. */
export interface Usable extends ReturnStanding { readonly figures: EnteredFigures; readonly now: FiguresNow }

/** @param nil - the reason of a nil return @throws ActionProblem where there is no template, no header, or the record is not whole */
export function usable({ book, checks }: BookReading, nil: string | null = null): Usable {
  assertTemplate(book);
  const problem = recordProblem(book);
  if (problem !== "") throw new ActionProblem("record-changed", `${problem} Check the figures: the finding says what to do. Nothing was changed.`);
  const standing = standingIn(book, nil);
  const { figures, lacking } = standing;
  if (figures === null) throw headerProblem(lacking);
  return { ...standing, figures, now: figuresNow({ book, checks }, figures.figuresDigest) };
}

/** The figures as they are, by digest and as the workbook's own number. */
export const figuresNow = ({ book, checks }: Pick<BookReading, "book" | "checks">, digest: string): FiguresNow =>
  ({ digest, fingerprint: checks.fingerprint === null ? null : checks.fingerprint + checks.further, formula: entriesFormula(new Set(book.tables.keys())) });

/** What the Cover does not say. */
export const headerProblem = (lacking: readonly HeaderProblem[]): ActionProblem =>
  new ActionProblem("not-ready", `The Cover does not say, or not so that it can be read: ${inSentence(lacking.map((label) => label.toLowerCase()))}. Type it on the Cover. Nothing was changed.`);

/** @throws ActionProblem "no-template", or "no-cover" where there is nothing to keep the end of the record in */
export function assertTemplate(book: Book): void {
  if (book.sheets.length === 0) throw new ActionProblem("no-template", "There is no template in this workbook yet. Set it up first. Nothing was changed.");
  if (!book.sheets.some(({ id }) => id === "cover")) throw new ActionProblem("no-cover", "The Cover is not in this workbook any more. Set up again to put it back. Nothing was changed.");
}

/** @throws ActionProblem where the findings cannot be written down, and so not explained */
export function assertChecks(reading: BookReading): void {
  switch (canList(reading).why) {
    case "": return;
    case "gone": throw new ActionProblem("not-ready", "The Checks sheet is not complete. Set up again to put it back. Nothing was changed.");
    case "protected": throw new ActionProblem("protected", "The Checks sheet is protected, so the check cannot be written there. Lift its protection, then try again. Nothing was changed.");
    case "changed": throw new ActionProblem("not-ready", "The columns of the Checks sheet were changed. Delete the sheet and set up again. Nothing was changed.");
  }
}

/** What keeps figures from being signed, as words; "" where nothing does. @param counts - whether a finding of a place counts */
export function inTheWay({ findings: { found } }: Judged, counts: (each: Judged["findings"]["found"][number]) => boolean = () => true): string {
  const relevant = found.filter(counts);
  const mustFix = relevant.filter(({ words }) => words.severity === "must-fix");
  const open = relevant.filter(({ words, answer }) => words.severity === "explain" && answer.kind !== "holds");
  const [first] = mustFix.length > 0 ? mustFix : open;
  if (first === undefined) return "";
  const parts = [mustFix.length > 0 ? `${plural(mustFix.length, "finding")} must be put right` : "", open.length > 0 ? `${plural(open.length, "finding has", "findings have")} no explanation` : ""].filter((part) => part !== "");
  const where = [first.place.tab, first.place.cell].filter((part) => part !== "").join(", ");
  return `${inSentence(parts)}. The first is on ${where}: ${first.words.says} ${first.words.fix}`;
}

/** Who does something, as the record has it. */
export interface Person { readonly name: string; readonly role: string }

export const personOptions = { name: "who does it", role: "what they are, such as Director of workforce" } as const;

/** @throws ActionProblem naming the option that is missing or too long */
export function personIn(options: ReadonlyMap<string, unknown>): Person {
  const wordsIn = (option: "name" | "role", missing: string): string => {
    const words = textIn(options, option) ?? "";
    if (words === "") throw optionProblem(option, missing);
    if (words.length > LONGEST_IN_LOG[option]) throw optionProblem(option, `Shorten it to ${LONGEST_IN_LOG[option]} letters.`);
    return words;
  };
  return { name: wordsIn("name", "Give the name of whoever does this."), role: wordsIn("role", "Give the role, such as Director of workforce.") };
}

/** @throws ActionProblem where it is too long for a line of the record */
export function noteIn(options: ReadonlyMap<string, unknown>, option: string): string {
  const words = textIn(options, option) ?? "";
  if (words.length > LONGEST_IN_LOG.note) throw optionProblem(option, `Shorten it to ${LONGEST_IN_LOG.note} letters.`);
  return words;
}

/** A reason that has to be given. @throws ActionProblem where there is none, or less than a word */
export function reasonIn(options: ReadonlyMap<string, unknown>, option: string, why: string): string {
  const words = noteIn(options, option);
  if (words.length < 5) throw optionProblem(option, why);
  return words;
}

/** A line that happens now, with what it leaves out. */
export const happens = (event: LogEntry["event"], { name, role }: Person, figures: string, more: Partial<LogEntry> = {}): LogEntry =>
  ({ event, as: null, by: name, role, on: minuteHere(), note: "", sequence: null, figures, ...more });
