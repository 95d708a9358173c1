/**
 * What a reader can work out. The reader has every published total and every figure of all other organisations that they did not withhold, and knows what
 * always adds up. A withheld figure is given away when it lies in the span of what the reader has (Gaussian elimination), whatever the figures are.
 */
import { populations, roleGroups, groups, nameKey } from "../../../src/domain/taxonomy";
import { collect } from "../../../src/returns/collect/collect";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import type { Consolidation } from "../../../src/returns/consolidate/consolidation";
import { links } from "../../../src/returns/consolidate/withholding";
import type { ReturnDocument, ReturnRow } from "../../../src/returns/format/return-document";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { Chance } from "../../support/chance";
import { madeReturn } from "../../support/made-returns";
import { arrived, collecting, small } from "../region-of-returns";

const noRules = { ...shippedPack, rules: [] };
const COUNTS = ["in-group", "not-in-group", "unknown"];

/** Every total that could be published, as `demand|Finance director|posts`, `all||posts` or `profile|BME, Ready now|unknown`, and whether it is. */
type Publishing = (table: string, key: string, measure: string) => boolean;

const publishedIn = ({ demand, profile, allRoleGroups }: Consolidation): Publishing => (table, key, measure) => {
  if (table === "all") return allRoleGroups[measure]?.total.kind === "number";
  const row = (table === "demand" ? demand : profile).find((each) => nameKey(Object.values(each.key).join(", ")) === nameKey(key));
  return row?.figures[measure]?.total.kind === "number";
};

interface Variable { readonly name: string; readonly code: string; readonly table: string; readonly key: string; readonly measure: string; readonly isWithheld: boolean; /** In no total; what it would be is not known. */ readonly isBlank: boolean }

const variablesOf = (documents: readonly ReturnDocument[]): readonly Variable[] => documents.flatMap(({ header, tables }) => ["demand", "profile"].flatMap((table) => (tables[table] ?? []).flatMap(({ key, figures }) => {
  const words = Object.values(key).join(", ");
  return Object.entries(figures).filter(([measure, figure]) => measure !== "comparator" && figure !== "n/a")
    .map(([measure, figure]) => ({ name: `${header.organisation.code}|${table}|${words}|${measure}`, code: header.organisation.code, table, key: words, measure, isWithheld: figure !== null && typeof figure === "object", isBlank: figure === null }));
})));

type Equation = ReadonlyMap<string, number>;
const sum = (variables: readonly Variable[], sign = 1): Equation => new Map(variables.map(({ name }) => [name, sign]));
const plus = (...parts: readonly Equation[]): Equation => { const made = new Map<string, number>(); for (const part of parts) for (const [name, by] of part) made.set(name, (made.get(name) ?? 0) + by); return made; };

/** Published totals, and for each organisation: every group adds up to the same people, and those are the supply, or the posts that are filled. */
function equations(variables: readonly Variable[], isPublished: Publishing): readonly Equation[] {
  const by = (keyOf: (each: Variable) => string): readonly (readonly Variable[])[] => [...variables.filter(({ isBlank }) => !isBlank).reduce((all, each) => all.set(keyOf(each), [...(all.get(keyOf(each)) ?? []), each]), new Map<string, Variable[]>()).values()];
  const totals = by(({ table, key, measure }) => `${table}|${key}|${measure}`).filter(([first]) => first !== undefined && isPublished(first.table, first.key, first.measure)).map((cells) => sum(cells));
  const all = by(({ table, measure }) => `${table}|${measure}`).filter(([first]) => first?.table === "demand" && isPublished("all", "", first.measure)).map((cells) => sum(cells));
  const codes = [...new Set(variables.map(({ code }) => code))];
  const known = codes.flatMap((code) => populations.flatMap((population) => {
    const own = variables.filter((each) => each.code === code);
    const people = groups.map(({ name }) => own.filter(({ table, key }) => table === "profile" && key === `${name}, ${population.name}`)).filter((cells) => cells.length > 0);
    const measures = links.find((link) => link.population === population.name)?.measures ?? [];
    const reckoned = plus(...measures.map((measure, at) => sum(own.filter((each) => each.table === "demand" && each.measure === measure), at === 0 ? 1 : -1)));
    const [first] = people;
    return first === undefined ? [] : [...people.slice(1).map((cells) => plus(sum(first), sum(cells, -1))), plus(sum(first), new Map([...reckoned].map(([name, factor]) => [name, -factor])))];
  }));
  return [...totals, ...all, ...known];
}

const PRIME = 32_003;
const inverse = (value: number): number => { let [result, base, power] = [1, value, PRIME - 2]; while (power > 0) { if (power % 2 === 1) result = (result * base) % PRIME; base = (base * base) % PRIME; power = Math.floor(power / 2); } return result; };

/** Withheld figures that can be worked out: each is looked for with all the figures of its own organisation unknown. */
function givenAway(variables: readonly Variable[], isPublished: Publishing): readonly string[] {
  const all = equations(variables, isPublished);
  return [...new Set(variables.filter(({ isWithheld }) => isWithheld).map(({ code }) => code))].flatMap((code) => {
    const unknown = variables.filter((each) => each.code === code || each.isWithheld || each.isBlank);
    const at = new Map(unknown.map(({ name }, index) => [name, index]));
    const rows = all.map((equation) => { const row = new Array<number>(unknown.length).fill(0); for (const [name, by] of equation) { const column = at.get(name); if (column !== undefined) row[column] = ((by % PRIME) + PRIME) % PRIME; } return row; });
    const reduced = eliminated(rows);
    return unknown.filter((each) => each.code === code && each.isWithheld && reduced.some((row) => row.every((value, column) => (value !== 0) === (column === at.get(each.name))))).map(({ name }) => name);
  });
}

/** Reduced row echelon form: a variable is determined exactly where it stands in a row alone. */
function eliminated(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const left = rows.map((row) => [...row]);
  const width = left[0]?.length ?? 0;
  let top = 0;
  for (let column = 0; column < width; column += 1) {
    const pivot = left.findIndex((row, index) => index >= top && row[column] !== 0);
    const [chosen, other] = [left[pivot], left[top]];
    if (chosen === undefined || other === undefined) continue;
    [left[top], left[pivot]] = [chosen, other];
    const by = inverse(chosen[column] ?? 1);
    for (let each = column; each < width; each += 1) chosen[each] = ((chosen[each] ?? 0) * by) % PRIME;
    for (const row of left) {
      const factor = row[column] ?? 0;
      if (row === chosen || factor === 0) continue;
      for (let each = column; each < width; each += 1) row[each] = (((row[each] ?? 0) + (PRIME - factor) * (chosen[each] ?? 0)) % PRIME);
    }
    top += 1;
  }
  return left.slice(0, top);
}

/** A small region: one to three organisations, a few role groups, groups and populations, some figures withheld, some blank, some rows not there. */
function smallRegion(seed: number): readonly ReturnDocument[] {
  const chance = new Chance(seed);
  const [someRoles, someGroups] = [1 + chance.below(3), 1 + chance.below(3)];
  const hidden = chance.of([0.02, 0.05, 0.2]);
  const cut = (rows: readonly ReturnRow[], keep: (row: ReturnRow) => boolean): ReturnRow[] => rows.filter((row) => keep(row) && chance.part() > 0.05).map((row) => ({
    ...row, figures: Object.fromEntries(Object.entries(row.figures).map(([measure, figure]) => { const drawn = chance.part(); return [measure, typeof figure !== "number" ? figure : drawn < hidden ? { withheld: "<5" } : drawn > 0.98 ? null : figure]; })),
  }));
  return Array.from({ length: 1 + chance.below(3) }, (_, index) => madeReturn(seed, index, { tables: (tables) => {
    tables["demand"] = cut(tables["demand"] ?? [], ({ key }) => roleGroups.slice(0, someRoles).some(({ name }) => name === key["role-group"]));
    tables["profile"] = cut(tables["profile"] ?? [], ({ key }) => groups.slice(0, someGroups).some(({ name }) => name === key["group"]));
  } }));
}

const consolidated = (documents: readonly ReturnDocument[]): Consolidation => consolidate(collect(documents.map((each) => arrived(each)), collecting), noRules);
const SEEDS = Array.from({ length: 600 }, (_, index) => index + 1);

describe("a withheld figure", () => {
  const regions = SEEDS.map((seed) => { const documents = smallRegion(seed); return { seed, variables: variablesOf(documents), isPublished: publishedIn(consolidated(documents)) }; });
  const withheldIn = (variables: readonly Variable[], table: string, key: string, measure: string): boolean => variables.some((each) => each.isWithheld && each.table === table && (table === "demand" && key === "" ? true : each.key === key) && each.measure === measure);

  it("cannot be worked out from what is published and all others' figures, in any of 600 small regions", () => {
    expect(regions.flatMap(({ seed, variables, isPublished }) => givenAway(variables, isPublished).map((name) => `seed ${seed}: ${name}`))).toEqual([]);
    expect(regions.filter(({ variables }) => variables.some(({ isWithheld }) => isWithheld)).length).toBeGreaterThan(300);
  });

  it.each<[string, (variables: readonly Variable[], isPublished: Publishing) => Publishing]>([
    ["all role groups together were published", (_, isPublished) => (table, key, measure) => table === "all" || isPublished(table, key, measure)],
    ["the other counts of its row of Profile were published", (variables, isPublished) => (table, key, measure) => isPublished(table, key, measure) || (table === "profile" && COUNTS.some((each) => withheldIn(variables, table, key, each)) && !withheldIn(variables, table, key, measure))],
    ["the profile of people whose supply is withheld were published", (variables, isPublished) => (table, key, measure) => isPublished(table, key, measure) || (table === "profile" && !COUNTS.some((each) => withheldIn(variables, table, key, each)))],
    ["every total without a withheld figure in it were published", (variables) => (table, key, measure) => (table === "all" ? !withheldIn(variables, "demand", "", measure) : !withheldIn(variables, table, key, measure))],
  ])("could be worked out if %s", (_, publishing) => {
    expect(regions.slice(0, 40).filter(({ variables, isPublished }) => givenAway(variables, publishing(variables, isPublished)).length > 0).length).toBeGreaterThan(0);
  });
});

describe("what is withheld with a figure", () => {
  const FINANCE = "Finance director";
  const withheldTotals = (demand: readonly (readonly [string, number | string, number | string, number | string])[], profile: readonly (readonly [string, string, number | string, number | string, number | string])[]): readonly string[] => {
    const made = consolidated([small({ code: "RAA", demand, profile }), small({ code: "RAB", demand: [[FINANCE, 9, 3, 8], ["Medical director", 8, 2, 6]], profile: [["BME", "Ready now", 6, 8, 0], ["Women", "Ready now", 7, 7, 0], ["BME", "Post-holders", 6, 6, 0], ["Women", "Post-holders", 6, 6, 0]] })]);
    return [...made.demand, ...made.profile].flatMap(({ key, figures }) => Object.entries(figures).filter(([, { total }]) => total.kind === "withheld").map(([measure]) => `${Object.values(key).join(", ")}: ${measure}`)).concat(Object.entries(made.allRoleGroups).filter(([, { total }]) => total.kind === "withheld").map(([measure]) => `All: ${measure}`));
  };
  const everyCount = (...keys: readonly string[]): readonly string[] => keys.flatMap((key) => COUNTS.map((count) => `${key}: ${count}`));
  it.each<[string, Parameters<typeof withheldTotals>, readonly string[]]>([
    ["nothing where nothing is", [[[FINANCE, 5, 2, 3]], [["BME", "Ready now", 1, 2, 0]]], []],
    ["a count of Profile: its row", [[[FINANCE, 5, 2, 3]], [["BME", "Ready now", "<5", 2, 0]]], everyCount("BME, Ready now")],
    ["supply: all role groups, and the profile of those people", [[[FINANCE, 5, 2, "<5"]], []], [`${FINANCE}: supply.now`, ...everyCount("BME, Ready now", "Women, Ready now"), "All: supply.now"]],
    ["vacancies: all role groups, and the profile of post-holders", [[[FINANCE, 5, "<5", 3]], []], [`${FINANCE}: demand.now`, ...everyCount("BME, Post-holders", "Women, Post-holders"), "All: demand.now"]],
  ])("%s", (_, figures, withheld) => expect([...withheldTotals(...figures)].sort()).toEqual([...withheld].sort()));
});
