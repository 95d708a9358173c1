/** A region's tables as rules see them: the register, the organisations side by side, and the totals beside what they are made of. */
import { blank, entered, notApplicable, type Figure } from "../../domain/figures";
import { serialOfDate } from "../../domain/period";
import { addedUp } from "../../domain/rounding";
import { horizons, nameKey } from "../../domain/taxonomy";
import type { FigureRow, FigureTable, Figures } from "../../validation/language/figures";
import { regionTables, type RegionTable } from "../../validation/vocabulary";
import { keyInWords } from "../collect/changes";
import { codeOf } from "../collect/choose";
import type { Collection } from "../collect/collection";
import type { ReadReturn } from "../file/arrival";
import { figureFromJson } from "../format/figure-json";
import type { ReturnRow } from "../format/return-document";
import type { Consolidation, ConsolidatedRow } from "./consolidation";
import type { Source } from "./judge-return";
import { NOWHERE, placeOf } from "./places";
import { figureOfTotal } from "./total";

export interface RegionFigures {
  readonly figures: Figures;
  /** By table and key of a row of the region's tables, as in what a finding is about: `table|key`. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** A row of one of the region's tables, with the row of a return that it is made of, where there is one. */
interface Made { readonly words: Readonly<Record<string, string>>; readonly figures: Readonly<Record<string, Figure>>; readonly from: ReadReturn | null; readonly organisation: string; readonly row: number; readonly key: string }

/** Supply and openings of all horizons together. */
const allOf = (family: string): readonly string[] => horizons.map(({ id }) => `${family}.${id}`);

export function regionFigures(collection: Collection, totals: Pick<Consolidation, "demand">): RegionFigures {
  const { period, structure } = collection.collecting;
  const made: Readonly<Record<string, readonly Made[]>> = { returns: registerRows(collection), "returns-demand": demandRows(collection), "returns-profile": profileRows(collection), "region-totals": totalRows(collection, totals.demand) };
  const sources = new Map<string, Source>();
  const tables = [...regionTables].map(([id, kind]): readonly [string, FigureTable] => [id, { keys: kind.keys, families: kind.families, rows: (made[id] ?? []).map((each) => {
    const row = figureRow(each, kind);
    sources.set(`${id}|${row.key}`, sourceOf(each, kind));
    return row;
  }) }]);
  return { figures: { tables: new Map(tables), last: null, period, structure }, sources };
}

function sourceOf({ organisation, key }: Made, { of }: RegionTable): Source {
  const [table] = Object.values(of).map((each) => each.table);
  return { organisation, table: table ?? "", key, measureOf: (measure) => of[measure]?.measure ?? "" };
}

function figureRow({ words, figures, from, row }: Made, { keys, headings, of }: RegionTable): FigureRow {
  return {
    key: keys.map((column) => words[column] ?? "").join(", "), heading: (measure) => headings.get(measure) ?? measure,
    figure: (measure) => figures[measure] ?? null, text: (column) => words[column] ?? (headings.has(column) ? "" : null),
    place: (measure) => { const at = of[measure]; return from === null || at === undefined ? NOWHERE : placeOf(from.document, at.table, row, at.measure); },
  };
}

/** Code first: long keys are cut off at their end in sentences. */
const named = (name: string, code: string): string => (name === code ? code : `${code} ${name}`);

function registerRows({ register, included }: Collection): readonly Made[] {
  const counting = new Map(included.map((each) => [codeOf(each), each]));
  return register.map(({ code, name, isExpected, state }) => {
    const from = counting.get(code) ?? null;
    return {
      words: { organisation: named(name, code) }, from, organisation: code, row: 0, key: "",
      figures: { expected: isExpected ? entered(1) : blank, received: isExpected && state !== "missing" ? entered(1) : blank, "return-as-at": from === null ? blank : entered(serialOfDate(from.document.header.asAt)) },
    };
  });
}

/** Every row of a table of every return. */
const rowsOf = ({ included }: Collection, table: string, make: (from: ReadReturn, row: ReturnRow) => Pick<Made, "words" | "figures">): readonly Made[] =>
  included.flatMap((from) => (from.document.tables[table] ?? []).map((row, at) => ({ ...make(from, row), from, organisation: codeOf(from), row: at, key: keyInWords(row) })));

const demandRows = (collection: Collection): readonly Made[] => rowsOf(collection, "demand", (from, row) => ({
  words: { "returns-organisation": codeOf(from), "returns-role-group": row.key["role-group"] ?? "" },
  figures: { "returns-posts": figureIn(row, "posts"), "returns-vacancies": figureIn(row, "demand.now"), "returns-openings": together(row, allOf("demand")), "returns-supply": together(row, allOf("supply")) },
}));

const profileRows = (collection: Collection): readonly Made[] => rowsOf(collection, "profile", (from, row) => ({
  words: { "returns-member": codeOf(from), "returns-group": row.key["group"] ?? "", "returns-population": row.key["population"] ?? "" },
  figures: { "returns-in-group": figureIn(row, "in-group"), "returns-not-in-group": figureIn(row, "not-in-group"), "returns-unknown": figureIn(row, "unknown") },
}));

/** Worked out another way than the totals: return by return, straight from what each says. */
function totalRows({ included }: Collection, totals: readonly ConsolidatedRow[]): readonly Made[] {
  return totals.map(({ key, figures }) => {
    const name = key["role-group"] ?? "";
    const rows = included.flatMap(({ document }) => (document.tables["demand"] ?? []).filter((row) => nameKey(row.key["role-group"] ?? "") === nameKey(name)));
    const of = (measures: readonly string[]): Readonly<Record<"region" | "organisations", Figure>> => {
      const own = rows.flatMap((row) => measures.map((measure) => figureIn(row, measure)));
      const numbers = own.flatMap((figure) => (figure.kind === "number" ? [figure.value] : []));
      const parts = measures.map((measure) => figureOfTotal(figures[measure]?.total ?? { kind: "not-entered" }));
      const isWhole = own.every(({ kind }) => kind !== "withheld") && numbers.length > 0;
      return { region: sumOfAll(parts), organisations: isWhole ? entered(addedUp([...numbers, ...measures.map((measure) => -(figures[measure]?.shared ?? 0))])) : blank };
    };
    const [posts, vacancies, supply] = [of(["posts"]), of(["demand.now"]), of(allOf("supply"))];
    return {
      words: { "region-role-group": name }, from: null, organisation: "", row: 0, key: name,
      figures: {
        "region-posts": posts.region, "organisations-posts": posts.organisations, "region-vacancies": vacancies.region, "organisations-vacancies": vacancies.organisations,
        "region-supply": supply.region, "organisations-supply": supply.organisations,
      },
    };
  });
}

const figureIn = ({ figures }: ReturnRow, measure: string): Figure => { const json = figures[measure]; return json === undefined ? blank : figureFromJson(json); };
const together = (row: ReturnRow, measures: readonly string[]): Figure => sumOfAll(measures.map((measure) => figureIn(row, measure)));

/** A sum in which something is missing is not known, and one with a withheld figure is withheld. */
function sumOfAll(figures: readonly Figure[]): Figure {
  const hidden = figures.find(({ kind }) => kind === "withheld" || kind === "unreadable");
  if (hidden !== undefined) return hidden;
  const numbers = figures.flatMap((figure) => (figure.kind === "number" ? [figure.value] : []));
  if (figures.every(({ kind }) => kind === "not-applicable")) return notApplicable;
  return figures.some(({ kind }) => kind === "blank") ? blank : entered(addedUp(numbers));
}
