/** The tables of a sheet, each in a part of its own. */
import { parseArea } from "../../workbook/area";
import type { StylePatch, Table, TableColumn } from "../../workbook/features";
import { FileProblem } from "../file-problem";
import { formulaFromFile } from "../formula-form";
import { related, type Parts } from "../package/package";
import { attribute, child, childrenOf, descendants, numberAttribute, relationId, yesNo } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { decodeCellText } from "../xml/text";
import { readColumnFilters, readSortState } from "./filters";

export interface ReadTables {
  readonly tables: readonly Table[];
  readonly parts: ReadonlyMap<number, { readonly part: string; readonly relation: string }>;
}

/** @throws FileProblem missing-part or damaged */
export function readTables(source: Parts, sheetPart: string, root: XmlElement, patches: readonly StylePatch[]): ReadTables {
  const tables: Table[] = [];
  const parts = new Map<number, { readonly part: string; readonly relation: string }>();
  for (const entry of childrenOf(child(root, "tableParts"), "tablePart")) {
    const relation = relationId(entry);
    const part = related(source, sheetPart, relation);
    if (part === null || relation === null) throw new FileProblem("missing-part", `a table of ${sheetPart}`);
    const table = readTable(scanXml(source.text(part), part), part, patches);
    if (parts.has(table.id)) throw new FileProblem("damaged", `${part}: two tables with the number ${table.id}`);
    tables.push(table);
    parts.set(table.id, { part, relation });
  }
  return { tables, parts };
}

function readTable(root: XmlElement, part: string, patches: readonly StylePatch[]): Table {
  const name = attribute(root, "displayName") ?? attribute(root, "name");
  const area = parseArea(attribute(root, "ref") ?? "");
  const id = numberAttribute(root, "id");
  if (name === null || area === null || id === null) throw new FileProblem("damaged", `${part} lacks a name, a place or a number`);
  const style = child(root, "tableStyleInfo");
  const columns = childrenOf(child(root, "tableColumns"), "tableColumn").map((column, index) => readColumn(column, index, name));
  const filters = readColumnFilters(child(root, "autoFilter"), patches).flatMap(({ column, criterion }) => {
    const of = columns[column];
    return of === undefined ? [] : [{ column: of.id, criterion }];
  });
  const sort = readSortState(child(root, "sortState"), area, patches);
  const alt = [...descendants(root)].find((element) => element.local === "table") ?? null;
  return {
    id, name, area,
    headerRow: (numberAttribute(root, "headerRowCount") ?? 1) > 0,
    totalsRow: (numberAttribute(root, "totalsRowCount") ?? 0) > 0,
    columns,
    style: attribute(style, "name"),
    bandedRows: yesNo(style, "showRowStripes", false), bandedColumns: yesNo(style, "showColumnStripes", false),
    firstColumn: yesNo(style, "showFirstColumn", false), lastColumn: yesNo(style, "showLastColumn", false),
    filterButton: child(root, "autoFilter") !== null,
    altText: { title: attribute(alt, "altText") ?? "", description: attribute(alt, "altTextSummary") ?? "" },
    ...(yesNo(root, "insertRow", false) ? { awaitsRow: true } : {}), ...(filters.length === 0 ? {} : { filters }), ...(sort === null ? {} : { sort }),
  };
}

function readColumn(element: XmlElement, index: number, table: string): TableColumn {
  const formula = child(element, "calculatedColumnFormula");
  const totals = attribute(element, "totalsRowFunction");
  const label = attribute(element, "totalsRowLabel");
  return {
    id: numberAttribute(element, "id") ?? index + 1,
    name: decodeCellText(attribute(element, "name") ?? ""),
    formula: formula === null || formula.text === "" ? null : formulaFromFile(formula.text, table),
    totalsFunction: totals === null || totals === "none" ? null : totals,
    totalsLabel: label === null ? null : decodeCellText(label),
  };
}
