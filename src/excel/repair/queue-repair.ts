/** Queues every repair, in the order that Excel needs: what can be seen and is named first, tables and headings before the formulas that use them. No figure is written. Nothing here syncs. */
import { a1, areaName } from "../../blueprint/place";

import type { Drift, NameDrift } from "../../validation/drift/drift";
import { IDENTITY_NAME, identityFormula, type Found } from "../identity";
import { follow, linkTo, nameOf, type Naming } from "../naming";
import { asSent, queueLinks } from "../write-cells";
import { queueChart } from "../write-chart";
import { queueHighlights, queueValidation } from "../write-rules";
import { queueFormulas } from "../write-table";
import { runsDown, sheetFor, type RegainedTable } from "./before";

/** Charts and tables take rows of Office's own objects; the rest is cells. */
export function queueRepair(context: Excel.RequestContext, found: Found, drift: readonly Drift[], tables: readonly RegainedTable[], naming: Naming): void {
  for (const each of drift) queueSeen(found, each);
  for (const table of tables) queueTableAgain(found, table, naming);
  for (const each of drift) if (each.kind === "header") sheetFor(found, each).worksheet.getRange(a1(each.at.row, each.at.column)).values = [[each.header]];
  for (const each of drift) if (each.kind === "name") queueName(context, found, each);
  for (const each of drift) queueCells(found, each, naming);
  for (const table of tables) queueColumns(found, table, naming);
  for (const each of drift) queueLooks(context, found, each, naming);
}

function queueSeen(found: Found, drift: Drift): void {
  if (drift.kind === "visibility") sheetFor(found, drift).worksheet.visibility = "Visible";
  if (drift.kind === "mark") sheetFor(found, drift).worksheet.names.add(IDENTITY_NAME, identityFormula(drift.sheet)).visible = false;
}

function queueTableAgain(found: Found, { drift, rows }: RegainedTable, naming: Naming): void {
  if (rows === null) return;
  const { at, definition } = drift;
  const added = sheetFor(found, drift).worksheet.tables.add(areaName({ top: at.row, left: at.column, rows: rows + 1, columns: definition.columns.length }), true);
  added.name = nameOf(naming, definition.name);
  added.style = "TableStyleLight1";
  added.showBandedRows = false;
  added.showFilterButton = false;
}

/** Formulas of a table that was turned into cells name cells now: its columns have theirs again. */
function queueColumns(found: Found, { drift, rows }: RegainedTable, naming: Naming): void {
  if (rows === null) return;
  const { at, definition } = drift;
  queueFormulas(sheetFor(found, drift).worksheet, { ...definition, top: at.row, left: at.column, rows: Array.from({ length: rows }, () => []) }, naming);
}

/** A name that is there is led back; one that is gone is made again. */
function queueName(context: Excel.RequestContext, found: Found, drift: NameDrift): void {
  const { at, called, says } = drift;
  if (at === null) return;
  const { worksheet, tab } = sheetFor(found, drift);
  if (![...found.names.keys()].some((name) => name.toLowerCase() === called.toLowerCase())) context.workbook.names.add(called, worksheet.getRange(areaName(at)), says);
  else context.workbook.names.getItem(called).formula = `=${linkTo(tab, areaName(at).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2"))}`;
}

function queueCells(found: Found, drift: Drift, naming: Naming): void {
  if (drift.kind === "number-format") {
    for (const area of runsDown(drift.cells)) queueFormat(sheetFor(found, drift).worksheet.getRange(areaName(area)), drift.format);
  }
  if (drift.kind !== "formula" && drift.kind !== "label") return;
  const { worksheet } = sheetFor(found, drift);
  const range = worksheet.getRange(a1(drift.at.row, drift.at.column));
  if (drift.kind === "formula") {
    queueFormat(range, drift.format);
    range.formulas = [[follow(drift.formula, naming)]];
  } else if (drift.cell?.goesTo === undefined) range.formulas = [[asSent(drift.holds, naming, false)]];
  else queueLinks(worksheet, [drift.cell], naming);
}

// One value is applied to every cell of the range; Office's types only know the grid form.
const queueFormat = (range: Excel.Range, format: string): void => { (range as { numberFormat: unknown }).numberFormat = format; };

function queueLooks(context: Excel.RequestContext, found: Found, drift: Drift, naming: Naming): void {
  if (drift.kind === "entry-rule") queueValidation(sheetFor(found, drift).worksheet, drift.validation);
  if (drift.kind === "highlight") queueHighlights(sheetFor(found, drift).worksheet, drift.highlights, naming);
  if (drift.kind !== "chart") return;
  const { worksheet } = sheetFor(found, drift);
  if (drift.emptied) worksheet.charts.getItem(drift.chart.name).delete();
  queueChart(context, worksheet, drift.chart, naming);
}
