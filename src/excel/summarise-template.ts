/** Makes the sheets that follow from the figures again, and the Board summary: charts, rows for what was added, sentences. */
import { sheetBlueprint } from "../blueprint/workbook-blueprint";
import type { Setup } from "../blueprint/setup";
import type { SheetBlueprint, SheetId } from "../blueprint/types";
import { roundHiddenTabs } from "./hidden-tabs";
import { findOurs, sheetOf, type Found } from "./identity";
import { nameNewSheets, nameOf, tabOf, type Naming } from "./naming";
import { ExcelProblem, isOnlyUnseen } from "./problem";
import { assertFree } from "./protection";
import { readTemplate, type TemplateReading } from "./read-template";
import { queueRemake, unfit } from "./remake";
import { inExcel } from "./session";
import { takenBack, type Adding } from "./take-back";
import { extentIn, lostHeader, setupOnCover } from "./template-state";
import { FIRST_CELL, queueNewSheets } from "./write-sheet";

/** Made from the figures, in the order in which they stand on each other. */
const summaries: readonly SheetId[] = ["gap", "dashboard1", "dashboard2", "board-summary"];
const needed: readonly SheetId[] = ["cover", "demand", "profile", "checks"];
const DOING = "making the summary sheets";

export type Summarised =
  /** `unseen`: Excel would not bring them into view, since another workbook is in front. */
  | { readonly kind: "done"; readonly made: readonly string[]; readonly unseen: boolean }
  /** There is no template, or a sheet with entries is gone: ours by their usual tabs. */
  | { readonly kind: "missing"; readonly sheets: readonly SheetId[] }
  /** Nothing was written: our sheets were changed in a way that formulas cannot follow. */
  | { readonly kind: "changed"; readonly says: readonly string[] };

/**
 * Four syncs, unless a tab that Office.js does not show has a name of ours.
 * @param otherwise - for what the Cover does not say
 * @throws TakenBack when Excel refuses while writing
 */
export function summariseTemplate(otherwise: Setup): Promise<Summarised> {
  return roundHiddenTabs((taken) => summariseOnce(otherwise, taken));
}

async function summariseOnce(otherwise: Setup, takenTabs: readonly string[]): Promise<Summarised> {
  const begun: { adding?: Adding; made?: readonly string[] } = {};
  try {
    return await inExcel(DOING, async (context): Promise<Summarised> => {
      const found = await findOurs(context);
      const gone = needed.filter((id) => sheetOf(found, id) === undefined);
      if (gone.length > 0) return { kind: "missing", sheets: gone };
      const reading = await readTemplate(context, found);
      const setup: Setup = { ...otherwise, ...setupOnCover(reading) };
      const extent = extentIn(reading, { roleGroups: 1, groupNames: ["BME"] });
      const blueprints = summaries.map((id) => sheetBlueprint(id, setup, extent));
      const changed = changedByHand(found, reading, blueprints);
      if (changed.length > 0) return { kind: "changed", says: changed };
      const added = blueprints.filter((blueprint) => sheetOf(found, blueprint.id) === undefined);
      assertFree(found, { structure: added.length > 0, sheets: summaries }, DOING);
      const naming = nameNewSheets(added, found.naming, { ...found.taken, tabs: [...found.taken.tabs, ...takenTabs] });
      const made = summaries.map((id) => tabOf(naming, id));
      begun.adding = { tabs: added.map(({ id }) => tabOf(naming, id)), names: added.flatMap((sheet) => sheet.names.map(({ name }) => nameOf(naming, name))), touched: true };
      begun.made = made;
      queueSummaries(context, { found, reading, setup, blueprints, naming });
      await context.sync();
      return { kind: "done", made, unseen: false };
    });
  } catch (error) {
    if (!(error instanceof ExcelProblem) || begun.adding === undefined) throw error;
    if (begun.made !== undefined && isOnlyUnseen(error)) return { kind: "done", made: begun.made, unseen: true };
    throw await takenBack(error, begun.adding);
  }
}

/** What formulas could not follow, in words; none when all is as it was made. */
function changedByHand(found: Found, reading: TemplateReading, blueprints: readonly SheetBlueprint[]): readonly string[] {
  const lost = lostHeader(reading);
  return [
    ...(lost === null ? [] : [`${lost.table} has no column "${lost.header}"`]),
    ...blueprints.flatMap((blueprint) => {
      const sheet = sheetOf(found, blueprint.id);
      const why = sheet === undefined ? null : unfit(blueprint, reading);
      return why === null ? [] : [`${sheet?.tab ?? ""}: ${why}`];
    }),
  ];
}

interface Summarising { readonly found: Found; readonly reading: TemplateReading; readonly setup: Setup; readonly blueprints: readonly SheetBlueprint[]; readonly naming: Naming }

function queueSummaries(context: Excel.RequestContext, { found, reading, setup, blueprints, naming }: Summarising): void {
  context.workbook.application.suspendApiCalculationUntilNextSync();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  const footer = { organisation: setup.organisationName, period: setup.period };
  queueNewSheets(context, { sheets: blueprints.filter(({ id }) => sheetOf(found, id) === undefined) }, naming, footer);
  for (const blueprint of blueprints) {
    const sheet = sheetOf(found, blueprint.id);
    if (sheet !== undefined) queueRemake(context, sheet, blueprint, reading, naming, footer);
  }
  const board = context.workbook.worksheets.getItem(tabOf(naming, "board-summary"));
  board.activate();
  board.getRange(FIRST_CELL).select();
}
