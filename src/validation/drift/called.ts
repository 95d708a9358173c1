/** What our tables and names are called in the workbook, those included that have to be put back. */
import { sheetDefinitions } from "../../blueprint/definitions";
import { sheetIn, type Book } from "../book";
import type { Standing } from "../standing";

/** A name that is gone comes back as the formulas that are left call it. */
export function calledAgain(book: Book, standing: Standing): ReadonlyMap<string, string> {
  const gone = sheetDefinitions.filter(({ id }) => sheetIn(book, id) !== undefined).flatMap(({ names, tables }) => [...names.filter((name) => !standing.leads.has(name)), ...tables.filter((name) => !book.tables.has(name))]);
  if (gone.length === 0) return standing.called;
  const formulas = formulasIn(book, standing);
  const taken = new Set(standing.takenNames.map((name) => name.toLowerCase()));
  const nameFor = (ours: string): string => {
    const used = new RegExp(`\\b${ours}(?:_\\d+)?\\b`, "i").exec(formulas.find((formula) => new RegExp(`\\b${ours}(?:_\\d+)?\\b`, "i").test(formula)) ?? "")?.[0] ?? ours;
    if (leadsSomewhere(used, standing)) return used;
    const free = [used, ours, ...Array.from({ length: 50 }, (_, index) => `${ours}_${index + 2}`)].find((name) => !taken.has(name.toLowerCase()));
    return free ?? used;
  };
  return new Map([...standing.called, ...gone.map((ours) => [ours, nameFor(ours)] as const)]);
}

/** A name that our formulas use and that leads to no cell of its sheet was led elsewhere: it is ours all the same. */
const leadsSomewhere = (called: string, { names }: Standing): boolean => [...names.keys()].some((name) => name.toLowerCase() === called.toLowerCase());

function formulasIn(book: Book, standing: Standing): readonly string[] {
  const lines = [...standing.sheets.values()].flatMap(({ block }) => block ?? []).flat().filter((held): held is string => typeof held === "string" && held.startsWith("="));
  const columns = [...book.tables.values()].flatMap(({ rows }) => (rows[0] ?? []).flatMap(({ formula }) => formula ?? []));
  return [...lines, ...columns];
}
