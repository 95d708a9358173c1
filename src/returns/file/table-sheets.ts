/** A sheet for every table of a return: a title, units and day under it, one row of headings, one row for each row of the table. */
import { longDate } from "../../domain/period";
import { dates, travelling } from "../../validation/vocabulary";
import type { ReturnDocument, ReturnHeader, ReturnRow } from "../format/return-document";
import { cell, HEADINGS_ROW, type Look, type ReturnCell, type ReturnCells, type ReturnSheet } from "./return-sheet-model";
import { shownDay, shownFigure, shownText } from "./shown-words";

export interface ReturnColumn { readonly id: string; readonly kind: "key" | "figure" | "text"; readonly heading: string }

/** Tables of the document in the order of their sheets: those that the vocabulary knows, then others by their ids. */
export function tablesInOrder({ tables }: Pick<ReturnDocument, "tables">): readonly string[] {
  const known = [...travelling.keys()].filter((id) => Object.hasOwn(tables, id));
  return [...known, ...Object.keys(tables).filter((id) => !travelling.has(id)).sort()];
}

/** Names of sheets that a table cannot have, since others have them. */
export const OTHER_SHEETS = { return: "Return", explanations: "Explanations", answers: "Answers to queries", log: "Log", machine: "Machine-readable" } as const;

/** What the sheet of a table is called. @example tableTitles(document).get("demand") // => "Demand and supply" */
export function tableTitles(document: Pick<ReturnDocument, "tables">): ReadonlyMap<string, string> {
  const taken = new Set(Object.values(OTHER_SHEETS).map((name) => name.toLowerCase()));
  return new Map(tablesInOrder(document).map((id) => {
    const wanted = travelling.get(id)?.title ?? inWords(id).slice(0, 31);
    let title = wanted;
    for (let number = 2; taken.has(title.toLowerCase()); number += 1) title = `${wanted.slice(0, 27)} (${number})`;
    taken.add(title.toLowerCase());
    return [id, title] as const;
  }));
}

/** Columns of a table's sheet: keys, figures that any row has, texts; in each of these the vocabulary's order, then what it does not know by name. */
export function columnsOf({ tables }: Pick<ReturnDocument, "tables">, table: string): readonly ReturnColumn[] {
  const rows = tables[table] ?? [];
  const words = travelling.get(table);
  const columns = (kind: ReturnColumn["kind"], known: readonly string[], held: (row: ReturnRow) => object): readonly ReturnColumn[] => {
    const used = new Set(rows.flatMap((row) => Object.keys(held(row))));
    const inOrder = [...known.filter((id) => rows.length === 0 || kind === "text" || used.has(id)), ...[...used].filter((id) => !known.includes(id)).sort()];
    return inOrder.map((id) => ({ id, kind, heading: words?.headings.get(id) ?? inWords(id) }));
  };
  return [...columns("key", words?.keys ?? [], (row) => row.key), ...columns("figure", words?.figures ?? [], (row) => row.figures), ...columns("text", words?.texts ?? [], (row) => row.texts)];
}

export function tableSheet(document: ReturnDocument, table: string, name: string): ReturnSheet {
  const columns = columnsOf(document, table);
  const rows = (document.tables[table] ?? []).map((row): ReturnCells => columns.map((column) => cellOf(row, column)));
  return {
    name, frozenRows: HEADINGS_ROW, widths: columns.map(widthOf),
    rows: [...sheetTop(document.header, name, HOW_TO_READ), columns.map(({ heading, kind }) => cell(heading, kind === "figure" ? "headerRight" : "header")), ...rows],
  };
}

const HOW_TO_READ = "An empty cell: not entered. 0: none. n/a: there can be no figure. A sign such as <5: withheld, to protect people.";

/** The four rows above the headings of every sheet that is a list. */
export function sheetTop(header: ReturnHeader, title: string, note: string): readonly ReturnCells[] {
  const { organisation, period, asAt, demandUnit } = header;
  const units = `Posts and demand in ${demandUnit === "wte" ? "WTE (whole-time equivalents)" : "headcount"}, people in headcount. As at ${longDate(asAt)}.`;
  return [[cell(shownText(`${title}: ${organisation.name} (${organisation.code}), ${period}`), "title")], [cell(units, "subtitle")], [statusCell(header)], [cell(note, "note")]];
}

/** What kind of return it is; never to be missed. */
export function statusCell({ stage, nil, sequence }: ReturnHeader): ReturnCell {
  const of = stage === "draft" ? "DRAFT: not signed off, a trial only." : `Return ${sequence} of this period, signed off.`;
  return cell(shownText(nil === null ? of : `NIL RETURN: there is nothing to return. ${nil.reason} ${of}`), stage === "draft" || nil !== null ? "alert" : "label");
}

function cellOf(row: ReturnRow, { id, kind }: ReturnColumn): ReturnCell {
  if (kind === "figure") return listed(shownFigure(row.figures[id]), "figure");
  const text = (kind === "key" ? row.key[id] : row.texts[id]) ?? "";
  return listed(dates.has(id) ? shownDay(text) : shownText(text), "entry");
}

/** A cell of a list: it has its line under it whether or not it holds anything. */
export const listed = (holds: string | number | null, look: Look): ReturnCell => cell(holds === "" ? null : holds, look);

const WIDTHS = { key: 30, figure: 11.5, text: 25 } as const;
const widthOf = ({ id, kind }: ReturnColumn): number => (dates.has(id) ? 18 : WIDTHS[kind]);

/** @example inWords("shared-posts") // => "Shared posts" */
const inWords = (id: string): string => { const words = id.replace(/[-.]+/g, " "); return words.charAt(0).toUpperCase() + words.slice(1); };
