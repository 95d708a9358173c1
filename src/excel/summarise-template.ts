/** Makes the sheets that follow from the figures again, and the Board summary: charts, rows for what was added, sentences. */
import { sheetBlueprint, type Extent } from "../blueprint/workbook-blueprint";
import type { Setup } from "../blueprint/setup";
import type { SheetId } from "../blueprint/types";
import { findOurs, sheetOf } from "./identity";
import { nameNewSheets, tabOf } from "./naming";
import { readTemplate } from "./read-template";
import { queueRemake, unfit } from "./remake";
import { inExcel } from "./session";
import { extentIn, lostHeader, setupOnCover } from "./template-state";
import { FIRST_CELL, queueNewSheets } from "./write-sheet";

/** Made from the figures, in the order in which they stand on each other. */
const summaries: readonly SheetId[] = ["gap", "dashboard1", "dashboard2", "board-summary"];
const needed: readonly SheetId[] = ["cover", "demand", "profile", "checks"];

export type Summarised =
  | { readonly kind: "done"; readonly made: readonly string[] }
  /** There is no template, or a sheet with entries is gone: ours by their usual tabs. */
  | { readonly kind: "missing"; readonly sheets: readonly SheetId[] }
  /** Nothing was written: our sheets were changed in a way that formulas cannot follow. */
  | { readonly kind: "changed"; readonly says: readonly string[] };

/** Four syncs. @param otherwise - for what the Cover does not say */
export function summariseTemplate(otherwise: Setup): Promise<Summarised> {
  return inExcel("making the summary sheets", async (context): Promise<Summarised> => {
    const found = await findOurs(context);
    const gone = needed.filter((id) => sheetOf(found, id) === undefined);
    if (gone.length > 0) return { kind: "missing", sheets: gone };
    const reading = await readTemplate(context, found);
    const setup: Setup = { ...otherwise, ...setupOnCover(reading) };
    const extent: Extent = extentIn(reading, { roleGroups: 1, groupNames: ["BME"] });
    const blueprints = summaries.map((id) => sheetBlueprint(id, setup, extent));
    const lost = lostHeader(reading);
    const changed = [
      ...(lost === null ? [] : [`${lost.table} has no column "${lost.header}"`]),
      ...blueprints.flatMap((blueprint) => {
        const sheet = sheetOf(found, blueprint.id);
        const why = sheet === undefined ? null : unfit(blueprint, reading);
        return why === null ? [] : [`${sheet?.tab ?? ""}: ${why}`];
      }),
    ];
    if (changed.length > 0) return { kind: "changed", says: changed };
    context.workbook.application.suspendApiCalculationUntilNextSync();
    context.workbook.application.suspendScreenUpdatingUntilNextSync();
    const added = blueprints.filter((blueprint) => sheetOf(found, blueprint.id) === undefined);
    const naming = nameNewSheets(added, found.naming, found.taken);
    const footer = { organisation: setup.organisationName, period: setup.period };
    queueNewSheets(context, { sheets: added }, naming, footer);
    for (const blueprint of blueprints) {
      const sheet = sheetOf(found, blueprint.id);
      if (sheet !== undefined) queueRemake(context, sheet, blueprint, reading, naming, footer);
    }
    const board = context.workbook.worksheets.getItem(tabOf(naming, "board-summary"));
    board.activate();
    board.getRange(FIRST_CELL).select();
    await context.sync();
    return { kind: "done", made: summaries.map((id) => tabOf(naming, id)) };
  });
}
