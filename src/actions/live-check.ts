/** The check while figures are being entered: every rule over what was just read, in turns with the rest of the pane, and nothing written anywhere. */
import type { Book } from "../validation/book";
import { checkInTurns, inOrder } from "../validation/check-book";
import { repairable } from "../validation/drift/repairable";
import type { Finding } from "../validation/finding";
import type { FindingLine } from "./action";
import { inWordsAll, lineFor } from "./check";
import { repairLines } from "./repair-words";
import { judgingBy, rulesFor, shownRules, type RulesShown } from "./rules-in-use";
import { returnShown, type ReturnShown } from "./return-shown";
import { Turns } from "./turns";

/** What is found, and by which rules. */
export interface FoundNow {
  readonly findings: readonly FindingLine[];
  readonly rules: RulesShown;
  /** What a repair would change, a line each. */
  readonly repairs: readonly string[];
  /** Where the return stands. */
  readonly standing: ReturnShown | null;
}

/**
 * @param signal - aborted once newer figures are there, so that older ones are given up
 * @returns as the check would list them
 * @throws the signal's reason where they were given up
 */
export async function findingsNow(book: Book, signal: AbortSignal): Promise<FoundNow> {
  const rules = await rulesFor(book);
  const found: Finding[] = [];
  const { rest } = new Turns(signal);
  for (const some of checkInTurns(book, judgingBy(rules, book))) {
    found.push(...some);
    await rest();
  }
  return { findings: inWordsAll(inOrder(found), book).found.map(lineFor), rules: shownRules(rules), repairs: repairLines(repairable(book), book), standing: returnShown(book) };
}

/** A text that is the same for the same figures in the same places, whatever has been asked in between. */
export function snapshotOf({ sheets, copies, keptPack, logHead, tables, named, standing }: Book): string {
  return JSON.stringify([sheets, copies, keptPack, logHead, tables, named, standing ?? null], (_, part: unknown) => (part instanceof Map ? [...part] : part));
}
