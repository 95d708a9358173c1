/** A copy of a worksheet in the same workbook: cells, features and the sheet's own names. */
import type { Sheet, SheetFeatures } from "../workbook/sheet";
import type { Table } from "../workbook/features";
import { formulaForRenamedSheet } from "../calc/shift-formula";
import { invalidArgument } from "./refusal";
import { freeTableId, freeTableName } from "./table-names";

type Where = "None" | "Before" | "After" | "Beginning" | "End";

/** @param beside - the sheet that `Before` and `After` speak of @returns the copy, which is not activated */
export function copySheet(sheet: Sheet, where: Where, beside: Sheet | null): Sheet {
  const { workbook } = sheet;
  if ((where === "Before" || where === "After") && beside === null) throw invalidArgument();
  const index = beside === null ? -1 : workbook.sheets.indexOf(beside);
  const position = where === "Beginning" ? 0 : where === "Before" ? index : where === "After" ? index + 1 : workbook.sheets.length;
  const copy = workbook.addSheet(copyName(sheet), "api", position);
  for (const [row, column, cell] of sheet.entries()) copy.put(row, column, cell);
  const used = copy.extent;
  copy.load(copiedFeatures(sheet, copy));
  if (used !== null) workbook.tell({ kind: "cells", sheet: copy.id, area: used, cause: "api", what: "both" });
  for (const facet of ["columns", "rows", "merges", "tables", "filter", "validations", "conditionalFormats", "hyperlinks", "charts", "pageSetup", "protection", "view", "tabColour", "properties"] as const) {
    workbook.tell({ kind: "facet", sheet: copy.id, facet, cause: "api" });
  }
  const own = workbook.names.filter((name) => name.scope === sheet.id);
  if (own.length > 0) workbook.setNames([...workbook.names, ...own.map((name) => ({ ...name, scope: copy.id, formula: ofCopy(name.formula, sheet, copy) }))]);
  return copy;
}

/** "Demand" is copied to "Demand (2)", as Excel names copies. */
function copyName(sheet: Sheet): string {
  const base = sheet.name.replace(/ \(\d+\)$/, "");
  for (let n = 2; ; n++) {
    const suffix = ` (${n})`;
    const name = base.slice(0, 31 - suffix.length) + suffix;
    if (!sheet.workbook.isTabName(name)) return name;
  }
}

function copiedFeatures(sheet: Sheet, copy: Sheet): SheetFeatures {
  const { workbook } = sheet;
  const tables: Table[] = [];
  for (const table of sheet.get("tables")) {
    const taken = tables.map((other) => other.name.toLowerCase());
    tables.push({ ...table, id: freeTableId(workbook) + tables.length, name: freeTableName(workbook, table.name, taken) });
  }
  return {
    visibility: sheet.get("visibility"), tabColour: sheet.get("tabColour"), gridlines: sheet.get("gridlines"), headings: sheet.get("headings"),
    frozen: sheet.get("frozen"), zoom: sheet.get("zoom"), standardWidth: sheet.get("standardWidth"), standardHeight: sheet.get("standardHeight"),
    columns: sheet.get("columns"), rows: sheet.get("rows"), merges: sheet.get("merges"), tables, autoFilter: sheet.get("autoFilter"), validations: sheet.get("validations"),
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
    pageSetup: sheet.get("pageSetup"), pageBreaks: sheet.get("pageBreaks"), protection: sheet.get("protection"), properties: sheet.get("properties"),
  };
}

/** References to the sheet itself lead to the copy. */
function ofCopy(formula: string, sheet: Sheet, copy: Sheet): string {
  return formulaForRenamedSheet(formula, sheet.name, copy.name);
}
