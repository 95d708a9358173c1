/** The SQL views on 10,000 returns, in DuckDB: unchanged as they ship, against sums that a plain loop makes over the returns themselves. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { csvOf, headerOf, linesOf } from "../../../src/returns/dataset/csv";
import { figureRows, returnIdOf, type Rows } from "../../../src/returns/dataset/rows";
import { datasetTables, returnsTable } from "../../../src/returns/dataset/tables";
import type { FigureJson, ReturnDocument } from "../../../src/returns/format/return-document";
import { Chance } from "../../support/chance";
import { loaded, rowsOf } from "../../support/duckdb";
import { repository } from "../../support/job";
import { madeFigures } from "../../support/made-returns";

const RETURNS = 10_000;
const folder = path.join(repository, "test/output/national");
/** Role groups and horizons in which nobody may see a total, since one organisation of the 10,000 withheld its figure. */
const withheldCells = new Set(["Finance director|supply.to-3", "Medical director|posts"]);

type National = Pick<ReturnDocument, "header" | "tables">;

interface Sums { readonly added: Map<string, number>; readonly from: Map<string, number> }

/** A return as a national body might get it: some figures blank, some not applicable, one figure of one organisation withheld. */
function nationalReturn(index: number): National {
  const chance = new Chance(index);
  return madeFigures(7, index, {
    header: { organisation: { code: `N${String(index).padStart(5, "0")}`, name: `Organisation ${index}` } },
    tables: ({ demand = [] }) => demand.forEach((row) => {
      const figures = row.figures as Record<string, FigureJson>;
      for (const measure of Object.keys(figures)) {
        if (chance.below(40) === 0) figures[measure] = chance.below(2) === 0 ? null : "n/a";
        if (index === 4321 && withheldCells.has(`${row.key["role-group"] ?? ""}|${measure}`)) figures[measure] = { withheld: "<5" };
      }
    }),
  });
}

function addUp({ tables }: National, { added, from }: Sums): void {
  for (const [table, rows] of Object.entries(tables)) for (const { key, figures } of rows) {
    for (const [measure, figure] of Object.entries(figures)) {
      if (typeof figure !== "number") continue;
      const cell = [table, ...Object.values(key), measure].join("|");
      added.set(cell, (added.get(cell) ?? 0) + figure);
      from.set(cell, (from.get(cell) ?? 0) + 1);
    }
  }
}

describe("the SQL views, on 10,000 returns", () => {
  const sums: Sums = { added: new Map(), from: new Map() };
  let connection: DuckDBConnection;

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const table of datasetTables) writeFileSync(path.join(folder, `${table.id}.csv`), headerOf(table));
    let [returns, figures]: [Rows[], Rows[]] = [[], []];
    for (let index = 0; index < RETURNS; index += 1) {
      const document = nationalReturn(index);
      addUp(document, sums);
      const { header } = document;
      returns.push([returnsTable.columns.map(({ name }) => (name === "return_id" ? returnIdOf(header) : name === "demand_unit" ? header.demandUnit : name === "organisation_code" ? header.organisation.code : name === "is_nil" ? false : null))]);
      figures.push(figureRows(document));
      if (figures.length === 250) {
        appendFileSync(path.join(folder, "returns.csv"), linesOf(returns.flat()));
        appendFileSync(path.join(folder, "figures.csv"), linesOf(figures.flat()));
        [returns, figures] = [[], []];
      }
    }
    connection = await loaded(folder);
  }, 240_000);

  afterAll(() => {
    connection.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });

  it("load every figure", async () => {
    const counted = [...sums.from.values()].reduce((sum, each) => sum + each, 0);
    expect(await rowsOf(connection, "SELECT count(*) AS numbers, (SELECT count(*) FROM returns) AS returns FROM figures WHERE state = 'number'")).toEqual([{ numbers: counted, returns: RETURNS }]);
  });

  it("add up demand, supply and posts to what the returns say, of as many organisations as gave a number", async () => {
    const rows = await rowsOf(connection, "SELECT role_group, measure, state, value, organisations FROM region_demand");
    expect(rows).toHaveLength(12 * 9);
    expect(rows.filter(({ role_group, measure, state, value, organisations }) => {
      const cell = `demand|${String(role_group)}|${String(measure)}`;
      const isWithheld = withheldCells.has(cell.slice("demand|".length));
      return state !== (isWithheld ? "withheld" : "number") || value !== (isWithheld ? null : sums.added.get(cell)) || organisations !== sums.from.get(cell);
    })).toEqual([]);
  });

  it("withhold the total over all role groups where one of them is withheld, and no other", async () => {
    const withheld = await rowsOf(connection, "SELECT measure, value FROM region_all_role_groups WHERE state = 'withheld' ORDER BY measure");
    expect(withheld).toEqual([{ measure: "posts", value: null }, { measure: "supply.to-3", value: null }]);
  });

  it("withhold everybody who is ready in a horizon of which a supply is withheld, post-holders where posts are, and no other row of Profile", async () => {
    const rows = await rowsOf(connection, "SELECT people_group, population, measure, state, value FROM region_profile");
    const wrong = rows.filter(({ people_group, population, measure, state, value }) => {
      const isWithheld = population === "Ready 1 to 3 years" || population === "Post-holders";
      return state !== (isWithheld ? "withheld" : "number") || value !== (isWithheld ? null : sums.added.get(`profile|${String(people_group)}|${String(population)}|${String(measure)}`));
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(5 * 7 * 3);
  });

  it("give a gap and a choice ratio only where demand and supply are known", async () => {
    const rows = await rowsOf(connection, "SELECT * FROM region_gap WHERE role_group = 'Finance director' ORDER BY horizon");
    const of = (measure: string): number => sums.added.get(`demand|Finance director|${measure}`) ?? NaN;
    const known = (horizon: string): object => ({
      role_group: "Finance director", horizon, demand: of(`demand.${horizon}`), supply: of(`supply.${horizon}`), state: "number",
      gap: of(`supply.${horizon}`) - of(`demand.${horizon}`), choice_ratio: of(`supply.${horizon}`) / of(`demand.${horizon}`),
    });
    expect(rows).toEqual([known("now"), known("to-1"), { role_group: "Finance director", horizon: "to-3", demand: of("demand.to-3"), supply: null, state: "withheld", gap: null, choice_ratio: null }, known("to-5")]);
  });

  it("work out shares and indexes as the definitions of M11 and M12 have them", async () => {
    const rows = await rowsOf(connection, "SELECT * FROM region_representation WHERE people_group = 'Women' AND population IN ('Ready now', 'Wider workforce') ORDER BY population");
    const of = (population: string, measure: string): number => sums.added.get(`profile|Women|${population}|${measure}`) ?? NaN;
    const known = (population: string): number => of(population, "in-group") + of(population, "not-in-group");
    const share = (population: string): number => of(population, "in-group") / known(population);
    expect(rows).toEqual(["Ready now", "Wider workforce"].map((population) => ({
      people_group: "Women", population, in_group: of(population, "in-group"), known: known(population), share: share(population),
      index_workforce: share(population) / share("Wider workforce"), index_community: share(population) / share("Local community"),
    })));
  });
});

describe("CSV of the data set", () => {
  it("keeps words that a spreadsheet would run from running, and numbers below zero as numbers", () => {
    const table = { id: "t", title: "", columns: [{ name: "a", type: "text", says: "" }, { name: "b", type: "number", says: "" }] } as const;
    expect(csvOf(table, [["=1+1", -3], ["+44 20", 0], ["a, \"b\"\r\nc", null], ["-4", 1.5]])).toBe(`a,b\r\n"'=1+1",-3\r\n"'+44 20",0\r\n"a, ""b""\r\nc",\r\n-4,1.5\r\n`);
  });
});
