/** The SQL views and this product say the same of every total: numbers, what is withheld, what was never entered, and of how many organisations. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { collect } from "../../../src/returns/collect/collect";
import { supposed } from "../../../src/returns/collect/supposed";
import type { ConsolidatedFigure, Consolidation } from "../../../src/returns/consolidate/consolidation";
import { consolidate } from "../../../src/returns/consolidate/consolidate";
import { csvOf } from "../../../src/returns/dataset/csv";
import { rowsOfCollection } from "../../../src/returns/dataset/rows";
import type { Arrival } from "../../../src/returns/file/arrival";
import type { FigureJson, ReturnRow } from "../../../src/returns/format/return-document";
import { shippedPack } from "../../../src/validation/rule-pack/shipped";
import { Chance } from "../../support/chance";
import { loaded, rowsOf } from "../../support/duckdb";
import { repository } from "../../support/job";
import { madeReturn } from "../../support/made-returns";

const ROLE_GROUP_SPELLINGS: Readonly<Record<string, string>> = { "Finance director": " finance  DIRECTOR", "HR and workforce director": "HR and workforce director" };

/** Returns of a dozen organisations with everything that stops a total: blanks, n/a, withheld counts, another unit, spellings, posts that are shared. */
function awkwardRegion(seed: number): readonly Arrival[] {
  const chance = new Chance(seed);
  const unit = chance.below(3) === 0 ? "wte" : "headcount";
  return Array.from({ length: 12 }, (_, index): Arrival => ({
    kind: "read", file: `${index}.xlsx`, wholeness: "as-written", notes: [],
    document: madeReturn(seed, index, {
      header: { demandUnit: index % 5 === 0 ? unit : "headcount", nil: index === 7 ? { reason: "No critical posts" } : null },
      tables: (tables) => {
        for (const rows of Object.values(tables)) for (const row of rows) for (const measure of Object.keys(row.figures)) {
          const said = chance.below(90);
          if (said < 4) (row.figures as Record<string, FigureJson>)[measure] = said === 0 ? { withheld: "<5" } : said === 1 ? "n/a" : null;
        }
        const demand = tables["demand"] ?? [];
        tables["demand"] = demand.map((row): ReturnRow => ({ ...row, key: { "role-group": (index % 2 === 0 ? ROLE_GROUP_SPELLINGS[row.key["role-group"] ?? ""] : undefined) ?? row.key["role-group"] ?? "" } }));
      },
    }),
  }));
}

const sorted = (lines: readonly string[]): readonly string[] => [...lines].sort();
const number = (value: number): string => String(Math.round(value * 10) / 10);
const told = (words: readonly string[], { total, from }: ConsolidatedFigure): string => [...words, total.kind, total.kind === "number" ? number(total.value) : "", from].join("|");

/** A total that nobody may see says of how many organisations it is all the same. */
function ours({ demand, profile, allRoleGroups }: Consolidation): { readonly demand: readonly string[]; readonly all: readonly string[]; readonly profile: readonly string[] } {
  const lines = (rows: Consolidation["demand"], of: readonly string[]): readonly string[] => rows.flatMap(({ key, figures }) => Object.entries(figures).map(([measure, figure]) => told([...of.map((column) => key[column] ?? ""), measure], figure)));
  return {
    demand: sorted(lines(demand, ["role-group"])), profile: sorted(lines(profile, ["group", "population"])),
    all: sorted(Object.entries(allRoleGroups).map(([measure, { total }]) => [measure, total.kind, total.kind === "number" ? number(total.value) : ""].join("|"))),
  };
}

describe("regions with everything that stops a total", () => {
  it.each(Array.from({ length: 12 }, (_, index) => index + 1))("have the same totals in SQL: seed %i", async (seed) => {
    const arrivals = awkwardRegion(seed);
    const collecting = supposed(arrivals, {});
    if (collecting === null) throw new Error("There is nothing to collect.");
    const collection = collect(arrivals, collecting);
    expect(collection.quarantined).toEqual([]);
    const consolidation = consolidate(collection, shippedPack);
    const folder = path.join(repository, `test/output/views-agree/${seed}`);
    mkdirSync(folder, { recursive: true });
    for (const [table, rows] of rowsOfCollection(collection, consolidation)) writeFileSync(path.join(folder, `${table.id}.csv`), csvOf(table, rows));
    const connection = await loaded(folder);
    const asked = async (sql: string): Promise<readonly string[]> => sorted((await rowsOf(connection, sql)).map((row) => Object.values(row).map((value) => (value === null ? "" : typeof value === "number" ? number(value) : String(value))).join("|")));
    const theirs = {
      demand: await asked("SELECT totals.role_group, region_demand.measure, region_demand.state, region_demand.value, region_demand.organisations FROM region_demand JOIN totals ON totals.figure_table = 'demand' AND totals.role_key = region_demand.role_key AND totals.measure = region_demand.measure"),
      profile: await asked("SELECT people_group, population, measure, state, value, organisations FROM region_profile"),
      all: await asked("SELECT measure, state, value FROM region_all_role_groups"),
    };
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
    expect(theirs).toEqual(ours(consolidation));
  });
});
