/** What came in and what it comes to, as rows of the region's tables. Text is text, and each kind of "no figure" keeps its own look. */
import { ALL_ROLE_GROUPS, NO_FIGURE } from "../../blueprint/region/consolidated";
import { figureHeadings } from "../../blueprint/region/returned";
import { demandUnitWords } from "../../blueprint/setup";
import type { Holding } from "../../blueprint/types";
import { isoDate, serialOfDate } from "../../domain/period";
import { signedBy } from "../../returns/collect/register";
import type { Collection } from "../../returns/collect/collection";
import type { Consolidation, ConsolidatedFigure, ConsolidatedRow } from "../../returns/consolidate/consolidation";
import { idOfKey, type TotalledTable } from "../../returns/consolidate/gather";
import { placeInReturn } from "../../returns/file/places";
import type { ReadReturn } from "../../returns/file/arrival";
import type { FigureJson, ReturnRow } from "../../returns/format/return-document";
import { travelling } from "../../validation/vocabulary";

export type Rows = readonly (readonly Holding[])[];

const text = (words: string): Holding => (words === "" ? null : { text: words });

/** As it stands in a cell: blank, n/a and <5 are what they are. */
export function asSentFigure(json: FigureJson | undefined): Holding {
  if (json === undefined || json === null) return null;
  if (typeof json === "number") return { number: json };
  if (json === "n/a") return { text: "n/a" };
  return { text: "withheld" in json ? json.withheld : `${NO_FIGURE}${json.unreadable}` };
}

/** Measures of Demand and supply in the order of the columns. */
export const measuresOf = (table: TotalledTable): readonly string[] => travelling.get(table)?.figures ?? [];
export const headingOf = (table: TotalledTable, measure: string): string => travelling.get(table)?.headings.get(measure) ?? measure;

const columns = measuresOf("demand").filter((measure) => figureHeadings.includes(headingOf("demand", measure)));

/** Which row of the consolidation a row of a return is in, from 1; null where its key is blank. */
function linesOf(table: TotalledTable, rows: readonly ConsolidatedRow[]): (row: ReturnRow) => Holding {
  const lines = new Map(rows.map(({ key }, index) => [idOfKey(table, key), index + 1]));
  return ({ key }) => { const line = lines.get(idOfKey(table, key)); return line === undefined ? null : { number: line }; };
}

const placeOf = ({ document }: ReadReturn, table: TotalledTable, row: number, measure: string): Holding => {
  const place = placeInReturn(document, table, row, measure);
  return place === null ? null : { text: `${place.sheet}!${place.cell}` };
};

export function returnedRows({ included }: Collection, { demand }: Consolidation): Rows {
  const lineOf = linesOf("demand", demand);
  return included.flatMap((each) => {
    const { header, tables } = each.document;
    const signed = signedBy(each);
    return (tables["demand"] ?? []).map((row, index): readonly Holding[] => [
      text(header.organisation.code), text(header.organisation.name), text(row.key["role-group"] ?? ""), ...columns.map((measure) => asSentFigure(row.figures[measure])),
      text(demandUnitWords[header.demandUnit]), text(signed), text(each.file), placeOf(each, "demand", index, "role-group"), lineOf(row),
    ]);
  });
}

export function returnedProfileRows({ included }: Collection, { profile }: Consolidation): Rows {
  const lineOf = linesOf("profile", profile);
  return included.flatMap((each) => (each.document.tables["profile"] ?? []).map((row, index): readonly Holding[] => {
    const { code, name } = each.document.header.organisation;
    const day = isoDate(row.texts["as-at"] ?? "");
    return [
      text(code), text(name), text(row.key["group"] ?? ""), text(row.key["population"] ?? ""), ...measuresOf("profile").map((measure) => asSentFigure(row.figures[measure])),
      day === null ? null : { number: serialOfDate(day) }, placeOf(each, "profile", index, "group"), lineOf(row),
    ];
  }));
}

interface Reach { readonly fewest: Holding; readonly most: Holding; readonly withheld: Holding }

/** From how many organisations the figures of a row came, and the headings of those that are withheld. */
function reachOf(table: TotalledTable, figures: ConsolidatedRow["figures"]): Reach {
  const from = Object.values(figures).map((figure) => figure.from);
  const withheld = Object.entries(figures).filter(([, { total }]) => total.kind === "withheld").map(([measure]) => headingOf(table, measure));
  return { fewest: { number: Math.min(...from) }, most: { number: Math.max(...from) }, withheld: text(withheld.join("; ")) };
}

/** Formula columns are left to the sheet. */
export function consolidatedRows({ demand, allRoleGroups }: Consolidation): Rows {
  const row = (name: string, figures: Readonly<Record<string, ConsolidatedFigure>>, first: number, last: number): readonly Holding[] => {
    const { fewest, most, withheld } = reachOf("demand", figures);
    return [text(name), null, ...figureHeadings.map(() => null), null, null, null, null, fewest, most, { number: first }, { number: last }, withheld];
  };
  return [...demand.map(({ key, figures }, index) => row(key["role-group"] ?? "", figures, index + 1, index + 1)), ...(demand.length === 0 ? [] : [row(ALL_ROLE_GROUPS, allRoleGroups, 1, demand.length)])];
}

export function consolidatedProfileRows({ profile }: Consolidation): Rows {
  return profile.map(({ key, figures }, index) => {
    const { fewest, most, withheld } = reachOf("profile", figures);
    return [text(key["group"] ?? ""), text(key["population"] ?? ""), null, null, null, null, null, null, fewest, most, { number: index + 1 }, { number: index + 1 }, withheld];
  });
}

const mirrorWords = { matched: "Both declare the same", differs: "They differ", "not-declared-by-other": "The other does not declare it", "other-not-returned": "The other has not returned" } as const;

/** What is taken off a total is shared out over the pairs that match, largest first, since pairs that close a ring are not taken off as well. */
export function sharedRows({ shared, demand }: Consolidation): Rows {
  const left = new Map<string, number>(demand.flatMap(({ key, figures }) => Object.entries(figures).map(([measure, figure]) => [`${idOfKey("demand", key)}\n${measure}`, figure.shared] as const)));
  const lines = new Map(demand.map(({ key }, index) => [idOfKey("demand", key), index + 1]));
  const taken = new Map([...shared].filter(({ state }) => state === "matched").sort((one, other) => (other.number ?? 0) - (one.number ?? 0)).map((mirror) => {
    const cell = `${idOfKey("demand", { "role-group": mirror.roleGroup })}\n${mirror.measure}`;
    const off = Math.min(mirror.number ?? 0, left.get(cell) ?? 0);
    left.set(cell, Math.round(((left.get(cell) ?? 0) - off) * 10) / 10);
    return [mirror, off] as const;
  }));
  return shared.map((mirror): readonly Holding[] => {
    const line = lines.get(idOfKey("demand", { "role-group": mirror.roleGroup }));
    return [
      text(mirror.roleGroup), text(headingOf("demand", mirror.measure)), text(mirror.one), text(mirror.other), mirror.number === null ? null : { number: mirror.number }, text(mirrorWords[mirror.state]),
      { number: taken.get(mirror) ?? 0 }, line === undefined ? null : { number: line },
    ];
  });
}

export function changedRows({ changes, included }: Collection): Rows {
  const names = new Map(included.map(({ document: { header } }) => [header.organisation.code.trim().toUpperCase(), header.organisation.name]));
  return changes.map(({ organisation, table, key, measure, before, after }): readonly Holding[] => {
    const words = travelling.get(table);
    return [text(organisation), text(names.get(organisation) ?? ""), text(sheetWords[table] ?? table), text(key), text(words?.headings.get(measure) ?? measure), asSentFigure(before), asSentFigure(after)];
  });
}

const sheetWords: Readonly<Record<string, string>> = { demand: "Demand and supply", profile: "Profile", cover: "Cover", "shared-posts": "Shared posts", movements: "Movements" };
