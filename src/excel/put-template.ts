/** Puts Core into the workbook: all of it, or what is missing, or what set-up changed. Figures that were entered stay. */
import { coreSheets, emptyExtent, sheetBlueprint, type Extent } from "../blueprint/workbook-blueprint";
import { sheetDefinitions } from "../blueprint/definitions";
import { demandUnitWords, type Setup } from "../blueprint/setup";
import type { SheetId } from "../blueprint/types";
import { structureNamed } from "../domain/structures";
import { findOurs, sheetOf, type Found } from "./identity";
import { nameNewSheets, nameOf, tabOf, type Naming } from "./naming";
import { ExcelProblem } from "./problem";
import { readTemplate, type TemplateReading } from "./read-template";
import { queueRemake, unfit } from "./remake";
import { queueRoleGroups, type RoleGroupChange } from "./role-groups";
import { inExcel } from "./session";
import { extentIn, lostHeader, nothingRead, setupOnCover } from "./template-state";
import { FIRST_CELL, queueNewSheets } from "./write-sheet";
import type { Footer } from "./write-print";

export interface Put {
  /** Tabs that were added, in order. */
  readonly added: readonly string[];
  /** Tabs that were there and are kept. */
  readonly kept: readonly string[];
  readonly roleGroups: RoleGroupChange;
  /** Sheets left as they are, each with the reason. */
  readonly left: readonly string[];
}

/** What a failed insertion has to take back. */
interface Plan { readonly tabs: readonly string[]; readonly names: readonly string[]; readonly touched: boolean }

/** Excel refused half way; sheets and names that had been added are gone again. */
export class TakenBack extends Error {
  constructor(readonly refusal: ExcelProblem, readonly touched: boolean) {
    super(refusal.message, { cause: refusal });
    this.name = "TakenBack";
  }
}

/**
 * At most four syncs.
 * @param given - what was decided now; it goes before what the Cover has, which goes before `otherwise`
 * @throws TakenBack when Excel refuses while writing
 */
export async function putTemplate(given: Partial<Setup>, otherwise: Setup): Promise<Put> {
  let plan: Plan | null = null;
  try {
    return await inExcel("inserting the template", async (context) => {
      const found = await findOurs(context);
      const reading = found.sheets.length === 0 ? nothingRead : await readTemplate(context, found);
      const setup: Setup = { ...otherwise, ...setupOnCover(reading), ...given };
      const work = planned(found, reading, setup);
      plan = work.plan;
      const put = queuePut(context, { found, reading, setup, given, ...work });
      await context.sync();
      return put;
    });
  } catch (error) {
    if (!(error instanceof ExcelProblem) || plan === null) throw error;
    await takeBack(plan);
    throw new TakenBack(error, (plan as Plan).touched);
  }
}

interface Work { readonly missing: readonly SheetId[]; readonly extent: Extent; readonly naming: Naming; readonly plan: Plan }

function planned(found: Found, reading: TemplateReading, setup: Setup): Work {
  const missing = coreSheets.filter((id) => sheetOf(found, id) === undefined);
  const extent = extentIn(reading, emptyExtent(setup));
  const blueprints = missing.map((id) => sheetBlueprint(id, setup, extent));
  const naming = nameNewSheets(blueprints, found.naming, found.taken);
  const names = blueprints.flatMap((sheet) => sheet.names.map(({ name }) => nameOf(naming, name)));
  return { missing, extent, naming, plan: { tabs: missing.map((id) => tabOf(naming, id)), names, touched: found.sheets.length > 0 } };
}

interface Putting extends Work { readonly found: Found; readonly reading: TemplateReading; readonly setup: Setup; readonly given: Partial<Setup> }

function queuePut(context: Excel.RequestContext, putting: Putting): Put {
  const { found, reading, setup, given, missing, naming, extent } = putting;
  const footer: Footer = { organisation: setup.organisationName, period: setup.period };
  context.workbook.application.suspendApiCalculationUntilNextSync();
  context.workbook.application.suspendScreenUpdatingUntilNextSync();
  for (const name of found.orphans) context.workbook.names.getItem(name).delete();
  const change = queueRoleGroups(context, given.roleGroups, reading);
  const reach: Extent = { ...extent, roleGroups: extent.roleGroups + change.added.length - change.removed.length };
  queueNewSheets(context, { sheets: missing.map((id) => sheetBlueprint(id, setup, reach)) }, naming, footer);
  queueCover(context, found, given);
  const left = queueFollowers(context, putting, reach, footer);
  const cover = context.workbook.worksheets.getItem(tabOf(naming, "cover"));
  cover.activate();
  cover.getRange(FIRST_CELL).select();
  return { added: missing.map((id) => tabOf(naming, id)), kept: found.sheets.map((sheet) => sheet.tab), roleGroups: change, left };
}

/** Sheets that hold nothing of anybody's are made again, so that they follow what changed. */
function queueFollowers(context: Excel.RequestContext, { found, reading, setup, naming }: Putting, reach: Extent, footer: Footer): readonly string[] {
  const broken = lostHeader(reading);
  return found.sheets.flatMap((sheet): readonly string[] => {
    const definition = sheetDefinitions.find(({ id }) => id === sheet.id);
    if (definition === undefined || definition.filledIn || sheet.id === "checks") return [];
    const blueprint = sheetBlueprint(sheet.id, setup, reach);
    const why = unfit(blueprint, reading) ?? (broken === null ? null : `the column "${broken.header}" of ${broken.table} is gone or has another name`);
    if (why !== null) return [`${sheet.tab}: ${why}`];
    queueRemake(context, sheet, blueprint, reading, naming, footer);
    return [];
  });
}

/** Only what was decided now is written over. */
function queueCover(context: Excel.RequestContext, found: Found, given: Partial<Setup>): void {
  if (sheetOf(found, "cover") === undefined) return;
  const cells: Readonly<Record<string, string | undefined>> = {
    nmStructure: given.structure === undefined ? undefined : structureNamed(given.structure)?.name,
    nmOrganisationCode: given.organisationCode, nmOrganisationName: given.organisationName, nmPeriod: given.period, nmAsAt: given.asAt,
    nmDemandUnit: given.demandUnit === undefined ? undefined : demandUnitWords[given.demandUnit],
  };
  for (const [name, value] of Object.entries(cells)) {
    const actual = found.naming.names.get(name);
    if (value !== undefined && actual !== undefined) context.workbook.names.getItem(actual).getRange().values = [[value]];
  }
}

async function takeBack({ tabs, names }: Plan): Promise<void> {
  await inExcel("taking back what was added", async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    context.workbook.names.load("items/name");
    await context.sync();
    for (const item of context.workbook.names.items) if (names.includes(item.name)) item.delete();
    for (const sheet of worksheets.items) if (tabs.includes(sheet.name)) sheet.delete();
    await context.sync();
  });
}

