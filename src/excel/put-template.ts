/** Puts Core into the workbook: all of it, or what is missing, or what set-up changed. Figures that were entered stay. */
import { coreSheets, emptyExtent, sheetBlueprint, type Extent } from "../blueprint/workbook-blueprint";
import { sheetDefinitions } from "../blueprint/definitions";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import { demandUnitWords, type Setup } from "../blueprint/setup";
import type { SheetId } from "../blueprint/types";
import { structureNamed } from "../domain/structures";
import { queueLostRules } from "./entry-rules";
import { roundHiddenTabs } from "./hidden-tabs";
import { findOurs, sheetOf, type Found } from "./identity";
import { nameNewSheets, nameOf, tabOf, type Naming } from "./naming";
import { ExcelProblem, isOnlyUnseen } from "./problem";
import { assertFree } from "./protection";
import { readTemplate, type TemplateReading } from "./read-template";
import { queueRemake, unfit } from "./remake";
import { changesRoleGroups, queueRoleGroups, type RoleGroupChange } from "./role-groups";
import { inExcel } from "./session";
import { takenBack, type Adding } from "./take-back";
import { extentIn, lostHeader, nothingRead, setupOnCover } from "./template-state";
import { FIRST_CELL, queueNewSheets } from "./write-sheet";
import { queueWhose, type Footer } from "./write-print";

export interface Put {
  /** Tabs that were added, in order. */
  readonly added: readonly string[];
  /** Tabs that were there and are kept. */
  readonly kept: readonly string[];
  readonly roleGroups: RoleGroupChange;
  /** Sheets left as they are, each with the reason. */
  readonly left: readonly string[];
  /** Tabs whose cells had lost rules for what may be entered, and have them again. */
  readonly ruled: readonly string[];
  /** All is there, but Excel would not bring it into view: another workbook is in front. */
  readonly unseen: boolean;
}

/**
 * At most four syncs, unless a tab that Office.js does not show has a name of ours.
 * @param given - what was decided now; it goes before what the Cover has, which goes before `otherwise`
 * @throws TakenBack when Excel refuses while writing
 */
export function putTemplate(given: Partial<Setup>, otherwise: Setup): Promise<Put> {
  return roundHiddenTabs((taken) => putOnce(given, otherwise, taken));
}

async function putOnce(given: Partial<Setup>, otherwise: Setup, takenTabs: readonly string[]): Promise<Put> {
  const begun: { adding?: Adding; put?: Put } = {};
  try {
    return await inExcel(DOING, async (context) => {
      const found = await findOurs(context);
      const reading = found.sheets.length === 0 ? nothingRead : await readTemplate(context, found);
      const setup: Setup = { ...otherwise, ...setupOnCover(reading), ...given };
      const work = planned({ ...found, taken: { ...found.taken, tabs: [...found.taken.tabs, ...takenTabs] } }, reading, setup);
      assertFree(found, { structure: work.missing.length > 0, sheets: changesRoleGroups(given.roleGroups, reading) ? [...followers, "demand"] : followers }, DOING);
      begun.adding = work.adding;
      const put = queuePut(context, { found, reading, setup, given, ...work });
      begun.put = put;
      await context.sync();
      return put;
    });
  } catch (error) {
    if (!(error instanceof ExcelProblem) || begun.adding === undefined) throw error;
    if (begun.put !== undefined && isOnlyUnseen(error)) return { ...begun.put, unseen: true };
    throw await takenBack(error, begun.adding);
  }
}

const DOING = "inserting the template";
/** Sheets that are made again whenever something changes that they follow. */
const followers: readonly SheetId[] = sheetDefinitions.filter(({ id, filledIn }) => !filledIn && id !== "checks").map(({ id }) => id);

interface Work { readonly missing: readonly SheetId[]; readonly extent: Extent; readonly naming: Naming; readonly adding: Adding }

function planned(found: Found, reading: TemplateReading, setup: Setup): Work {
  const missing = coreSheets.filter((id) => sheetOf(found, id) === undefined);
  const extent = extentIn(reading, emptyExtent(setup));
  const blueprints = missing.map((id) => sheetBlueprint(id, setup, extent));
  const naming = nameNewSheets(blueprints, found.naming, found.taken);
  const names = blueprints.flatMap((sheet) => sheet.names.map(({ name }) => nameOf(naming, name)));
  return { missing, extent, naming, adding: { tabs: missing.map((id) => tabOf(naming, id)), names, touched: found.sheets.length > 0 } };
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
  if (given.period !== undefined || given.organisationName !== undefined) for (const sheet of found.sheets) if (!sheet.protected) queueWhose(sheet.worksheet, footer);
  const ruled = queueEntryRules(putting, reach);
  const left = queueFollowers(context, putting, reach, footer);
  const cover = context.workbook.worksheets.getItem(tabOf(naming, "cover"));
  cover.activate();
  cover.getRange(FIRST_CELL).select();
  return { unseen: false, ruled, added: missing.map((id) => tabOf(naming, id)), kept: found.sheets.map((sheet) => sheet.tab), roleGroups: change, left };
}

/** Sheets that hold nothing of anybody's are made again, so that they follow what changed. */
function queueFollowers(context: Excel.RequestContext, { found, reading, setup, naming }: Putting, reach: Extent, footer: Footer): readonly string[] {
  const broken = lostHeader(reading);
  return found.sheets.flatMap((sheet): readonly string[] => {
    if (!followers.includes(sheet.id)) return [];
    const blueprint = sheetBlueprint(sheet.id, setup, reach);
    const why = unfit(blueprint, reading) ?? (broken === null ? null : `the column "${broken.header}" of ${broken.table} is gone or has another name`);
    if (why !== null) return [`${sheet.tab}: ${why}`];
    queueRemake(context, sheet, blueprint, reading, naming, footer);
    return [];
  });
}

/** Pasting takes Excel's rules away; figures are left alone. A protected sheet cannot have them back. */
function queueEntryRules({ found, reading, setup }: Putting, reach: Extent): readonly string[] {
  return [demandTable, profileTable].flatMap(({ sheet: id, name }) => {
    const [sheet, read] = [sheetOf(found, id), reading.tables.get(name)];
    if (sheet === undefined || read === undefined || sheet.protected) return [];
    return queueLostRules(sheet, sheetBlueprint(id, setup, reach), read) ? [sheet.tab] : [];
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
