/** Adds an entry sheet that not everybody needs: posts shared with others, or movements of holders of posts. Figures that were signed have to be signed anew. */
import { movementsSheet, movementsTable } from "../blueprint/sheets/movements";
import { sharedPostsSheet, sharedPostsTable } from "../blueprint/sheets/posts-with-others";
import { entriesFormula } from "../blueprint/sheets/further";
import type { SheetBlueprint, TableDefinition } from "../blueprint/types";
import { amend, type Amendment } from "../excel/amend";
import type { BookReading } from "../excel/read-book";
import { setupOf } from "../validation/drift/made";
import { recordIn } from "../returns/sign-off/record";
import { recordWriting } from "../returns/sign-off/write-record";
import { enteredFigures } from "../returns/from-book";
import type { Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { assertTemplate, figuresNow, STANDING } from "./record";
import { optionProblem, optionsIn, textIn } from "./template-options";

const modules: Readonly<Record<string, { readonly definition: TableDefinition; readonly made: (reading: BookReading) => SheetBlueprint }>> = {
  "shared-posts": { definition: sharedPostsTable, made: () => sharedPostsSheet() },
  movements: { definition: movementsTable, made: ({ book }) => movementsSheet(setupOf(book)) },
};

export const addModule: Action = {
  id: "add-module",
  label: "Add a sheet",
  options: { module: `which: ${Object.keys(modules).join(" or ")}` },
  async perform(raw, progress) {
    const wanted = textIn(optionsIn(raw, addModule.options), "module") ?? "";
    const module = modules[wanted];
    if (module === undefined) throw optionProblem("module", `"${wanted}" is no sheet that can be added. Use ${Object.keys(modules).join(" or ")}.`);
    const says = await inOneStep(progress, "Adding the sheet", () => sayingWhatStands(() => amend("adding the sheet", (reading) => added(reading, module), now()), "add it again"), STANDING);
    return { says, findings: [], files: [] };
  },
};

async function added(reading: BookReading, { definition, made }: (typeof modules)[string]): Promise<Amendment<string>> {
  assertTemplate(reading.book);
  const sheet = made(reading);
  if (reading.book.tables.has(definition.name)) return { check: null, record: null, told: `${sheet.tab} is there already. Nothing was changed.` };
  const rows = sheet.tables[0]?.rows ?? [];
  return { check: null, record: refreshed(reading, definition.name), tables: [{ definition, rows, sheet, links: [] }], told: `Added ${sheet.tab}. Fill it in; it goes with the return, so figures that were signed have to be signed anew.` };
}

/** What stands above the record follows the new sheet too, where there is a record that is whole. */
function refreshed(reading: BookReading, table: string): Amendment<string>["record"] {
  const record = recordIn(reading.book);
  const { figures } = enteredFigures(reading.book);
  if (record.lines.length === 0 || record.verdict.kind !== "whole" || figures === null) return null;
  // With the new table the figures are others than any that were signed.
  return recordWriting(record, [], { ...figuresNow(reading, ""), formula: entriesFormula(new Set([...reading.book.tables.keys(), table])) });
}
