/** The last return as the workbook keeps it: every figure as a row of Last return, and read back as figures that rules can compare with. */
import { figureStates, lastReturnTable } from "../blueprint/sheets/last-return";
import type { Holding } from "../blueprint/types";
import { isoDate, type IsoDate } from "../domain/period";
import { structures } from "../domain/structures";
import type { Book } from "../validation/book";
import { HEADER_TABLE, type Figures } from "../validation/language/figures";
import { rowsOf, type Row } from "../validation/rows";
import { headerLabels, travelling } from "../validation/vocabulary";
import { figuresOfReturn } from "./figures-of-return";
import type { FigureJson, ReturnDocument, ReturnHeader, ReturnRow } from "./format/return-document";

/** Whose figures they are, and of which return. */
export interface LastHeader extends Pick<ReturnHeader, "organisation" | "structure" | "period" | "asAt" | "demandUnit" | "sequence"> { readonly digest: string }

type Kept = Pick<ReturnDocument, "thresholds" | "tables"> & { readonly header: LastHeader };

/** Between the words that tell rows apart. */
const BETWEEN = " | ";

/** The rows of Last return that keep these figures. */
export function lastReturnRows({ header, thresholds, tables }: Kept): readonly (readonly Holding[])[] {
  const from = `${header.period}, sequence ${header.sequence}`;
  const row = (table: string, key: string, figure: string, measure: string, [state, value]: readonly [string, Holding]): readonly Holding[] => [text(from), text(table), text(key), text(figure), text(state), value, text(measure)];
  const words: Readonly<Record<string, string>> = {
    "organisation-code": header.organisation.code, "organisation-name": header.organisation.name, structure: header.structure, period: header.period, "header-as-at": header.asAt, "demand-unit": header.demandUnit, sequence: String(header.sequence), digest: header.digest,
  };
  return [
    ...Object.entries(words).map(([measure, value]) => row(HEADER_TABLE, "", headerLabels.get(measure) ?? measure, measure, [figureStates.words, text(value)])),
    ...Object.entries(thresholds).map(([measure, figure]) => row(HEADER_TABLE, "", headerLabels.get(measure) ?? measure, measure, cellFor(figure))),
    ...Object.entries(tables).flatMap(([id, rows]) => rows.flatMap(({ key, figures }) => {
      const table = travelling.get(id);
      const keys = (table?.keys ?? Object.keys(key)).map((column) => key[column] ?? "").join(BETWEEN);
      return Object.entries(figures).map(([measure, figure]) => row(id, keys, table?.headings.get(measure) ?? measure, measure, cellFor(figure)));
    })),
  ];
}

const text = (words: string): Holding => (words === "" ? null : { text: words });

function cellFor(figure: FigureJson): readonly [string, Holding] {
  if (figure === null) return [figureStates.blank, null];
  if (figure === "n/a") return [figureStates["not-applicable"], null];
  if (typeof figure === "number") return [figureStates.number, { number: figure }];
  return "withheld" in figure ? [figureStates.withheld, { text: figure.withheld }] : [figureStates.unreadable, { text: figure.unreadable }];
}

/** What Last return keeps; null where there is none, or what it says of the return cannot be read. */
export function lastReturnIn(book: Book): Kept | null {
  const rows = rowsOf(book, lastReturnTable);
  const header = headerIn(rows);
  if (header === null) return null;
  const tables = new Map<string, Map<string, { readonly key: Readonly<Record<string, string>>; readonly figures: Record<string, FigureJson> }>>();
  const thresholds: Record<string, FigureJson> = {};
  for (const row of rows) {
    const [table, measure, figure] = [row.text("Table"), row.text("Measure"), figureIn(row)];
    if (figure === undefined || measure === "") continue;
    if (table === HEADER_TABLE) thresholds[measure] = figure;
    else rowIn(tables, table, row.text("Row")).figures[measure] = figure;
  }
  return { header, thresholds, tables: Object.fromEntries([...tables].map(([id, kept]) => [id, [...kept.values()].map((each): ReturnRow => ({ ...each, texts: {} }))])) };
}

function rowIn(tables: Map<string, Map<string, { readonly key: Readonly<Record<string, string>>; readonly figures: Record<string, FigureJson> }>>, table: string, keys: string): { readonly figures: Record<string, FigureJson> } {
  const rows = tables.get(table) ?? new Map();
  tables.set(table, rows);
  const columns = travelling.get(table)?.keys ?? [];
  const parts = keys.split(BETWEEN);
  // Words of the last key may hold the mark themselves.
  const made = rows.get(keys) ?? { key: Object.fromEntries(columns.map((column, index) => [column, index === columns.length - 1 ? parts.slice(index).join(BETWEEN) : parts[index] ?? ""])), figures: {} };
  rows.set(keys, made);
  return made;
}

/** Undefined for what is no figure. */
function figureIn(row: Row): FigureJson | undefined {
  switch (row.text("State")) {
    case figureStates.number: { const value = row.at("Value")?.cell.value; return typeof value === "number" ? value : undefined; }
    case figureStates.blank: return null;
    case figureStates["not-applicable"]: return "n/a";
    case figureStates.withheld: return { withheld: row.text("Value") };
    case figureStates.unreadable: return { unreadable: row.text("Value") };
    default: return undefined;
  }
}

function headerIn(rows: readonly Row[]): LastHeader | null {
  const said = (measure: string): string => rows.find((row) => row.text("Table") === HEADER_TABLE && row.text("Measure") === measure && row.text("State") === figureStates.words)?.text("Value") ?? "";
  const structure = structures.find(({ id }) => id === said("structure"));
  const asAt: IsoDate | null = isoDate(said("header-as-at"));
  if (structure === undefined || asAt === null || said("period") === "") return null;
  return {
    organisation: { code: said("organisation-code"), name: said("organisation-name") }, structure: structure.id, period: said("period"), asAt, demandUnit: said("demand-unit") === "wte" ? "wte" : "headcount",
    sequence: Number(said("sequence")) || 1, digest: said("digest"),
  };
}

const made = new WeakMap<Book, Figures | null>();

/** What rules that look back compare with; null where no last return is kept. */
export function lastFigures(book: Book): Figures | null {
  const known = made.get(book);
  if (known !== undefined) return known;
  const kept = lastReturnIn(book);
  const none = { region: null, stage: "final", replaces: null, templateVersion: "", rulePack: { name: "", version: "" }, madeOn: "", contacts: [], sensitivity: "", nil: null } as const;
  const figures = kept === null ? null : figuresOfReturn({ header: { ...none, ...kept.header }, thresholds: kept.thresholds, tables: kept.tables });
  made.set(book, figures);
  return figures;
}
