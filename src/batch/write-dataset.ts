/** Writes the data set of a consolidation. consolidation.json goes last and holds a digest of each file: without it, or where one does not fit, the set is not complete. */
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import type { Collection } from "../returns/collect/collection";
import type { Consolidation } from "../returns/consolidate/consolidation";
import { csvOf } from "../returns/dataset/csv";
import { loadingScript } from "../returns/dataset/loading";
import { datasetPackage } from "../returns/dataset/package";
import { rowsOfCollection } from "../returns/dataset/rows";
import type { RulePack } from "../validation/rule-pack/pack";
import { onDisk, writeWhole } from "./disk";

export interface Surroundings { readonly repository: string }

/** The mark that a set is complete. */
const SEAL = "consolidation.json";

/** @returns names of the files, the seal last. The same returns give the same bytes, whatever their files are called and in whatever order they came */
export async function writeDataset(out: string, collection: Collection, consolidation: Consolidation, pack: RulePack, { repository }: Surroundings): Promise<readonly string[]> {
  const { region, period, structure, asAt } = collection.collecting;
  const views = path.join(repository, "src/returns/dataset/views.sql");
  const files = new Map<string, string>([
    ...[...rowsOfCollection(collection, consolidation)].map(([table, rows]) => [`${table.id}.csv`, csvOf(table, rows)] as const),
    ["datapackage.json", datasetPackage([region.name === "" ? region.code : region.name, period].filter((part) => part !== "").join(", "))],
    ["load-duckdb.sql", loadingScript()], ["views.sql", await onDisk(() => readFile(views, "utf8"), views)],
  ]);
  await onDisk(() => rm(path.join(out, SEAL), { force: true }), out);
  for (const [name, content] of files) await writeWhole(path.join(out, name), content);
  const digests = Object.fromEntries([...files].map(([name, content]) => [name, createHash("sha256").update(content).digest("hex")]));
  await writeWhole(path.join(out, SEAL), `${JSON.stringify({ format: "talent-plan-consolidation", formatVersion: "1.0", region, period, structure, asAt, rules: { name: pack.name, version: pack.version }, coverage: consolidation.coverage, files: digests }, null, 2)}\n`);
  return [...files.keys(), SEAL];
}
