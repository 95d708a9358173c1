/** A sheet's rows and cells patched into the file's own text: what did not change is not written again. */
import { cellName } from "../../workbook/area";
import type { RowFormat, Sheet } from "../../workbook/sheet";
import { between, type Steps } from "../../workbook/steps";
import { sameData } from "../opened-file";
import type { CellSource } from "../read/cells";
import { readRow } from "../read/sheet-view";
import { rawAttribute, walkRowsInSteps, type RawCell, type RawRow } from "../xml/sheet-data";
import { Splices } from "../xml/splice";
import { attributesXml, type Attributes } from "../xml/write";
import { cellXml, valueXml, type CellWriting } from "./cell-xml";
import type { CellChange, CellChanges, SheetText } from "./cell-changes";
import { withPrefix } from "./ordered-xml";

/** Rows that are written between two rests. */
const ROWS_A_STEP = 200;

/** The text of `where` with the sheet's cells and rows as they are now; with rests on the way. */
export function* patchRows(sheet: Sheet, source: CellSource, where: SheetText, changes: CellChanges, writing: CellWriting): Steps<string> {
  const patcher = new RowPatcher(sheet, source, where, changes, writing);
  const { text, from, to } = where;
  yield* between(0, 0.5, walkRowsInSteps(text, from, to, source.prefix, source.part, patcher));
  yield* between(0.5, 1, patcher.finish(to));
  return patcher.splices.apply().slice(from, to + patcher.grown);
}

class RowPatcher {
  readonly splices: Splices;
  /** How much longer the text gets. */
  grown = 0;
  private readonly rowsLeft: number[];
  private nextRow = 0;
  private pending: readonly number[] = [];
  private nextColumn = 0;
  private cellsMoved = false;

  constructor(private readonly sheet: Sheet, private readonly source: CellSource, private readonly where: SheetText, private readonly changes: CellChanges, private readonly writing: CellWriting) {
    this.splices = new Splices(where.text);
    this.rowsLeft = [...new Set([...sheet.rowNumbers, ...sheet.get("rows").keys()])].sort((a, b) => a - b);
  }

  row(raw: RawRow): void {
    this.newRowsBefore(raw.row, raw.start);
    if (this.rowsLeft[this.nextRow] === raw.row) this.nextRow += 1;
    this.pending = this.sheet.columnsOf(raw.row);
    this.nextColumn = 0;
    this.cellsMoved = false;
  }

  cell(raw: RawCell): void {
    this.newCellsBefore(raw.row, raw.column, raw.start);
    if (this.pending[this.nextColumn] === raw.column) this.nextColumn += 1;
    const change = this.changes.changes.get(raw.start);
    if (change === undefined) {
      if (rawAttribute(raw.attributes, "r") === null) this.insert(raw.start + this.source.prefix.length + 2, ` r="${cellName(raw.row, raw.column)}"`);
      return;
    }
    const xml = withPrefix(this.changedCell(raw, change), this.source.prefix);
    if (xml === "") this.cellsMoved = true;
    this.replace(raw.start, raw.end, xml);
  }

  rowEnd(raw: RawRow, closeStart: number): void {
    if (!raw.selfClosing) this.newCellsBefore(raw.row, Infinity, closeStart);
    const inside = raw.selfClosing ? this.pending.map((column) => this.newCell(raw.row, column)).join("") : "";
    if (inside !== "") this.cellsMoved = true;
    const attributes = this.rowAttributes(raw);
    if (attributes === raw.attributes && inside === "") return;
    const { prefix } = this.source;
    const opening = `<${prefix}row${attributes}`;
    this.replace(raw.start, raw.openEnd, !raw.selfClosing ? `${opening}>` : inside === "" ? `${opening}/>` : `${opening}>${inside}</${prefix}row>`);
  }

  /** The rows after the file's last. */
  *finish(to: number): Steps<void> {
    while (this.nextRow < this.rowsLeft.length) {
      this.newRowsBefore(Infinity, to, ROWS_A_STEP);
      yield this.nextRow / this.rowsLeft.length;
    }
  }

  private newRowsBefore(row: number, at: number, most = Infinity): void {
    let xml = "";
    let written = 0;
    for (let next = this.rowsLeft[this.nextRow]; next !== undefined && next < row && written < most; next = this.rowsLeft[++this.nextRow]) {
      written += 1;
      const cells = this.sheet.columnsOf(next).map((column) => this.newCell(next, column)).join("");
      const format = this.sheet.get("rows").get(next);
      if (cells === "" && format === undefined) continue;
      xml += `<${this.source.prefix}row r="${next + 1}"${attributesXml(this.formatAttributes(format))}>${cells}</${this.source.prefix}row>`;
    }
    if (xml !== "") this.insert(at, xml);
  }

  private newCellsBefore(row: number, column: number, at: number): void {
    let xml = "";
    for (let next = this.pending[this.nextColumn]; next !== undefined && next < column; next = this.pending[++this.nextColumn]) xml += this.newCell(row, next);
    if (xml === "") return;
    this.cellsMoved = true;
    this.insert(at, xml);
  }

  private newCell(row: number, column: number): string {
    return withPrefix(cellXml(this.sheet.cell(row, column), row, column, this.writing), this.source.prefix);
  }

  private changedCell(raw: RawCell, { extent, cell, raw: content }: CellChange): string {
    if (extent === "all") return cellXml(cell, raw.row, raw.column, this.writing);
    const inside = this.where.text.slice(raw.openEnd, raw.closeStart);
    const style = this.writing.style(cell.style);
    const attributes = withRaw(raw.attributes, { r: cellName(raw.row, raw.column), s: style === 0 ? null : style });
    if (extent === "style") return inside === "" ? (style === 0 ? "" : this.inFilePrefix(attributes, "")) : this.inFilePrefix(attributes, inside);
    const { type, xml } = valueXml(cell.value, true, (text) => this.writing.text(text));
    return this.inFilePrefix(withRaw(attributes, { t: type, vm: null }), inside.slice(content.formulaStart, content.formulaEnd) + withPrefix(xml, this.source.prefix));
  }
  private inFilePrefix(attributes: string, inside: string): string {
    const { prefix } = this.source;
    return inside === "" ? `<${prefix}c${attributes}/>` : `<${prefix}c${attributes}>${inside}</${prefix}c>`;
  }

  private rowAttributes(raw: RawRow): string {
    const format = this.sheet.get("rows").get(raw.row) ?? null;
    const named: Attributes = rawAttribute(raw.attributes, "r") === null ? { r: raw.row + 1 } : {};
    // The span of the row's cells is a hint that may be left out, but not be wrong.
    const spans: Attributes = this.cellsMoved ? { spans: null } : {};
    const before = readRow(raw.attributes);
    if (sameData(before, format)) return withRaw(raw.attributes, { ...named, ...spans });
    const now = this.formatAttributes(format ?? undefined);
    const height: Attributes = before?.height === format?.height ? {} : { ht: now["ht"], customHeight: now["customHeight"] };
    return withRaw(raw.attributes, { ...named, ...spans, ...height, hidden: now["hidden"], s: now["s"], customFormat: now["customFormat"], outlineLevel: now["outlineLevel"], collapsed: now["collapsed"] });
  }
  private formatAttributes(format: RowFormat | undefined): Attributes {
    const style = format === undefined ? 0 : this.writing.style(format.style);
    const height = format?.height ?? null;
    return { s: style === 0 ? null : style, customFormat: style === 0 ? null : true, ht: height, hidden: format?.hidden === true ? true : null, customHeight: height === null ? null : true, outlineLevel: format?.level ?? null, collapsed: format?.shut ?? null };
  }

  private insert(at: number, text: string): void {
    this.splices.insert(at, text);
    this.grown += text.length;
  }
  private replace(start: number, end: number, text: string): void {
    this.splices.replace(start, end, text);
    this.grown += text.length - (end - start);
  }
}

/** A start tag's inside with attributes set, or taken out where they are null. */
function withRaw(attributes: string, changes: Attributes): string {
  let text = attributes.trimEnd();
  for (const [name, value] of Object.entries(changes)) {
    const written = attributesXml({ [name]: value });
    const present = new RegExp(` ${name}=(?:"[^"]*"|'[^']*')`);
    if (present.test(text)) text = text.replace(present, () => written);
    // Excel itself writes the place first.
    else text = name === "r" ? written + text : text + written;
  }
  return text;
}
