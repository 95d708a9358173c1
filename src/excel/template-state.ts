/** What the figures at hand mean for the sheets that follow from them. Pure: works on what was read. */
import type { Extent } from "../blueprint/workbook-blueprint";
import { demandUnitWords, type Setup } from "../blueprint/setup";
import { demandTable } from "../blueprint/sheets/demand-and-supply";
import { profileTable } from "../blueprint/sheets/profile";
import type { TableDefinition } from "../blueprint/types";
import { structureNamed } from "../domain/structures";
import { dateOfSerial } from "../domain/period";
import { distinctNames, nameKey } from "../domain/taxonomy";
import { columnIn, type CellReading, type TemplateReading } from "./read-template";

export const nothingRead: TemplateReading = { tables: new Map(), cover: new Map(), charts: new Map() };

/** Set-up as the Cover has it; what is not entered or not known is left out. */
export function setupOnCover({ cover, tables }: TemplateReading): Partial<Setup> {
  const text = (name: string): string => String(cover.get(name) ?? "").trim();
  const structure = structureNamed(text("nmStructure"));
  const serial = cover.get("nmAsAt");
  const asAt = typeof serial === "number" ? dateOfSerial(serial) : null;
  const unit = Object.entries(demandUnitWords).find(([, word]) => nameKey(word) === nameKey(text("nmDemandUnit")))?.[0];
  const roleGroups = columnIn(tables.get(demandTable.name), "Role group").map(String);
  return {
    ...(structure === null ? {} : { structure: structure.id }),
    ...(cover.size === 0 ? {} : { organisationCode: text("nmOrganisationCode"), organisationName: text("nmOrganisationName"), period: text("nmPeriod") }),
    ...(asAt === null ? {} : { asAt }),
    ...(unit === "wte" || unit === "headcount" ? { demandUnit: unit } : {}),
    ...(roleGroups.length === 0 ? {} : { roleGroups }),
  };
}

/** Groups of the Profile, each once, in the order in which they first come. */
export function groupNamesIn(reading: TemplateReading): readonly string[] {
  return distinctNames(columnIn(reading.tables.get(profileTable.name), "Group").map(String));
}

/** How far the sheets that follow reach. @param otherwise - for what is not in the workbook yet */
export function extentIn(reading: TemplateReading, otherwise: Extent): Extent {
  const demand = reading.tables.get(demandTable.name);
  const groupNames = groupNamesIn(reading);
  return { roleGroups: demand?.rows.length ?? otherwise.roleGroups, groupNames: groupNames.length > 0 ? groupNames : otherwise.groupNames };
}

/** A header of the entry sheets that formulas need and that is not there; null when all are. */
export function lostHeader(reading: TemplateReading): { readonly table: string; readonly header: string } | null {
  for (const definition of [demandTable, profileTable] as readonly TableDefinition[]) {
    const read = reading.tables.get(definition.name);
    const lost = read === undefined ? undefined : definition.columns.find((column) => !read.headers.includes(column.header));
    if (read !== undefined && lost !== undefined) return { table: read.name, header: lost.header };
  }
  return null;
}

/** True for what somebody entered, as against what the template put there. */
const isEntered = (cell: CellReading, fromTemplate: string): boolean => cell !== "" && String(cell) !== fromTemplate;

/** How many cells of a table hold something that a person entered; keys such as the role group do not count. */
export function enteredIn(definition: TableDefinition, reading: TemplateReading): number {
  const read = reading.tables.get(definition.name);
  const keys = new Set(["Role group", "Group", "Population"]);
  return definition.columns.filter((column) => column.holds.kind === "entry" && !keys.has(column.header))
    .flatMap((column) => columnIn(read, column.header)).filter((cell) => isEntered(cell, "n/a")).length;
}
