/** One worksheet part read into a sheet of the model. */
import { contains } from "../../workbook/area";
import type { Table } from "../../workbook/features";
import type { Cell, RowFormat, Sheet } from "../../workbook/sheet";
import { between, type Steps } from "../../workbook/steps";
import { FileProblem } from "../file-problem";
import { fileLimits } from "../limits";
import { featuresOf, type SheetOrigin } from "../opened-file";
import { decodeXmlInSteps } from "../package/encoding";
import type { Parts } from "../package/package";
import { child } from "../xml/query";
import { prefixOf, scanXml, type XmlElement } from "../xml/scan";
import { walkRowsInSteps } from "../xml/sheet-data";
import { readAnchored } from "./anchored";
import { CellReader, type CellSource } from "./cells";
import { readSheetFilter } from "./filters";
import { readHighlights, type HighlightSource } from "./highlights";
import { readLinks, readMerges, readSheetProperties } from "./links";
import { readPageBreaks, readPageSetup } from "./page-setup";
import { readColumns, readProtection, readRow, readSheetView } from "./sheet-view";
import { readTables } from "./tables";
import { readValidations } from "./validations";

export interface SheetSource extends HighlightSource, Omit<CellSource, "part" | "prefix" | "tableAt"> {
  readonly parts: Parts;
  /** Cells that may still be read, over all sheets. */
  cellsLeft: number;
}

/** The table over a cell, by name. */
export function tableNameAt(tables: readonly Table[], row: number, column: number): string | null {
  return tables.find((table) => contains(table.area, row, column))?.name ?? null;
}

/** The share of the work that turning bytes into characters is. */
const CHARACTERS = 0.1;

export interface ReadWorksheet { readonly root: XmlElement; readonly text: string; readonly origin: SheetOrigin }

/** Fills `sheet`, with rests on the way. @throws FileProblem damaged, missing-part or too-big */
export function* readWorksheet(source: SheetSource, part: string, sheet: Sheet, written: Map<object, string>): Steps<ReadWorksheet> {
  const text = yield* between(0, CHARACTERS, decodeXmlInSteps(source.parts.bytes(part), part));
  const root = scanXml(text, part, "sheetData");
  if (root.local !== "worksheet") throw new FileProblem("damaged", `${part} is no worksheet`);
  const { tables, parts: tableParts } = readTables(source.parts, part, root, source.patches);
  const properties = readSheetProperties(source.parts, part, root);
  const view = readSheetView(root, source.theme);
  yield CHARACTERS;
  const rows = yield* between(CHARACTERS, 1, readRows(source, part, sheet, root, text, tables));
  sheet.load({
    ...view, rows, tables,
    autoFilter: readSheetFilter(root, source.patches),
    columns: readColumns(root, view.standardWidth),
    merges: readMerges(root),
    validations: readValidations(root, text, written),
    conditionalFormats: readHighlights(root, text, source, written),
    hyperlinks: readLinks(source.parts, part, root, text, written),
    pageSetup: readPageSetup(root),
    pageBreaks: readPageBreaks(root),
    protection: readProtection(root),
    properties: properties.values,
  });
  sheet.anchored = readAnchored(source.parts, part, root);
  return { root, text, origin: { part, features: featuresOf(sheet), tables: tableParts, properties: properties.parts } };
}

function* readRows(source: SheetSource, part: string, sheet: Sheet, root: XmlElement, text: string, tables: readonly Table[]): Steps<ReadonlyMap<number, RowFormat>> {
  const data = child(root, "sheetData");
  const rows = new Map<number, RowFormat>();
  if (data === null || data.selfClosing) return rows;
  const prefix = prefixOf(root);
  const reader = new CellReader({ ...source, part, prefix, tableAt: (row, column) => tableNameAt(tables, row, column) });
  yield* walkRowsInSteps(text, data.openEnd, data.closeStart, prefix, part, {
    row: ({ row, attributes }) => {
      const format = readRow(attributes);
      if (format !== null) rows.set(row, format);
    },
    cell: (raw) => {
      const cell: Cell = reader.read(raw, text).cell;
      sheet.put(raw.row, raw.column, cell);
      source.cellsLeft -= 1;
      if (source.cellsLeft < 0) throw new FileProblem("too-big", `more than ${fileLimits.cells} cells`);
    },
  });
  return rows;
}
