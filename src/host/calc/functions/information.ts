/** What a value is, and what is known of a cell. */
import { cellName } from "../../workbook/area";
import { CellError, cellError, isError, type CellValue, type ErrorCode } from "../../workbook/values";
import { anything, define, integer, number, optional, range, reference, text, type FunctionSpec } from "../function-spec";
import { NotWorkedOut } from "../not-worked-out";
import { Lambda, Matrix, Reference, References, singleOf, type Operand, type Scope } from "../operand";

const is = (name: string, test: (value: CellValue) => boolean): FunctionSpec => define(name, [anything], ([value]) => test(value));

const ERROR_NUMBERS: Readonly<Partial<Record<ErrorCode, number>>> = {
  "#NULL!": 1, "#DIV/0!": 2, "#VALUE!": 3, "#REF!": 4, "#NAME?": 5, "#NUM!": 6, "#N/A": 7, "#GETTING_DATA": 8, "#SPILL!": 9,
  "#CONNECT!": 10, "#BLOCKED!": 11, "#UNKNOWN!": 12, "#FIELD!": 13, "#CALC!": 14,
};

function typeOf(operand: Operand, scope: Scope): number {
  if (operand instanceof Matrix || (operand instanceof Reference && !operand.isOneCell) || operand instanceof References) return 64;
  if (operand instanceof Lambda) return 128;
  const value = singleOf(operand, scope);
  if (value instanceof CellError) return 16;
  return typeof value === "string" ? 2 : typeof value === "boolean" ? 4 : 1;
}

/** CELL knows what a sheet's cells tell; the rest is #VALUE!. */
function about(what: string, of: Reference, scope: Scope): CellValue {
  const { top, left } = of.area;
  const { sheet } = of;
  switch (what.toLowerCase()) {
    case "address": return `${sheet === scope.sheet ? "" : `${sheet.name}!`}${cellName(top, left).replace(/^([A-Z]+)(\d+)$/, "$$$1$$$2")}`;
    case "row": return top + 1;
    case "col": return left + 1;
    case "contents": return scope.cells.valueAt(sheet, top, left) ?? 0;
    case "type": {
      const value = scope.cells.valueAt(sheet, top, left);
      return value === null ? "b" : typeof value === "string" ? "l" : "v";
    }
    case "width": return Math.round(sheet.get("columns").get(left)?.width ?? sheet.get("standardWidth"));
    case "protect": return scope.cells.workbook.styles.at(sheet.cell(top, left).style).locked ? 1 : 0;
    case "filename": return `[${scope.cells.workbook.fileName}]${sheet.name}`;
    case "format": case "color": case "parentheses": case "prefix": throw new NotWorkedOut(`CELL("${what}") is not built here`, "#VALUE!");
    default: return cellError("#VALUE!");
  }
}

const parity = (name: string, odd: boolean): FunctionSpec => define(name, [number], ([value]) => (Math.abs(Math.trunc(value)) % 2 === 1) === odd);

export const information: readonly FunctionSpec[] = [
  is("ISBLANK", (value) => value === null), is("ISNUMBER", (value) => typeof value === "number"), is("ISTEXT", (value) => typeof value === "string"),
  is("ISNONTEXT", (value) => typeof value !== "string"), is("ISLOGICAL", (value) => typeof value === "boolean"),
  is("ISERROR", isError), is("ISERR", (value) => isError(value) && value.code !== "#N/A"), is("ISNA", (value) => isError(value) && value.code === "#N/A"),
  parity("ISEVEN", false), parity("ISODD", true),
  define("ISREF", [range], ([given]) => given instanceof Reference || given instanceof References),
  define("ISFORMULA", [reference], ([of]) => of.sheet.cell(of.area.top, of.area.left).formula !== null),
  define("N", [anything], ([value]) => (isError(value) ? value : typeof value === "number" ? value : value === true ? 1 : 0)),
  define("INFO", [text], ([what], scope) => {
    switch (what.toLowerCase()) {
      case "recalc": return "Automatic";
      case "numfile": return scope.cells.workbook.sheets.length;
      default: throw new NotWorkedOut(`INFO("${what}") tells of the machine that Excel runs on`, "#VALUE!");
    }
  }, { volatile: true }),
  define("NA", [], () => cellError("#N/A")),
  define("TYPE", [range], ([given], scope) => typeOf(given, scope)),
  define("ERROR.TYPE", [anything], ([value]) => (isError(value) ? ERROR_NUMBERS[value.code] ?? cellError("#N/A") : cellError("#N/A"))),
  define("CELL", [text, optional(reference)], ([what, of], scope) => about(what, of ?? new Reference(scope.sheet, { top: scope.row, left: scope.column, bottom: scope.row, right: scope.column }), scope), { volatile: true }),
  define("SHEET", [optional(range)], ([given], scope) => {
    const sheet = given instanceof Reference ? given.sheet : given === undefined ? scope.sheet : scope.cells.workbook.sheetByName(String(singleOf(given, scope)));
    return sheet === null ? cellError("#N/A") : scope.cells.workbook.sheets.indexOf(sheet) + 1;
  }, { volatile: true }),
  define("SHEETS", [optional(integer)], (_, scope) => scope.cells.workbook.sheets.length, { volatile: true }),
];
