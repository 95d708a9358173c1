/** Parts of formulas: references to tables spelt as Excel wants them, and figures spelt out in sentences. */

/** Characters of a header that Excel wants in double brackets. */
const SPECIAL = /[-,:.$^&*+=<>/(){}"]/;

/** A whole column. @example columnOf("tblGap", "Gap now") // => "tblGap[Gap now]" */
export function columnOf(table: string, header: string): string {
  return SPECIAL.test(header) ? `${table}[[${header}]]` : `${table}[${header}]`;
}

/** The cell of a column in the formula's own row. */
export const thisRow = (table: string, header: string): string => `${table}[[#This Row],[${header}]]`;

/** Neighbouring columns of the formula's own row, both ends included. */
export const thisRowSpan = (table: string, from: string, to: string): string => `${table}[[#This Row],[${from}]:[${to}]]`;

export const headerOf = (table: string, header: string): string => `${table}[[#Headers],[${header}]]`;

/** Matches every number and no text, in SUMIFS and COUNTIFS. */
export const ANY_NUMBER = '">-1E+99"';

/** A number as it reads in a sentence. @param places - decimal places */
export const spelt = (number: string, places: 0 | 1 | 2): string => `TEXT(${number},"${["#,##0", "#,##0.0", "0.00"][places] ?? "0"}")`;

/** The number and its noun, in the singular for exactly one. @example counted("A1", 0, "opening") */
export function counted(number: string, places: 0 | 1, one: string, many = `${one}s`): string {
  return `${spelt(number, places)}&IF(${number}=1," ${one}"," ${many}")`;
}

/** Of how many role groups a figure is the total, where it is not of all: " in 11 of 12 role groups". @param groups - a cell with how many are counted */
export const inHowMany = (groups: string): string => `IF(${groups}<ROWS(tblGap[Line])," in "&${groups}&" of "&ROWS(tblGap[Line])&" role groups","")`;

/** The reason that stands in a cell in place of a figure, as it reads inside a sentence. */
export const reason = (cell: string): string => `LOWER(${cell})`;

const OUR_SPELLING = /\b(?:tbl|nm)[A-Z][A-Za-z0-9]*\b/g;

/** A formula of the blueprint, led to the tables and names that there are in a workbook. @param called - from our own spelling to the workbook's */
export const ledTo = (formula: string, called: ReadonlyMap<string, string>): string => formula.replace(OUR_SPELLING, (ours) => called.get(ours) ?? ours);

/** Our tables and names that a formula needs, each once. @example spellingsIn("=SUM(tblGap[Gap now])") // => ["tblGap"] */
export const spellingsIn = (formula: string): readonly string[] => [...new Set(formula.match(OUR_SPELLING) ?? [])];
