/** A figure worked out in code and the same figure's formula in the sheet agree, whatever was entered. Entries are drawn at random from what people really leave in cells. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { entered, blank, notApplicable, unreadable, withheld, type Figure, type Missing } from "../../src/domain/figures";
import { choiceRatio, cumulativeGaps, cumulativeTotals, effortRanks, gap, peopleToDevelop, ragOfRatio, type Worked } from "../../src/domain/gap";
import { representationIndex, shareDeclared, shareOfKnown, wordOfIndex } from "../../src/domain/representation";
import { roundLikeExcel } from "../../src/domain/rounding";
import { groups } from "../../src/domain/taxonomy";
import { defaultThresholds } from "../../src/domain/thresholds";
import { allOk, outputFolder, runJob, setUp, type CellIn } from "../support/job";
import { readCells, type CellsBySheet } from "../support/plain-cells.cjs";

jest.setTimeout(180_000);

type Why = Missing | "no-demand" | "no-people";

const folder = outputFolder("scenarios/figures-agree");
const SEEDS = [1, 7, 20260331];
const SPANS = ["now", "to 1 year", "1 to 3 years", "3 to 5 years"];
const ROLE_GROUPS = 12;
const POPULATIONS = ["Post-holders", "Ready now", "Ready to 1 year", "Ready 1 to 3 years", "Ready 3 to 5 years", "Wider workforce", "Local community"];

/** The same numbers for the same seed, 0 to 1. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Entry { readonly cell: CellIn; readonly figure: Figure }
const asEntry = (value: number): Entry => ({ cell: value, figure: entered(value) });

/** Mostly figures; now and then what stands in place of one. */
function anEntry(draw: () => number, largest: number, tenths: boolean): Entry {
  const kind = draw();
  if (kind < 0.06) return { cell: "", figure: blank };
  if (kind < 0.1) return { cell: "n/a", figure: notApplicable };
  if (kind < 0.13) return { cell: "<5", figure: withheld("<5") };
  if (kind < 0.15) return { cell: "five", figure: unreadable("five") };
  if (kind < 0.25) return asEntry(0);
  return asEntry(tenths ? Math.floor(draw() * largest * 10) / 10 : Math.floor(draw() * largest));
}

/** The table's rows by header, from the sheet as it was saved. */
function rowsOf(cells: CellsBySheet, sheet: string, mark: string): readonly Readonly<Record<string, unknown>>[] {
  const own = cells.get(sheet);
  const header = [...(own ?? [])].find(([, cell]) => cell.value === mark)?.[0];
  if (own === undefined || header === undefined) throw new Error(`No header "${mark}" on ${sheet}.`);
  const top = Number(/\d+/.exec(header)?.[0]);
  const heads = [...own].filter(([at, cell]) => at.replace(/^[A-Z]+/, "") === String(top) && cell.value !== "").map(([at, cell]) => [at.replace(/\d+$/, ""), String(cell.value)] as const);
  const rows: Record<string, unknown>[] = [];
  for (let row = top + 1; own.get(`A${row}`) !== undefined && own.get(`A${row}`)?.value !== ""; row++) rows.push(Object.fromEntries(heads.map(([column, name]) => [name, own.get(`${column}${row}`)?.value ?? ""])));
  return rows;
}

const shown = (worked: Worked<Why>): unknown => (worked.kind === "number" ? worked.value : { "not-entered": "Not entered", withheld: "Withheld", "not-applicable": "Not applicable", "no-demand": "No demand", "no-people": "No people" }[worked.kind]);

describe.each(SEEDS)("figures drawn from %i", (seed) => {
  const draw = drawing(seed);
  const demand = Array.from({ length: ROLE_GROUPS }, () => ({
    posts: asEntry(20 + Math.floor(draw() * 50)),
    spans: SPANS.map(() => ({ demand: anEntry(draw, 20, true), supply: anEntry(draw, 40, false) })),
  }));
  const profile = groups.flatMap((group) => POPULATIONS.map((population) => ({ group: group.name, population, counts: [anEntry(draw, 30, false), anEntry(draw, 200, false), anEntry(draw, 20, false)] as const })));
  let cells: CellsBySheet = new Map();

  beforeAll(async () => {
    const run = await runJob(path.join(folder, String(seed)), [
      { ...setUp, with: { ...("with" in setUp ? setUp.with : {}), demandUnit: "wte" } },
      { paste: { sheet: "Demand and supply", at: "B8", values: demand.map(({ posts, spans }) => [posts.cell, ...spans.map((span) => span.demand.cell), ...spans.map((span) => span.supply.cell)]) } },
      { paste: { sheet: "Profile", at: "C9", values: profile.map(({ counts }) => counts.map((count) => count.cell)) } },
      { do: "summarise" },
    ]);
    allOk(run);
    cells = readCells(readFileSync(run.saved));
  });

  it("give the same gap, cumulative gap, choice ratio, rating, people to develop and rank", () => {
    const worked = demand.map(({ spans }) => spans.map((span) => ({ demand: span.demand.figure, supply: span.supply.figure })));
    const needs = worked.map((spans) => inAll(spans.map((span) => peopleToDevelop(span, defaultThresholds.targetRatio))));
    const ranks = effortRanks(needs.map((need) => (need.kind === "number" ? need.value : null)));
    const wanted = worked.map((spans, row) => ({
      ...Object.fromEntries(spans.flatMap((span, at) => {
        const ratio = choiceRatio(span);
        return [[`Gap ${SPANS[at]}`, shown(gap(span))], [`Choice ratio ${SPANS[at]}`, shown(ratio)], [`RAG ${SPANS[at]}`, ragOfRatio(ratio, defaultThresholds)], [`To develop ${SPANS[at]}`, shown(peopleToDevelop(span, defaultThresholds.targetRatio))]];
      })),
      ...Object.fromEntries(cumulativeGaps(spans).slice(1).map((each, at) => [`Cumulative gap to ${[1, 3, 5][at]} ${at === 0 ? "year" : "years"}`, shown(each)])),
      "To develop by year 5": shown(needs[row] ?? { kind: "not-entered" }),
      "Effort rank": ranks[row] ?? shown(needs[row] ?? { kind: "not-entered" }),
    }));
    const found = rowsOf(cells, "Gap analysis", "Gap now");
    expect(found).toHaveLength(ROLE_GROUPS);
    expect(found.map((row, at) => Object.fromEntries(Object.keys(wanted[at] ?? {}).map((header) => [header, rounded(row[header])])))).toEqual(wanted.map((row) => Object.fromEntries(Object.entries(row).map(([header, value]) => [header, rounded(value)]))));
  });

  it("give the same cumulative gap of all role groups that have figures so far", () => {
    const wanted = cumulativeTotals(demand.map(({ spans }) => spans.map((span) => ({ demand: span.demand.figure, supply: span.supply.figure }))));
    const found = rowsOf(cells, "Gap analysis", "Horizon");
    expect(found.slice(0, 4).map((row) => [rounded(row["Cumulative gap"]), row["Role groups in cumulative gap"]])).toEqual(wanted.map(({ gap: total, of }) => [rounded(shown(total)), of]));
  });

  it("give the same shares, declared parts, representation indexes and ratings", () => {
    const figures = profile.map(({ group, population, counts: [inGroup, notInGroup, unknown] }) => ({ group, population, counts: { inGroup: inGroup.figure, notInGroup: notInGroup.figure, unknown: unknown.figure } }));
    const sheet = rowsOf(cells, "Profile", "Share %");
    expect(sheet.map((row) => [row["Group"], row["Population"], rounded(row["Share %"]), rounded(row["Declared %"])])).toEqual(
      figures.map(({ group, population, counts }) => [group, population, rounded(percent(shareOfKnown(counts))), rounded(percent(shareDeclared(counts)))]));
    const dashboard = rowsOf(cells, "Dashboard 2", "Index against workforce");
    expect(dashboard.map((row) => [row["Group"], row["Index against workforce"], row["Rating against workforce"], row["Index against community"], row["Rating against community"]])).toEqual(
      groups.map(({ name }) => [name, ...indexOf(name, "Wider workforce"), ...indexOf(name, "Local community")]));

    function indexOf(group: string, comparator: string): readonly unknown[] {
      const of = (population: string): Worked<Why> => shareOfKnown(figures.find((row) => row.group === group && row.population === population)?.counts ?? { inGroup: blank, notInGroup: blank });
      const [holders, others] = [of("Post-holders"), of(comparator)];
      if (holders.kind !== "number") return [shown(holders), shown(holders)];
      if (others.kind !== "number") return [shown(others), shown(others)];
      const index = representationIndex(holders.value, others.value);
      const own = figures.find((row) => row.group === group && row.population === "Post-holders")?.counts;
      const known = own?.inGroup.kind === "number" && own.notInGroup.kind === "number" ? own.inGroup.value + own.notInGroup.value : 0;
      return index === null ? ["No comparator", "No comparator"] : [index, wordOfIndex(index, known, defaultThresholds)];
    }
  });
});

/** What there is to develop over all horizons: none where a horizon's is missing; what does not apply adds nothing unless nothing does. */
function inAll(each: readonly Worked[]): Worked {
  for (const kind of ["not-entered", "withheld"] as const) if (each.some((one) => one.kind === kind)) return { kind };
  const numbers = each.flatMap((one) => (one.kind === "number" ? [one.value] : []));
  return numbers.length === 0 ? { kind: "not-applicable" } : { kind: "number", value: numbers.reduce((sum, one) => sum + one, 0) };
}

const percent = (part: Worked<Why>): unknown => (part.kind === "number" ? part.value * 100 : shown(part));
/** To the last digit that is shown, and three more. */
const rounded = (value: unknown): unknown => (typeof value === "number" ? roundLikeExcel(value, 4) : value);
