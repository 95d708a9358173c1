/** What a formula needs: whether it can be written here, and whether it was lost along with something else. */
import { spellingsIn } from "../../blueprint/formula";
import type { Book } from "../book";
import type { Held } from "./drift";
import { tableDefinitions } from "./made";
import { partsOf, renamedIn } from "./places";

/** It points at a table that is gone, or at nothing: what has to be put right is said there. */
export function needsWhatIsGone(formula: string, held: Held, book: Book): boolean {
  return String(held).includes("#REF!") || spellingsIn(formula).some((ours) => tableDefinitions.has(ours) && !book.tables.has(ours));
}

/** Headings that a formula names and that neither are there nor can be put back: Excel would refuse the formula. */
export function missingHeadings(formula: string, book: Book): readonly string[] {
  return spellingsIn(formula).flatMap((ours) => {
    const [table, definition] = [book.tables.get(ours), tableDefinitions.get(ours)];
    if (table === undefined || definition === undefined) return [];
    const [renamed, parts] = [renamedIn(book, ours), partsOf(formula, ours)];
    return definition.columns.map(({ header }) => header).filter((header) => !table.headers.includes(header) && !renamed.has(header) && parts.some((part) => part.includes(`[${header}]`)));
  });
}
