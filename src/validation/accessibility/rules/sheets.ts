/** Points A18, A20, A26 to A32, A35 and A36: titles, names and the order of a sheet, and what the file says of itself. */
import { a1, columnLetters } from "../../../blueprint/place";
import { barrier, some, type Barrier, type Offer } from "../barrier";
import { unmarkedTables } from "../blocks";
import { cellAt, filledCells, type LookedBook, type LookedSheet } from "../looked";

export function sheetBarriers(book: LookedBook): readonly Barrier[] {
  const words = book.sheets.every((sheet) => sheet.headFoot.length === 0) ? [] : book.sheets.flatMap((sheet) => filledCells(sheet).map(({ cell }) => cell.text.toLowerCase()));
  return [
    ...fileBarriers(book),
    ...book.sheets.flatMap((sheet) => (isBlank(sheet) ? [barrier("A28.blank", { tab: sheet.tab, cell: "" })]
      : [...title(sheet, book), ...headFoot(sheet, words), ...tabName(sheet), ...columnA(sheet), ...order(sheet)])),
  ];
}

const isBlank = (sheet: LookedSheet): boolean => filledCells(sheet).length === 0 && sheet.charts.length === 0 && sheet.tables.length === 0;

function fileBarriers({ file, title: given, opensAt, firstTab, sheets }: LookedBook): readonly Barrier[] {
  const suggestion = sheets.map((sheet) => cellAt(sheet, 0, 0)).find(({ kind, text }) => kind === "text" && text.trim().length >= FEWEST_LETTERS)?.text.trim() ?? "";
  const offer: Offer = suggestion === ""
    ? { asks: "A title for the file", changes: "The file's title in its properties becomes the words that you typed.", mend: (words) => ({ kind: "document-title", words }) }
    : { asks: "", changes: `The file's title in its properties becomes "${suggestion}".`, mend: (words) => ({ kind: "document-title", words: words === "" ? suggestion : words }) };
  return [
    ...(/\.(xlsm|xltm|xlam)$/i.test(file) ? [barrier("A26.macros", { tab: "", cell: "" }, { file })] : []),
    ...(given.trim() === "" ? [barrier("A35.no-title", { tab: "", cell: "" }, {}, offer)] : []),
    ...(opensAt !== null && (opensAt.tab !== firstTab || opensAt.cell !== "A1") ? [barrier("A36.elsewhere", { tab: "", cell: "" }, opensAt, { asks: "", changes: `A1 of ${firstTab} is selected.`, mend: () => ({ kind: "open-at-first-cell", tab: firstTab }) })] : []),
  ];
}

const FEWEST_LETTERS = 5;

function title(sheet: LookedSheet, book: LookedBook): readonly Barrier[] {
  const at = { tab: sheet.tab, cell: "A1" };
  const { text, kind } = cellAt(sheet, 0, 0);
  const words = text.trim();
  if (words === "") {
    const isRowFree = sheet.used === null || sheet.used.top > 0 || (sheet.cells[0] ?? []).every((cell) => cell.kind === "blank");
    const offer: Offer | null = sheet.isProtected || !isRowFree || kind !== "blank" || sheet.merged.some(({ top, left }) => top === 0 && left === 0) ? null
      : { asks: "A title: what the sheet shows, where and when", changes: `The words that you typed stand in A1 of ${sheet.tab}, which is empty now.`, mend: (given) => ({ kind: "sheet-title", tab: sheet.tab, words: given }) };
    return [barrier("A18.no-title", at, {}, offer)];
  }
  const isHeader = sheet.tables.some(({ area }) => area.top === 0 && area.left === 0) || unmarkedTables(sheet).some(({ top, left }) => top === 0 && left === 0);
  if (words.length < FEWEST_LETTERS || kind === "number" || isHeader) return [barrier("A18.says-little", at, { title: words })];
  const same = book.sheets.slice(0, book.sheets.indexOf(sheet)).find((other) => cellAt(other, 0, 0).text.trim().toLowerCase() === words.toLowerCase());
  return same === undefined ? [] : [barrier("A18.same-title", at, { tab: same.tab })];
}

/** Codes for pages, dates and tabs are left out, and what a cell says as well. */
function headFoot(sheet: LookedSheet, words: readonly string[]): readonly Barrier[] {
  const unsaid = sheet.headFoot.flatMap(phrasesOf).find((phrase) => !words.some((text) => text.includes(phrase.toLowerCase())));
  return unsaid === undefined ? [] : [barrier("A20.header", { tab: sheet.tab, cell: "" }, { text: unsaid })];
}

/** @example phrasesOf("&L&\"Arial\"North West, 2009/10&RPage &P of &N") // => ["North West", "2009/10"] */
export function phrasesOf(text: string): readonly string[] {
  const bare = text.replace(/&&/g, "\u0001").replace(/&"[^"]*"|&K[0-9A-F]{6}|&K\d\d[+-]\d{3}|&\d+|&[A-Za-z]/g, "\u0002").replace(/\u0001/g, "&");
  const known = bare.replace(/\bpage\s*\u0002?\s*(of|\/)?\s*\u0002?/gi, "\u0002");
  return known.split(/[\u0002,;()|\n]+/).map((part) => part.trim()).filter((part) => /\p{L}{2,}|\d{3,}/u.test(part) && !/^(of|page|printed( on)?|date)$/i.test(part));
}

function tabName({ tab }: LookedSheet): readonly Barrier[] {
  return /^(sheet|tabelle|feuil)\s?\d+$/i.test(tab.trim()) ? [barrier("A27.usual-name", { tab, cell: "" })] : [];
}

function columnA(sheet: LookedSheet): readonly Barrier[] {
  return sheet.used !== null && filledCells(sheet).length > 0 && filledCells(sheet).every(({ column }) => column > 0) ? [barrier("A29.not-used", { tab: sheet.tab, cell: "A1" })] : [];
}

function order(sheet: LookedSheet): readonly Barrier[] {
  const { tab, tables } = sheet;
  const [first] = tables.filter(({ area }) => area.left > 0);
  const count = tables.length + unmarkedTables(sheet).length;
  const last = Math.max(-1, ...tables.map(({ area }) => area.top + area.rows - 1));
  const below = last < 0 ? [] : filledCells(sheet).filter(({ row }) => row > last);
  const isColumnAUsed = filledCells(sheet).some(({ column }) => column === 0);
  return [
    // A sheet that leaves the whole of column A empty is told so by A29.
    ...(first === undefined || !isColumnAUsed ? [] : [barrier("A30.off-edge", { tab, cell: a1(first.area.top, first.area.left) }, { table: first.name, column: columnLetters(first.area.left) })]),
    ...(below[0] === undefined ? [] : [barrier("A31.below", { tab, cell: a1(below[0].row, below[0].column) }, { count: some(below.length, "filled cell stands", "filled cells stand"), cell: a1(below[0].row, below[0].column) })]),
    ...(count < 2 ? [] : [barrier("A32.several", { tab, cell: "" }, { count: some(count, "table", "tables") })]),
  ];
}
