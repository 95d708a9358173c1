/** The cells of a worksheet: places, values, formulas. */
import { all, cellCount, childOf, childrenOf, numberOf, overlap, rectangle, type Parts, type Rectangle } from "./parts";
import { checkBlanks, type Book } from "./workbook";

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

/** Functions that came after Excel 2007 and that analysts use: without _xlfn. in front Excel shows #NAME?. Dynamic-array ones have _xlws. as well in some files. */
const NEWER = new RegExp(`(?<![\\w.])(${[
  "IFNA", "XOR", "IFS", "SWITCH", "MAXIFS", "MINIFS", "CONCAT", "TEXTJOIN", "XLOOKUP", "XMATCH", "FILTER", "SORT", "SORTBY", "UNIQUE", "SEQUENCE", "RANDARRAY", "LET", "LAMBDA", "MAP", "REDUCE", "SCAN", "BYROW", "BYCOL",
  "MAKEARRAY", "TEXTSPLIT", "TEXTBEFORE", "TEXTAFTER", "VSTACK", "HSTACK", "TOCOL", "TOROW", "TAKE", "DROP", "CHOOSECOLS", "CHOOSEROWS", "EXPAND", "WRAPROWS", "WRAPCOLS", "ISOWEEKNUM", "NUMBERVALUE", "FORMULATEXT",
  "SHEET", "SHEETS", "UNICODE", "UNICHAR", "DAYS", "ISFORMULA", "STDEV\\.S", "STDEV\\.P", "VAR\\.S", "VAR\\.P", "PERCENTILE\\.INC", "PERCENTILE\\.EXC", "QUARTILE\\.INC", "QUARTILE\\.EXC", "RANK\\.EQ", "RANK\\.AVG", "MODE\\.SNGL",
  "MODE\\.MULT", "NORM\\.DIST", "NORM\\.S\\.DIST", "NORM\\.INV", "FORECAST\\.LINEAR", "CEILING\\.MATH", "FLOOR\\.MATH", "COVARIANCE\\.P", "COVARIANCE\\.S",
].join("|")})\\(`, "i");

/** Text by place ("B7"), to hold table headers against. */
export type Texts = ReadonlyMap<string, string>;
export interface CellFacts { readonly texts: Texts; readonly arrays: readonly Rectangle[] }

interface Reading { readonly parts: Parts; readonly part: string; readonly book: Book; readonly texts: Map<string, string>; readonly arrays: Rectangle[]; readonly masters: Set<string>; readonly shared: Map<string, string> }

export function checkCells(parts: Parts, part: string, root: Element, book: Book): CellFacts {
  const reading: Reading = { parts, part, book, texts: new Map(), arrays: [], masters: new Set(), shared: new Map() };
  let lastRow = 0;
  for (const row of childrenOf(childOf(root, "sheetData"), "row")) {
    const number = Number(row.getAttribute("r") ?? lastRow + 1);
    if (!(number > lastRow && number <= 1_048_576)) parts.report("SHT-2", part, `row ${number} stands after row ${lastRow}`);
    if (numberOf(row, "ht") > 409.5) parts.report("SHT-8", part, `row ${number} is ${row.getAttribute("ht") ?? ""} points high`);
    if (numberOf(row, "s") >= book.styles.formats) parts.report("CEL-1", part, `row ${number} has format ${row.getAttribute("s") ?? ""}, and there are ${book.styles.formats}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of childrenOf(row, "c")) {
      const place = cell.getAttribute("r") ?? "";
      const at = rectangle(place);
      if (at === null || at.top !== number || at.left <= lastColumn) parts.report("SHT-2", part, `the cell ${place} is out of place in row ${number}`);
      lastColumn = at?.left ?? lastColumn;
      checkFormat(reading, cell, place);
      checkValue(reading, cell, place);
      const formula = childOf(cell, "f");
      if (formula !== null) checkFormula(reading, formula, place, at);
    }
  }
  for (const [number, place] of reading.shared) if (!reading.masters.has(number)) parts.report("CEL-9", part, `${place} shares formula ${number}, which no cell spells out`);
  return reading;
}

function checkFormat({ parts, part, book }: Reading, cell: Element, place: string): void {
  const style = Number(cell.getAttribute("s") ?? 0);
  if (style >= book.styles.formats) parts.report("CEL-1", part, `${place} has cell format ${style}, and there are ${book.styles.formats}`);
  const mark = Number(cell.getAttribute("cm") ?? 0);
  if (mark > book.cellMarks) parts.report("CEL-7", part, `${place} has the mark ${mark}, and there are ${book.cellMarks}`);
}

function checkValue({ parts, part, book, texts }: Reading, cell: Element, place: string): void {
  const type = cell.getAttribute("t") ?? "n";
  const element = childOf(cell, "v");
  const value = element?.textContent ?? "";
  if (type === "s") {
    const text = book.strings[Number(value)];
    if (text === undefined || !/^\d+$/.test(value)) parts.report("CEL-2", part, `${place} shows shared text ${value}, which is not there`);
    else texts.set(place, text);
  } else if (type === "inlineStr" || type === "str") {
    texts.set(place, type === "str" ? value : all(cell, "t").map((text) => text.textContent ?? "").join(""));
    for (const text of type === "str" && element !== null ? [element] : all(cell, "t")) checkBlanks(parts, part, text);
  } else if (type === "n" && value !== "" && !(NUMBER.test(value) && Number.isFinite(Number(value)))) parts.report("CEL-3", part, `${place} should hold a number and holds ${value}`);
  else if (type === "b" && !/^[01]$/.test(value)) parts.report("CEL-3", part, `${place} should hold a truth value and holds ${value}`);
  else if (type === "e" && !ERRORS.has(value)) parts.report("CEL-3", part, `${place} holds the error ${value}, which Excel does not know in files`);
  else if (type === "d" && !/^\d{4}-\d\d-\d\d(?:T[\d:.]+Z?)?$/.test(value)) parts.report("CEL-3", part, `${place} should hold a date and holds ${value}`);
  // Escapes count as the one character that they stand for.
  const length = (texts.get(place) ?? "").replace(/_x[0-9A-Fa-f]{4}_/g, "x").length;
  if (length > 32_767) parts.report("CEL-4", part, `${place} holds a text of ${length} characters`);
}

function checkFormula({ parts, part, arrays, masters, shared }: Reading, element: Element, place: string, at: Rectangle | null): void {
  const formula = element.textContent ?? "";
  if (formula.startsWith("=") || formula.length > 8192) parts.report("CEL-5", part, `${place} has a formula that Excel does not take: ${formula.slice(0, 40)}`);
  const newer = NEWER.exec(formula.replace(/"(?:[^"]|"")*"/g, '""').replace(/'(?:[^']|'')+'!/g, ""))?.[1];
  if (newer !== undefined) parts.report("CEL-10", part, `${place} uses ${newer} without its prefix`);
  const type = element.getAttribute("t");
  const number = element.getAttribute("si") ?? "";
  if (type === "shared" && formula === "") shared.set(number, place);
  if (type === "shared" && formula !== "") masters.add(number);
  if (type !== "array") return;
  const reach = rectangle(element.getAttribute("ref") ?? "");
  if (reach === null || at === null || reach.top !== at.top || reach.left !== at.left) parts.report("CEL-8", part, `the array formula in ${place} fills ${element.getAttribute("ref") ?? "nothing"}`);
  else if (cellCount(reach) > 1) arrays.push(reach);
}

/** Array formulas of several cells against what Excel does not let them share cells with. */
export function checkArrays(parts: Parts, part: string, arrays: readonly Rectangle[], others: readonly Rectangle[]): void {
  for (const array of arrays) if (others.some((other) => overlap(array, other))) parts.report("CEL-8", part, `an array formula in row ${array.top} reaches into a table or merged cells`);
}
