/** A return as a package of CSV files says the same as the return, to any program, and runs nothing. */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { strFromU8, unzipSync } from "fflate";
import { parse } from "papaparse";
import { dataPackage, packageNameOf } from "../../../src/returns/file/data-package";
import { inColumns, packageTables } from "../../../src/returns/file/package-tables";
import { awkwardReturn } from "../../support/awkward-returns";
import { Chance } from "../../support/chance";
import { madeReturn } from "../../support/made-returns";
import type { ReturnDocument } from "../../../src/returns/format/return-document";

interface Field { readonly name: string; readonly type: string; readonly title: string; readonly description: string; readonly constraints?: { readonly enum?: readonly string[] } }
interface Resource { readonly name: string; readonly path: string; readonly bytes: number; readonly hash: string; readonly schema: { readonly fields: readonly Field[]; readonly missingValues: readonly string[]; readonly primaryKey?: readonly string[] } }
interface Package { readonly profile: string; readonly name: string; readonly resources: readonly Resource[] }
interface OnTheWeb { readonly tables: readonly { readonly url: string; readonly tableSchema: { readonly columns: readonly { readonly name: string }[] } }[] }

async function opened(document: ReturnDocument): Promise<{ readonly parts: Record<string, Uint8Array>; readonly about: Package; readonly csv: (path: string) => readonly (readonly string[])[] }> {
  const parts = unzipSync(await dataPackage(document));
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  return { parts, about: JSON.parse(text("datapackage.json")) as Package, csv: (path) => parse<string[]>(text(path), { newline: "\r\n", skipEmptyLines: "greedy", delimiter: "," }).data };
}

const withKinds = madeReturn(71, 0, { tables: (tables) => {
  const row = tables["demand"]?.[0];
  if (row !== undefined) tables["demand"]?.splice(0, 1, { ...row, figures: { ...row.figures, "posts": null, "demand.now": 0, "demand.to-1": "n/a", "demand.to-3": { withheld: "<5" } }, texts: { comment: "=1+1", source: "@home" } });
} });

describe("a data package", () => {
  it("has the same bytes however often it is made", async () => expect(Buffer.compare(await dataPackage(withKinds), await dataPackage(withKinds))).toBe(0));
  it("is called after the return", () => expect(packageNameOf("RBS 2009-10 return 1.xlsx")).toBe("RBS 2009-10 return 1 data.zip"));

  it("tells a blank, a zero, not applicable and withheld apart", async () => {
    const { csv } = await opened(withKinds);
    expect(csv("data/figures.csv").filter(([table, row]) => table === "demand" && row === "1").slice(0, 5)).toEqual([
      ["demand", "1", "Chief executive", "posts", "Posts", "headcount", "blank", "", ""],
      ["demand", "1", "Chief executive", "demand.now", "Vacancies now", "headcount", "number", "0", ""],
      ["demand", "1", "Chief executive", "demand.to-1", "Demand to 1 year", "headcount", "not-applicable", "", ""],
      ["demand", "1", "Chief executive", "demand.to-3", "Demand 1 to 3 years", "headcount", "withheld", "", "<5"],
      ["demand", "1", "Chief executive", "demand.to-5", "Demand 3 to 5 years", "headcount", "number", expect.any(String), ""],
    ]);
  });

  it("runs nothing: a text that looks like a formula has an apostrophe before it", async () => {
    const { csv } = await opened(withKinds);
    expect(csv("data/texts.csv").slice(1, 3)).toEqual([["demand", "1", "Chief executive", "comment", "Comment", "'=1+1"], ["demand", "1", "Chief executive", "source", "Source", "'@home"]]);
    for (let seed = 1; seed <= 40; seed += 1) {
      const { parts, csv } = await opened(awkwardReturn(new Chance(seed)));
      const cells = Object.keys(parts).filter((path) => path.endsWith(".csv")).flatMap((path) => csv(path).flat());
      expect(cells.filter((cell) => /^[=+@\t\r＝＋－＠]|^-(?!\d+(\.\d+)?(e[+-]\d+)?$)/.test(cell))).toEqual([]);
    }
  });

  it("says in its lines what the return says, whatever was pasted into it, once the apostrophes are taken away", async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const document = awkwardReturn(new Chance(seed));
      const { csv } = await opened(document);
      for (const { name, fields, rows } of packageTables(document)) {
        const lines = csv(`data/${name}.csv`).map((line) => line.map((cell) => cell.replace(/^'/, "")));
        expect(lines).toEqual([fields.map((field) => field.name), ...rows.map((row) => row.map((cell) => (cell === null ? "" : String(cell))))]);
      }
    }
  });

  it("has every figure of the return in one line of its own", () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const { tables, thresholds } = awkwardReturn(new Chance(seed));
      const figures = packageTables(awkwardReturn(new Chance(seed))).find(({ name }) => name === "figures")?.rows ?? [];
      const wanted = [...Object.entries(thresholds).map(([id, figure]) => ["cover", 1, id, ...inColumns(figure)]), ...Object.entries(tables).flatMap(([table, rows]) => rows.flatMap((row, index) => Object.entries(row.figures).map(([id, figure]) => [table, index + 1, id, ...inColumns(figure)])))];
      const inOrder = (lines: readonly (readonly unknown[])[]): readonly string[] => lines.map((line) => JSON.stringify(line)).sort();
      expect(inOrder(figures.map(([table, row, , id, , , ...state]) => [table, row, id, ...state]))).toEqual(inOrder(wanted));
    }
  });

  it("describes every file in both metadata standards as it is: columns, length and digest", async () => {
    const { parts, about, csv } = await opened(withKinds);
    const web = JSON.parse(strFromU8(parts["csv-metadata.json"] ?? new Uint8Array())) as OnTheWeb;
    expect([about.profile, about.name]).toEqual(["tabular-data-package", "return-r00-2009-10-1"]);
    expect(about.resources.map(({ path }) => path)).toEqual(Object.keys(parts).filter((path) => path.endsWith(".csv")));
    for (const { path, bytes, hash, schema } of about.resources) {
      const part = parts[path] ?? new Uint8Array();
      const columns = csv(path)[0];
      expect({ bytes, hash }).toEqual({ bytes: part.length, hash: `sha256:${createHash("sha256").update(part).digest("hex")}` });
      expect(schema.fields.map(({ name }) => name)).toEqual(columns);
      expect(web.tables.find(({ url }) => url === path)?.tableSchema.columns.map(({ name }) => name)).toEqual(columns);
      expect(schema.fields.filter(({ title, description, type }) => title === "" || description === "" || !["string", "number", "integer", "date"].includes(type))).toEqual([]);
      expect(schema.missingValues).toEqual([""]);
    }
  });

  it("has values that fit what is said of their columns", async () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const { about, csv } = await opened(awkwardReturn(new Chance(seed)));
      for (const { name, path, schema } of about.resources) {
        const [, ...lines] = csv(path);
        const wrong = lines.flatMap((line) => schema.fields.flatMap(({ name: column, type, constraints }, at) => {
          const cell = line[at] ?? "";
          const fits = cell === "" || (type === "number" ? Number.isFinite(Number(cell)) : type === "integer" ? /^\d+$/.test(cell) : type === "date" ? /^\d{4}-\d{2}-\d{2}$/.test(cell) : constraints?.enum === undefined || constraints.enum.includes(cell));
          return fits ? [] : [`${name}, ${column}: ${cell}`];
        }));
        expect(wrong).toEqual([]);
        const keys = lines.map((line) => (schema.primaryKey ?? []).map((column) => line[schema.fields.findIndex((each) => each.name === column)]).join("\n"));
        expect(schema.primaryKey === undefined || new Set(keys).size === keys.length).toBe(true);
      }
    }
  });

  it("is added up by a database as we add it up", async () => {
    const folder = mkdtempSync(join(tmpdir(), "talent-plan-package-"));
    const { parts } = await opened(withKinds);
    writeFileSync(join(folder, "figures.csv"), parts["data/figures.csv"] ?? new Uint8Array());
    const connection = await (await DuckDBInstance.create()).connect();
    const answer = await connection.runAndReadAll(`SELECT CAST(sum(value) AS DOUBLE) AS total, count(*) FILTER (state <> 'number') AS others FROM read_csv('${join(folder, "figures.csv")}', header = true) WHERE "table" = 'demand' AND measure LIKE 'supply.%'`);
    rmSync(folder, { recursive: true });
    const supply = (withKinds.tables["demand"] ?? []).flatMap(({ figures }) => Object.entries(figures).filter(([id]) => id.startsWith("supply.")).map(([, figure]) => Number(figure)));
    expect(answer.getRowObjectsJson()).toEqual([{ total: supply.reduce((sum, figure) => sum + figure, 0), others: "0" }]);
  });
});
