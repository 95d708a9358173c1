/** A copy of a worksheet in the same workbook: cells, features and the sheet's own names. */
import type { Sheet, SheetFeatures } from "../workbook/sheet";
import type { Table } from "../workbook/features";
import { formulaForRenamedSheet } from "../calc/shift-formula";
import { invalidArgument, notImplemented } from "./refusal";
import { freeTableId, freeTableName } from "./table-names";

type Where = "None" | "Before" | "After" | "Beginning" | "End";

/**
 * @param beside - the sheet that `Before` and `After` speak of @returns the copy, which is not activated
 * @throws Refusal ApiNotFound where the copy would be without something that the file keeps on the sheet
 */
export function copySheet(sheet: Sheet, where: Where, beside: Sheet | null): Sheet {
  const { workbook } = sheet;
  if ((where === "Before" || where === "After") && beside === null) throw invalidArgument();
  const [kept] = sheet.kept;
  if (kept !== undefined) throw notImplemented(`Worksheet.copy, with all that the sheet holds (${kept.replace(/\.$/, "")}),`);
  const index = beside === null ? -1 : workbook.sheets.indexOf(beside);
  const position = where === "Beginning" ? 0 : where === "Before" ? index : where === "After" ? index + 1 : workbook.sheets.length;
  const copy = workbook.addSheet(copyName(sheet), "api", position);
  for (const [row, column, cell] of sheet.entries()) copy.put(row, column, cell);
  copy.load(copiedFeatures(sheet, copy));
  tellWhole(copy);
  const own = workbook.names.filter((name) => name.scope === sheet.id);
  if (own.length > 0) workbook.setNames([...workbook.names, ...own.map((name) => ({ ...name, scope: copy.id, formula: ofCopy(name.formula, sheet, copy) }))]);
  return copy;
}

/** Tells of everything on a sheet that was filled without a word. */
export function tellWhole(sheet: Sheet): void {
  const { workbook, extent } = sheet;
  if (extent !== null) workbook.tell({ kind: "cells", sheet: sheet.id, area: extent, cause: "api", what: "both" });
  for (const facet of ["columns", "rows", "merges", "tables", "filter", "validations", "conditionalFormats", "hyperlinks", "charts", "comments", "pageSetup", "protection", "view", "tabColour", "properties"] as const) workbook.tell({ kind: "facet", sheet: sheet.id, facet, cause: "api" });
}

/** "Demand" is copied to "Demand (2)", as Excel names copies. */
const copyName = (sheet: Sheet): string => freeCopyName(sheet.name, (name) => sheet.workbook.sheetByName(name) !== null);

export function freeCopyName(name: string, isTaken: (name: string) => boolean): string {
  const base = name.replace(/ \(\d+\)$/, "");
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const candidate = base.slice(0, 31 - suffix.length) + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}

/** @param nameOf - a table's name on the copy; a free one made from its own where nothing else is said */
export function copiedFeatures(sheet: Sheet, copy: Sheet, nameOf: ((table: Table) => string) | null = null): SheetFeatures {
  const { workbook } = copy;
  const tables: Table[] = [];
  for (const table of sheet.get("tables")) {
    const taken = tables.map((other) => other.name.toLowerCase());
    tables.push({ ...table, id: freeTableId(workbook) + tables.length, name: nameOf === null ? freeTableName(workbook, table.name, taken) : nameOf(table) });
  }
  return {
    visibility: sheet.get("visibility"), tabColour: sheet.get("tabColour"), gridlines: sheet.get("gridlines"), headings: sheet.get("headings"),
    frozen: sheet.get("frozen"), zoom: sheet.get("zoom"), standardWidth: sheet.get("standardWidth"), standardHeight: sheet.get("standardHeight"),
    columns: sheet.get("columns"), rows: sheet.get("rows"), summaries: sheet.get("summaries"), merges: sheet.get("merges"), tables, autoFilter: sheet.get("autoFilter"), validations: sheet.get("validations"),
    conditionalFormats: sheet.get("conditionalFormats").map((format) => ({ ...format, id: `${format.id}-${copy.id}` })), hyperlinks: sheet.get("hyperlinks"),
    // A chart of a kind that is only carried has nothing that a second one could be made from.
    charts: sheet.get("charts").filter(({ type }) => type !== "Unknown").map((chart) => ({
      ...chart, id: `${chart.id}-${copy.id}`, carried: null,
      title: chart.title.formula === null ? chart.title : { ...chart.title, formula: ofCopy(chart.title.formula, sheet, copy) },
      series: chart.series.map((series) => ({
        ...series, values: series.values === null ? null : ofCopy(series.values, sheet, copy), categories: series.categories === null ? null : ofCopy(series.categories, sheet, copy),
        name: "formula" in series.name ? { formula: ofCopy(series.name.formula, sheet, copy) } : series.name,
      })),
    })),
    comments: sheet.get("comments").map((comment) => ({ ...comment, id: freshId(), replies: comment.replies.map((reply) => ({ ...reply, id: freshId() })) })),
    pageSetup: sheet.get("pageSetup"), pageBreaks: sheet.get("pageBreaks"), protection: sheet.get("protection"), properties: sheet.get("properties"),
  };
}

const freshId = (): string => `{${crypto.randomUUID().toUpperCase()}}`;

/** References to the sheet itself lead to the copy. */
function ofCopy(formula: string, sheet: Sheet, copy: Sheet): string {
  return formulaForRenamedSheet(formula, sheet.name, copy.name);
}
