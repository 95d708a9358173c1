/** The sheets as the template would make them for the workbook at hand: what stands is held against them. */
import { sheetDefinitions } from "../../blueprint/definitions";
import { emptyExtent, sheetBlueprint, type Extent } from "../../blueprint/workbook-blueprint";
import { demandUnitWords, type Setup } from "../../blueprint/setup";
import { dashboard2Table } from "../../blueprint/sheets/dashboard-2";
import { demandTable } from "../../blueprint/sheets/demand-and-supply";
import type { HighlightBlueprint, SheetBlueprint, SheetId, TableBlueprint } from "../../blueprint/types";
import { dateOfSerial, isoDate, type IsoDate } from "../../domain/period";
import { structureNamed } from "../../domain/structures";
import { sameName } from "../../domain/taxonomy";
import { columnTexts, textNamed, type Book } from "../book";

/** A sheet under each unit of demand: who has changed the unit on the Cover and not summarised yet has done nothing wrong. */
export interface Made { readonly now: SheetBlueprint; readonly otherwise: SheetBlueprint }

export function madeFor(book: Book, id: SheetId): Made {
  const setup = setupOf(book);
  const extent = extentOf(book, setup);
  const other = setup.demandUnit === "wte" ? "headcount" : "wte";
  return { now: sheetBlueprint(id, setup, extent), otherwise: sheetBlueprint(id, { ...setup, demandUnit: other }, extent) };
}

const ANY_DAY = isoDate("2009-03-31") ?? never();

/** Set-up as the Cover has it. */
export function setupOf(book: Book): Setup {
  const asAt = book.named.get("nmAsAt")?.cell;
  const roleGroups = columnTexts(book, demandTable.name, "Role group");
  const date: IsoDate | null = asAt?.kind === "number" ? dateOfSerial(Number(asAt.value)) : null;
  return {
    structure: structureNamed(textNamed(book, "nmStructure"))?.id ?? "today", organisationCode: textNamed(book, "nmOrganisationCode"), organisationName: textNamed(book, "nmOrganisationName"),
    period: textNamed(book, "nmPeriod"), asAt: date ?? ANY_DAY, demandUnit: sameName(textNamed(book, "nmDemandUnit"), demandUnitWords.wte) ? "wte" : "headcount",
    roleGroups: roleGroups.length > 0 ? roleGroups : ["Any"],
  };
}

/** As far as the sheets that follow reach today, whatever has been added since they were made. */
function extentOf(book: Book, setup: Setup): Extent {
  const names = columnTexts(book, dashboard2Table.name, "Group");
  return names.length > 0 ? { ...emptyExtent(setup), groupNames: names } : emptyExtent(setup);
}

/** The colours of one column, with formulas for the area they are made on. */
export interface ColumnHighlights { readonly table: string; readonly header: string; readonly highlights: readonly HighlightBlueprint[] }

/** Which columns of a sheet have colours: the areas of the blueprint by the columns they lie on. */
export function highlightedColumns({ tables, highlights }: SheetBlueprint): readonly ColumnHighlights[] {
  return tables.flatMap((table) => table.columns.flatMap(({ header }, index): readonly ColumnHighlights[] => {
    const here = highlights.filter((highlight) => liesOn(highlight, table, table.left + index));
    return here.length === 0 ? [] : [{ table: table.name, header, highlights: here }];
  }));
}

const liesOn = ({ area }: HighlightBlueprint, table: TableBlueprint, column: number): boolean =>
  area.top === table.top + 1 && column >= area.left && column < area.left + area.columns;

/** Every column that has colours, and every cell range that its sheet's single cells take: the same in every workbook. */
const anySetup: Setup = { structure: "today", organisationCode: "", organisationName: "", period: "", asAt: ANY_DAY, roleGroups: ["Any"], demandUnit: "headcount" };
export const anyBlueprint = (id: SheetId): SheetBlueprint => sheetBlueprint(id, anySetup);

/** By name: every table there is. */
export const tableDefinitions: ReadonlyMap<string, TableBlueprint> = new Map(sheetDefinitions.flatMap(({ id }) => anyBlueprint(id).tables.map((table) => [table.name, table] as const)));

/** Our headers whose place another heading has taken. @param headers - of the table as it stands */
export function renamedHeadings(ours: string, headers: readonly string[]): ReadonlyMap<string, string> {
  const columns = tableDefinitions.get(ours)?.columns.map(({ header }) => header) ?? [];
  if (headers.length !== columns.length) return new Map();
  return new Map(columns.flatMap((header, index) => {
    const now = headers[index] ?? "";
    return now === header || headers.includes(header) || columns.includes(now) ? [] : [[header, now] as const];
  }));
}

function never(): never { throw new RangeError("A date of our own is not one."); }
