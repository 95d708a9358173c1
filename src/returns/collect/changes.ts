/** What a resubmission changed, cell by cell: figures and thresholds, not comments. */
import { nameKey } from "../../domain/taxonomy";
import { HEADER_TABLE } from "../../validation/language/figures";
import { travelling } from "../../validation/vocabulary";
import type { FigureJson, ReturnDocument, ReturnRow } from "../format/return-document";
import { byText } from "../order";
import type { ChangedCell } from "./collection";

/** Rows by their words, and by how often the words came before, since a draft may have a row twice. */
type Rows = ReadonlyMap<string, { readonly key: string; readonly figures: Readonly<Record<string, FigureJson>> }>;

/** @returns table by table, the rows of `after` first and then those that are gone; none where no figure differs */
export function changesBetween(before: ReturnDocument, after: ReturnDocument): readonly ChangedCell[] {
  const organisation = after.header.organisation.code.trim().toUpperCase();
  const tables = [...new Set([...travelling.keys(), ...Object.keys(after.tables).sort(byText), ...Object.keys(before.tables).sort(byText)])];
  const ofTables = tables.flatMap((table) => differences(rowsByWords(before.tables[table] ?? []), rowsByWords(after.tables[table] ?? [])).map((each) => ({ organisation, table, ...each })));
  const whole = (thresholds: ReturnDocument["thresholds"]): Rows => new Map([["", { key: "", figures: thresholds }]]);
  return [...differences(whole(before.thresholds), whole(after.thresholds)).map((each) => ({ organisation, table: HEADER_TABLE, ...each })), ...ofTables];
}

/** The words of a row's key as one: "Women, Ready now". */
export const keyInWords = ({ key }: Pick<ReturnRow, "key">): string => Object.values(key).filter((part) => part !== "").join(", ");

function rowsByWords(rows: readonly ReturnRow[]): Rows {
  const found = new Map<string, { readonly key: string; readonly figures: ReturnRow["figures"] }>();
  for (const row of rows) {
    const words = Object.values(row.key).map(nameKey).join("\u0000");
    let times = 1;
    while (found.has(`${words}\u0000${times}`)) times += 1;
    found.set(`${words}\u0000${times}`, { key: keyInWords(row), figures: row.figures });
  }
  return found;
}

function differences(before: Rows, after: Rows): readonly Pick<ChangedCell, "key" | "measure" | "before" | "after">[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((words) => {
    const [old, now] = [before.get(words), after.get(words)];
    const measures = [...new Set([...Object.keys(now?.figures ?? {}), ...Object.keys(old?.figures ?? {})])];
    return measures.flatMap((measure) => {
      const [was, is] = [old?.figures[measure], now?.figures[measure]];
      return isSame(was, is) ? [] : [{ key: (now ?? old)?.key ?? "", measure, before: kept(was, is), after: is }];
    });
  });
}

/** What was given before and is withheld now is not given by the list of changes either. */
const kept = (before: FigureJson | undefined, after: FigureJson | undefined): FigureJson | undefined => (typeof before === "number" && typeof after === "object" && after !== null && "withheld" in after ? { withheld: "a number" } : before);

/** A blank in a row that came or went is no change: nothing was there, and nothing is. */
const isSame = (one: FigureJson | undefined, other: FigureJson | undefined): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
