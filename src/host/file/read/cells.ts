/** One cell of a file made into a cell of the model. Opening and saving read cells by the same means, so that a save knows what changed. */
import { parseArea } from "../../workbook/area";
import type { ArrayReach, Cell } from "../../workbook/sheet";
import { cellError, type CellValue, type ErrorCode } from "../../workbook/values";
import { FileProblem } from "../file-problem";
import { formulaFromFile } from "../formula-form";
import { SharedFormulas } from "../repeated-formulas";
import { rawAttribute, rawContent, type RawCell, type RawContent } from "../xml/sheet-data";
import { decodeCellText } from "../xml/text";
import { stringItem, type SharedString } from "./shared-strings";

const ERRORS: ReadonlySet<string> = new Set<ErrorCode>([
  "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#BLOCKED!", "#BUSY!", "#CONNECT!", "#FIELD!", "#UNKNOWN!",
]);
export const isErrorCode = (text: string): text is ErrorCode => ERRORS.has(text);

export interface CellSource {
  readonly part: string;
  readonly prefix: string;
  readonly strings: readonly SharedString[];
  readonly dynamicMarks: ReadonlySet<string>;
  /** How many cell formats the file has. */
  readonly styleCount: number;
  /** The table that a cell stands in, or null. */
  tableAt(row: number, column: number): string | null;
}

export interface ReadCell {
  readonly cell: Cell;
  readonly raw: RawContent;
  /** The group of a formula that the file states once for many cells, or null. */
  readonly group: string | null;
}

const noContent: RawContent = { formulaAttributes: null, formula: "", formulaStart: 0, formulaEnd: 0, value: null, inline: null };

/** Reads the cells of one sheet in their order. Formulas that are stated once for many cells are remembered on the way. */
export class CellReader {
  private readonly shared = new SharedFormulas();
  constructor(private readonly source: CellSource) {}

  /** @throws FileProblem damaged, for a text, number or format that is not there */
  read(raw: RawCell, text: string): ReadCell {
    const { prefix } = this.source;
    const style = this.style(raw);
    if (raw.openEnd === raw.closeStart) return { cell: plainCell(null, style), raw: noContent, group: null };
    const content = rawContent(text.slice(raw.openEnd, raw.closeStart), prefix);
    const value = this.value(rawAttribute(raw.attributes, "t") ?? "n", content, raw);
    if (content.formulaAttributes === null) return { cell: plainCell(value, style), raw: content, group: null };
    const kind = rawAttribute(content.formulaAttributes, "t") ?? "normal";
    const group = kind === "shared" ? rawAttribute(content.formulaAttributes, "si") : null;
    const formula = this.formula(content, group, kind, raw);
    const array = kind === "array" ? this.reach(content.formulaAttributes, raw) : null;
    return { cell: { value, formula, array, style, state: "live" }, raw: content, group };
  }

  private style({ attributes, row }: RawCell): number {
    const written = rawAttribute(attributes, "s");
    const style = written === null ? 0 : Number(written);
    if (!Number.isInteger(style) || style < 0 || style >= this.source.styleCount) throw this.damaged(row, `has the format ${written ?? ""}, which is not there`);
    return style;
  }

  private formula(content: RawContent, group: string | null, kind: string, { row, column }: RawCell): string | null {
    // A what-if table: Excel works it out by itself, its cells hold values only.
    if (kind === "dataTable") return null;
    if (group !== null && content.formula === "") {
      const moved = this.shared.at(group, row, column);
      if (moved === null) throw this.damaged(row, `shares the formula ${group}, which is not stated`);
      return moved;
    }
    if (content.formula === "") return null;
    const formula = formulaFromFile(content.formula, this.source.tableAt(row, column));
    if (group !== null) this.shared.state(group, formula, row, column);
    return formula;
  }

  private reach(attributes: string, { row, column, attributes: ofCell }: RawCell): ArrayReach {
    const area = parseArea(rawAttribute(attributes, "ref") ?? "") ?? { top: row, left: column, bottom: row, right: column };
    return { area, kind: this.source.dynamicMarks.has(rawAttribute(ofCell, "cm") ?? "") ? "dynamic" : "legacy" };
  }

  private value(type: string, { value, inline }: RawContent, { row }: RawCell): CellValue {
    if (type === "inlineStr") return inline === null ? null : stringItem(inline, this.source.prefix).text;
    if (value === null) return null;
    switch (type) {
      case "s": {
        const shared = this.source.strings[Number(value)];
        if (shared === undefined) throw this.damaged(row, `has the text ${value}, which is not there`);
        return shared.text;
      }
      case "str": return decodeCellText(value.replace(/\r\n?/g, "\n"));
      case "b": return value.trim() === "1" || value.trim() === "true";
      case "e": return cellError(isErrorCode(value.trim()) ? value.trim() as ErrorCode : "#UNKNOWN!");
      case "d": return serialOf(value.trim()) ?? value;
      case "n": {
        if (value.trim() === "") return null;
        const number = Number(value);
        if (!Number.isFinite(number)) throw this.damaged(row, `holds ${value}, which is no number`);
        return number;
      }
      default: throw this.damaged(row, `holds a value of the unknown type ${type}`);
    }
  }

  private damaged(row: number, what: string): FileProblem {
    return new FileProblem("damaged", `${this.source.part}: a cell in row ${row + 1} ${what}`);
  }
}

const plainCell = (value: CellValue, style: number): Cell => ({ value, formula: null, array: null, style, state: "live" });

/** A date in ISO 8601, as strict files may hold it, as a serial number. */
function serialOf(text: string): number | null {
  const time = Date.parse(/T/.test(text) ? `${text.replace(/Z$/, "")}Z` : `${text}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / 86_400_000 + 25_569;
}
