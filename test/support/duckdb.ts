/** A data set of CSV files in DuckDB, loaded by the very scripts that ship. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { loadingScript } from "../../src/returns/dataset/loading";
import { repository } from "./job";

/** @param folder - that holds the CSV files */
export async function loaded(folder: string): Promise<DuckDBConnection> {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    await connection.run(loadingScript());
    await connection.run(readFileSync(path.join(repository, "src/returns/dataset/views.sql"), "utf8"));
    return connection;
  } finally {
    process.chdir(before);
  }
}

export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value])));
}
