/** Parts of a sheet as a whole: whether it can be seen, the mark by which it is known, its charts and tables, and the rules of the Cover's cells. */
import { styles } from "../../blueprint/theme";
import type { ChartBlueprint } from "../../blueprint/types";
import { sheetIn, type Book } from "../book";
import type { Drift } from "./drift";
import { tableDefinitions } from "./made";
import { isEntry, type Places } from "./places";
import { lostFormat } from "./shown-as";

export function partDrift(places: Places): readonly Drift[] {
  const { sheet, stands } = places;
  const on = { sheet: sheet.id, tab: sheet.tab };
  return [
    ...(stands.visibility === "Visible" ? [] : [{ ...on, kind: "visibility", was: stands.visibility } as const]),
    ...(stands.marked ? [] : [{ ...on, kind: "mark" } as const]),
    ...tables(places), ...charts(places), ...entryCells(places),
  ];
}

/** A table that was turned into plain cells still has its headings. */
function tables({ made, tableOf, sheet, stands }: Places): readonly Drift[] {
  return made.now.tables.flatMap((definition): readonly Drift[] => {
    if (tableOf(definition.name) !== undefined) return [];
    const [first, second] = definition.columns.map(({ header }) => header);
    const row = (stands.block ?? []).findIndex((cells) => cells.some((held, column) => held === first && cells[column + 1] === second));
    const column = stands.block?.[row]?.findIndex((held, index, cells) => held === first && cells[index + 1] === second) ?? -1;
    return row < 0 || column < 0 ? [] : [{ kind: "table", sheet: sheet.id, tab: sheet.tab, definition, at: { row, column } }];
  });
}

/** A chart can be drawn only where the columns that it shows are. */
function charts(places: Places): readonly Drift[] {
  const { book, made, sheet, stands } = places;
  return made.now.charts.flatMap((chart): readonly Drift[] => {
    const emptied = stands.charts.includes(chart.name);
    return emptied && !losesItsSheet(book, chart) ? [] : [{ kind: "chart", sheet: sheet.id, tab: sheet.tab, chart: standingChart(places, chart), emptied }];
  });
}

const losesItsSheet = (book: Book, { categories, series }: ChartBlueprint): boolean =>
  [categories, ...series.map(({ values }) => values)].some(({ table }) => { const sheet = tableDefinitions.get(table)?.sheet; return sheet !== undefined && sheetIn(book, sheet) === undefined; });

/** Over the table as it was made: what was put in above moves both. */
function standingChart({ made, tableOf }: Places, chart: ChartBlueprint): ChartBlueprint {
  const under = made.now.tables[made.now.tables.length - 1];
  const table = under === undefined ? undefined : tableOf(under.name);
  if (under === undefined || table === undefined) return chart;
  return { ...chart, area: { ...chart.area, top: chart.area.top + table.top - under.top, left: chart.area.left + table.left - under.left } };
}

/** Single cells that are filled in: their rule for entry and how they show what is entered. */
function entryCells(places: Places): readonly Drift[] {
  const { book, made, sheet, standing } = places;
  const on = { sheet: sheet.id, tab: sheet.tab };
  return made.now.names.flatMap(({ name, row, column, rows = 1 }): readonly Drift[] => {
    const [named, validation] = [book.named.get(name), made.now.validations.find(({ area }) => area.top === row && area.left === column)];
    const cell = made.now.cells.find((each) => each.row === row && each.column === column);
    if (rows > 1 || named === undefined || named.sheet !== sheet.id || validation === undefined || cell === undefined || !isEntry(cell, made.now)) return [];
    const [lost, format, spot] = [standing.cellRules.get(name), styles[cell.style].numberFormat, { row: named.row, column: named.column }];
    const shownAs = lostFormat(named.cell, format, "cell");
    return [
      ...(lost === undefined ? [] : [{ ...on, kind: "entry-rule", lost, what: validation.title, ofTable: false, validation: { ...validation, area: { top: spot.row, left: spot.column, rows: 1, columns: 1 } } } as const]),
      ...(shownAs === null ? [] : [{ ...on, kind: "number-format", cells: [spot], format, shownAs, what: validation.title, before: [named.cell.numberFormat] } as const]),
    ];
  });
}

