/** A return's figures as rules see them, so that what judges a workbook judges what arrived too, and a last return can be compared with. */
import { isoDate, serialOfDate } from "../domain/period";
import { entered } from "../domain/figures";
import { HEADER_TABLE, type FigureRow, type FigureTable, type Figures } from "../validation/language/figures";
import type { FindingPlace } from "../validation/finding-place";
import { dates, headerLabels, travelling, type TravellingTable } from "../validation/vocabulary";
import { figureFromJson } from "./format/figure-json";
import type { ReturnDocument, ReturnRow } from "./format/return-document";

/** Where a figure stands, by table, row (from 0) and measure; null where nobody can tell. */
export type PlaceOf = (table: string, row: number, measure: string) => FindingPlace | null;

/** Tables that travel. What only a sheet works out (totals, shares) is not among them, and rules about it are passed over. */
export function figuresOfReturn({ header, thresholds, tables }: Pick<ReturnDocument, "header" | "thresholds" | "tables">, placeOf: PlaceOf = () => null, last: Figures | null = null): Figures {
  const made = [...travelling].flatMap(([id, words]): readonly (readonly [string, FigureTable])[] => {
    const rows = tables[id];
    return rows === undefined ? [] : [[id, { keys: words.keys, families: words.families, rows: rows.map((row, index) => rowOf(row, words, (measure) => placeOf(id, index, measure))) }]];
  });
  return { tables: new Map([...made, [HEADER_TABLE, { keys: [], families: new Map(), rows: [headerRow(header, thresholds, placeOf)] }]]), last, period: header.period, structure: header.structure };
}

function rowOf({ key, figures, texts }: ReturnRow, { keys, headings }: TravellingTable, place: FigureRow["place"]): FigureRow {
  return {
    key: keys.map((id) => key[id] ?? "").filter((part) => part !== "").join(", "), place, heading: (measure) => headings.get(measure) ?? measure,
    text: (column) => (headings.has(column) ? key[column] ?? texts[column] ?? "" : null),
    figure: (measure) => {
      const day = dates.has(measure) ? isoDate(texts[measure] ?? "") : null;
      if (day !== null) return entered(serialOfDate(day));
      const json = figures[measure];
      return json === undefined ? null : figureFromJson(json);
    },
  };
}

function headerRow(header: ReturnDocument["header"], thresholds: ReturnDocument["thresholds"], placeOf: PlaceOf): FigureRow {
  const words: Readonly<Record<string, string>> = { "organisation-code": header.organisation.code, "organisation-name": header.organisation.name, period: header.period, structure: header.structure, "demand-unit": header.demandUnit };
  return {
    key: "the header", place: (measure) => placeOf(HEADER_TABLE, 0, measure), heading: (measure) => headerLabels.get(measure) ?? measure,
    text: (column) => words[column] ?? null,
    figure: (measure) => { const json = thresholds[measure]; return measure === "header-as-at" ? entered(serialOfDate(header.asAt)) : json === undefined ? null : figureFromJson(json); },
  };
}
