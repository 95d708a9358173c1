/** Catches names of rows: twice, unknown, misspelt, missing; and a total entered as one more role group (E03, E04, W05, E20, E32). */
import { demandTable } from "../../blueprint/sheets/demand-and-supply";
import { profileTable } from "../../blueprint/sheets/profile";
import { comparators, groups, nameKey, populations, roleGroups } from "../../domain/taxonomy";
import type { Book } from "../book";
import type { CaseId } from "../catalogue";
import { finding, type Finding, type Rule } from "../finding";
import { demandKey, demandRows, isEmptyRow, profileKey, profileRows, rowKey, type Row } from "../rows";
import { inSentence, quoted, someOf } from "../words";

const TOTAL_WORDS = new Set(["total", "totals", "grand total", "all", "sum", "overall", "all role groups", "all roles", "region"]);
const knownPopulations: readonly string[] = [...populations, ...comparators].map(({ name }) => name);

export const rowNames: Rule = (book) => [...demandNames(book), ...profileNames(book)];

function demandNames(book: Book): readonly Finding[] {
  const rows = demandRows(book);
  const named = rows.filter((row) => row.text("Role group") !== "");
  const totals = named.filter((row) => TOTAL_WORDS.has(nameKey(row.text("Role group"))));
  return [
    ...keysMissing(rows, ["Role group"], (row) => isEmptyRow(row, demandTable)),
    ...twice(named, (row) => nameKey(demandKey(row)), "Role group", "E03.demand", demandKey),
    ...totals.flatMap((row) => at(row, "Role group", "E32.total-row", { key: row.text("Role group") })),
    ...strangers(named.filter((row) => !totals.includes(row)), "Role group", roleGroups.map(({ name }) => name), "W05.role-groups"),
  ];
}

function profileNames(book: Book): readonly Finding[] {
  const rows = profileRows(book);
  const named = rows.filter((row) => row.text("Group") !== "" && row.text("Population") !== "");
  const known = new Set(knownPopulations.map(nameKey));
  const unknown = named.filter((row) => !known.has(nameKey(row.text("Population"))));
  return [
    ...keysMissing(rows, ["Group", "Population"], (row) => isEmptyRow(row, profileTable)),
    ...twice(named, (row) => rowKey(row.text("Group"), row.text("Population")), "Population", "E03.profile", profileKey),
    ...unknown.flatMap((row) => at(row, "Population", "E04.population", { found: quoted(row.text("Population")), known: inSentence(knownPopulations, "or") })),
    ...strangers(firstOfEach(named), "Group", groups.map(({ name }) => name), "W05.groups"),
    ...populationsMissing(named),
  ];
}

function at(row: Row, header: string, rule: CaseId, facts: Finding["facts"]): readonly Finding[] {
  const place = row.at(header)?.place;
  return place === undefined ? [] : [finding(rule, place, facts)];
}

/** A row with figures needs its name; a row with nothing at all is worth a note. */
function keysMissing(rows: readonly Row[], headers: readonly string[], isEmpty: (row: Row) => boolean): readonly Finding[] {
  return rows.flatMap((row) => {
    if (isEmpty(row)) return at(row, headers[0] ?? "", "E20.empty-row", {});
    return headers.filter((header) => row.at(header) !== null && row.text(header) === "").flatMap((header) => at(row, header, "E20.key", { column: header.toLowerCase() }));
  });
}

/** At the second and later rows of each key, with all rows named by their places. */
function twice(rows: readonly Row[], keyOf: (row: Row) => string, header: string, rule: "E03.demand" | "E03.profile", nameOf: (row: Row) => string): readonly Finding[] {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return [...byKey.values()].filter((same) => same.length > 1).flatMap((same) => {
    const places = inSentence(same.flatMap((row) => row.at(header)?.place.cell ?? []));
    return same.slice(1).flatMap((row) => at(row, header, rule, { key: quoted(nameOf(row)), rows: places }));
  });
}

/** Local names in one note; names that are nearly a known one each on their own. */
function strangers(rows: readonly Row[], header: string, known: readonly string[], rule: "W05.role-groups" | "W05.groups"): readonly Finding[] {
  const present = new Set(rows.map((row) => nameKey(row.text(header))));
  const keys = new Set(known.map(nameKey));
  const unknown = rows.filter((row) => !keys.has(nameKey(row.text(header))));
  const near = unknown.map((row) => ({ row, like: known.find((name) => !present.has(nameKey(name)) && isNearly(nameKey(name), nameKey(row.text(header)))) }));
  const misspelt = near.flatMap(({ row, like }) => (like === undefined ? [] : at(row, header, "E04.looks-like", { found: quoted(row.text(header)), known: like })));
  const local = near.filter(({ like }) => like === undefined).map(({ row }) => row);
  const [first] = local;
  return [...misspelt, ...(first === undefined ? [] : at(first, header, rule, { names: someOf(local.map((row) => quoted(row.text(header)))) }))];
}

const firstOfEach = (rows: readonly Row[]): readonly Row[] => [...byGroup(rows).values()].flatMap(([first]) => first ?? []);

function byGroup(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = nameKey(row.text("Group"));
    const same = found.get(key);
    if (same === undefined) found.set(key, [row]);
    else same.push(row);
  }
  return found;
}

function populationsMissing(rows: readonly Row[]): readonly Finding[] {
  return [...byGroup(rows).values()].flatMap((own) => {
    const there = new Set(own.map((row) => nameKey(row.text("Population"))));
    const missing = knownPopulations.filter((name) => !there.has(nameKey(name)));
    const [first] = own;
    return missing.length === 0 || first === undefined ? [] : at(first, "Group", "E20.population", { group: quoted(first.text("Group")), missing: inSentence(missing) });
  });
}

/** Two slips of one letter at most, in a word long enough that this is no coincidence. */
function isNearly(one: string, other: string): boolean {
  if (Math.min(one.length, other.length) < 5 || Math.abs(one.length - other.length) > 2) return false;
  return slips(one, other) <= 2;
}

/** Letters to put in, take out or change to get from one word to the other. */
function slips(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1];
    for (const [column, against] of [...other].entries()) {
      line.push(Math.min((above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1, (above[column] ?? 0) + (letter === against ? 0 : 1)));
    }
    above = line;
  }
  return above[other.length] ?? 0;
}
