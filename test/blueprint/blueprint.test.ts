/** The workbook as data: within Excel's limits, with nothing that leads nowhere, and laid out so that everybody can read it. */
import { tokenize } from "@borgar/fx";
import { coreSheets, workbookBlueprint } from "../../src/blueprint/workbook-blueprint";
import { sheetDefinitions, type SheetDefinition } from "../../src/blueprint/definitions";
import { regionDefinitions, regionSheet, regionTables } from "../../src/blueprint/region/region-sheets";
import { placeWeight } from "../../src/blueprint/fingerprint";
import type { Setup } from "../../src/blueprint/setup";
import { styles, type Style } from "../../src/blueprint/theme";
import type { SheetBlueprint, TableBlueprint, WorkbookBlueprint } from "../../src/blueprint/types";
import type { IsoDate } from "../../src/domain/period";

const setup: Setup = {
  structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31" as IsoDate,
  roleGroups: ["Chief executive", "Director of finance", "Nurse director"], demandUnit: "headcount",
};
const withAnswers = (given: Setup): WorkbookBlueprint => workbookBlueprint(given, [...coreSheets, "board-summary", "accessibility", "shared-posts", "movements", "sign-off", "queries", "last-return"]);
const modules: readonly (readonly [string, WorkbookBlueprint, readonly SheetDefinition[]])[] = [
  ["the Core module and the sheets that come when they are first needed, in headcount", withAnswers(setup), sheetDefinitions],
  ["the same, in WTE, one role group", withAnswers({ ...setup, demandUnit: "wte", roleGroups: ["Chief executive"] }), sheetDefinitions],
  ["the Region module", { sheets: regionDefinitions.map(({ id }) => regionSheet(id)) }, regionDefinitions],
];

/** Functions that Excel 2016 and LibreOffice 7.4 both work out. */
const KNOWN = new Set(("ABS AND COLUMN COUNT COUNTBLANK COUNTIF COUNTIFS EXACT IF IFERROR INDEX ISBLANK ISERROR ISNUMBER ISTEXT LEFT LEN LOWER MATCH MAX MID MIN MOD N NA NOT OR RANK REPT ROUND ROUNDUP ROW ROWS SEARCH SUBSTITUTE "
  + "SUM SUMIF SUMIFS SUMPRODUCT TEXT TRIM UNICODE").split(" "));

const formulasOf = (sheet: SheetBlueprint): readonly string[] => [
  ...sheet.cells.flatMap((cell) => (cell.holds !== null && "formula" in cell.holds ? [cell.holds.formula] : [])),
  ...sheet.tables.flatMap((table) => table.columns.flatMap((column) => (column.holds.kind === "formula" ? [column.holds.formula] : []))),
  ...sheet.highlights.map((highlight) => highlight.when),
];
const bottomOf = (table: TableBlueprint): number => table.top + table.rows.length;

it("the Core module is seven sheets, and others come when they are first needed", () => {
  expect(withAnswers(setup).sheets.map((sheet) => sheet.tab)).toEqual(["Cover", "Demand and supply", "Profile", "Gap analysis", "Dashboard 1", "Dashboard 2", "Checks", "Board summary", "Accessibility", "Shared posts", "Movements", "Sign-off", "Queries", "Last return"]);
});

it("the Region module knows each of its tables, and none has the name of another's", () => {
  expect([...regionTables.keys()].sort()).toEqual(regionDefinitions.flatMap(({ tables }) => tables).sort());
  const names = [...sheetDefinitions, ...regionDefinitions].flatMap((sheet) => [...sheet.tables, ...sheet.names]);
  expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
});

describe.each(modules)("%s", (_, book, definitions) => {
  const tables = book.sheets.flatMap((sheet) => sheet.tables);
  const names = new Set(book.sheets.flatMap((sheet) => sheet.names.map((name) => name.name)));

  it("has the tables and names by which sheets are recognised later", () => {
    const made = book.sheets.map((sheet) => ({ id: sheet.id, tab: sheet.tab, tables: sheet.tables.map((table) => table.name), names: sheet.names.map((name) => name.name) }));
    expect(made).toEqual(definitions.map(({ id, tab, tables: own, names: ownNames }) => ({ id, tab, tables: own, names: ownNames })));
  });

  it("keeps to Excel's limits: tab 31 characters, formula 8,192, hint 255, its title 32, list 255", () => {
    const over = book.sheets.flatMap((sheet) => [
      ...(sheet.tab.length > 31 ? [`tab ${sheet.tab}`] : []),
      ...formulasOf(sheet).filter((formula) => formula.length > 8192).map((formula) => `formula ${formula.slice(0, 60)}`),
      ...sheet.validations.flatMap(({ title, hint, entry }) => [
        ...(title.length > 32 ? [`title ${title}`] : []), ...(hint.length > 255 ? [`hint ${hint}`] : []),
        ...("words" in entry && entry.words.join(",").length > 255 ? [`list ${entry.words.join(",")}`] : []),
      ]),
    ]);
    expect(over).toEqual([]);
  });

  it("names only tables, columns and single figures that exist, and only functions that Excel 2016 and LibreOffice 7.4 have", () => {
    const wrong = book.sheets.flatMap((sheet) => formulasOf(sheet).flatMap((formula) => [
      ...unknownFunctions(formula), ...unknownNames(formula, names), ...unknownColumns(formula, tables),
    ].map((what) => `${sheet.id}: ${what}`)));
    expect([...new Set(wrong)]).toEqual([]);
  });

  it("writes no text longer than 255 characters inside a formula, which Excel refuses", () => {
    const long = book.sheets.flatMap((sheet) => formulasOf(sheet).flatMap((formula) => [...formula.matchAll(/"((?:[^"]|"")*)"/g)].map((match) => match[1] ?? "").filter((text) => text.length > 255)));
    expect(long).toEqual([]);
  });

  it("draws charts from columns that exist, each with a name of its own and a sentence of its sheet for a title", () => {
    const charts = book.sheets.flatMap((sheet) => sheet.charts);
    const cells = charts.flatMap((chart) => [chart.categories, ...chart.series.map((series) => series.values)]);
    expect(cells.filter(({ table, column }) => !tables.some((own) => own.name === table && own.columns.some((each) => each.header === column)))).toEqual([]);
    expect(new Set(charts.map((chart) => chart.name)).size).toBe(charts.length);
    expect(charts.filter((chart) => chart.shows === "" || chart.valueAxisTitle === "")).toEqual([]);
    const named = book.sheets.map((sheet) => sheet.names.map(({ name, row, column }) => ({ name, holds: sheet.cells.find((cell) => cell.row === row && cell.column === column)?.holds })));
    const unsaid = book.sheets.flatMap((sheet, at) => sheet.charts.filter(({ sentence }) => { const holds = named[at]?.find(({ name }) => name === sentence)?.holds; return holds == null || !("formula" in holds); }));
    expect(unsaid).toEqual([]);
  });

  it("links only to sheets that are there", () => {
    const targets = book.sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => (cell.goesTo === undefined ? [] : [cell.goesTo])));
    const unknown = targets.filter((id) => !sheetDefinitions.some((sheet) => sheet.id === id));
    expect(unknown).toEqual([]);
  });

  it("says in A1 what each sheet shows, and under it the unit, date or organisation", () => {
    for (const sheet of book.sheets) {
      const at = (row: number): unknown => sheet.cells.find((cell) => cell.row === row && cell.column === 0)?.holds ?? null;
      expect({ sheet: sheet.id, title: at(0), subtitle: at(1) }).toEqual({ sheet: sheet.id, title: { text: expect.stringMatching(/.{5,}/) }, subtitle: { formula: expect.stringMatching(/^=/) } });
    }
  });

  it("puts nothing beside or below a table but another table, and tables start in column A", () => {
    const faults = book.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => {
      const beside = sheet.cells.filter((cell) => cell.row >= table.top && cell.row <= bottomOf(table));
      const last = sheet.tables.every((other) => other.top <= table.top);
      const below = last ? sheet.cells.filter((cell) => cell.row > bottomOf(table)) : [];
      return [...(table.left === 0 ? [] : [`${table.name} does not start in column A`]), ...[...beside, ...below].map((cell) => `${table.name}: cell at ${cell.row},${cell.column}`)];
    }));
    expect(faults).toEqual([]);
  });

  it("has tables whose headers are unique, say what they hold, and whose rows fit them", () => {
    for (const table of tables) {
      const headers = table.columns.map((column) => column.header.toLowerCase());
      expect({ table: table.name, doubled: headers.filter((header, at) => headers.indexOf(header) < at), ragged: table.rows.filter((row) => row.length !== headers.length), blank: headers.filter((header) => header.trim() === "") })
        .toEqual({ table: table.name, doubled: [], ragged: [], blank: [] });
      expect(table.rows.length).toBeGreaterThan(0);
    }
  });

  it("explains every cell that is filled in", () => {
    const silent = book.sheets.flatMap((sheet) => sheet.validations.filter((validation) => validation.hint.trim() === "").map((validation) => `${sheet.id}: ${validation.title}`));
    expect(silent).toEqual([]);
  });

  it("prints on A4 with columns that fit on the page's width", () => {
    for (const { id, print } of book.sheets) expect({ id, wide: print.pagesWide <= 2 }).toEqual({ id, wide: true });
  });
});

describe("looks", () => {
  const filled = Object.entries(styles as Readonly<Record<string, Style>>);

  it.each(filled)("%s: text stands out from its ground by 4.5 to 1 or more", (_, style) => {
    expect(contrast(style.colour, style.fill ?? "#FFFFFF")).toBeGreaterThanOrEqual(4.5);
  });

  it("marks cells for filling in by a box, not by colour alone", () => {
    const inputs = filled.filter(([name]) => /^(input|cover)/.test(name));
    expect(inputs.length).toBeGreaterThan(3);
    expect(inputs.filter(([, style]) => style.border !== "box" || style.locked)).toEqual([]);
  });
});

describe("the fingerprint of entered figures", () => {
  it("weighs each of a row's 600 characters by a number of its own", () => {
    const weights = Array.from({ length: 600 }, (_, place) => placeWeight(place + 1));
    expect(new Set(weights).size).toBe(600);
    expect(Math.min(...weights)).toBeGreaterThan(0);
  });

  it("tells any swap of two characters that differ", () => {
    const weights = Array.from({ length: 600 }, (_, place) => placeWeight(place + 1));
    const same = weights.some((weight, at) => at > 0 && weight === weights[at - 1]);
    expect(same).toBe(false);
  });
});

function unknownFunctions(formula: string): readonly string[] {
  return tokenize(formula, { withLocation: false }).filter((token) => token.type === "func" && !KNOWN.has(token.value.toUpperCase())).map((token) => `function ${token.value}`);
}

function unknownNames(formula: string, names: ReadonlySet<string>): readonly string[] {
  return [...formula.replace(/"(?:[^"]|"")*"/g, '""').matchAll(/\bnm[A-Z]\w*/g)].map((match) => match[0]).filter((name) => !names.has(name)).map((name) => `name ${name}`);
}

function unknownColumns(formula: string, tables: readonly TableBlueprint[]): readonly string[] {
  const outside = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...outside.matchAll(/\b(tbl\w+)((?:\[[^\[\]]*\])|(?:\[(?:\[[^\]]*\][,:]?)+\]))?/g)].flatMap(([, name = "", inside = ""]) => {
    const table = tables.find((own) => own.name === name);
    if (table === undefined) return [`table ${name}`];
    const named = [...inside.replace(/^\[(?=\[)|(?<=\])\]$/g, "").matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? "").filter((column) => !column.startsWith("#"));
    return named.filter((column) => !table.columns.some((own) => own.header === column)).map((column) => `column ${name}[${column}]`);
  });
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
