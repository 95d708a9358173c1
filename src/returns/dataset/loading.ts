/** The script that loads the data set into DuckDB, made from the tables so that it cannot fall behind them. */
import { datasetTables, type ColumnType, type DatasetTable } from "./tables";

const TYPES: Readonly<Record<ColumnType, string>> = { text: "VARCHAR", integer: "INTEGER", number: "DOUBLE", date: "DATE", datetime: "VARCHAR", "true-or-false": "BOOLEAN" };

const HEADING = `-- Loads the data set of a consolidation into DuckDB. Run it in the folder that holds the CSV files, then views.sql:
--   duckdb -c ".read load-duckdb.sql" -c ".read views.sql" -c "SELECT * FROM region_gap"
-- Several regions: put their folders beside each other and write '*/returns.csv' for 'returns.csv', and so on.
-- Parquet: COPY figures TO 'figures.parquet' (FORMAT parquet);
-- Another engine: load the same files with the types that datapackage.json says, then run views.sql.
`;

/** @returns SQL that makes one table of each CSV file */
export const loadingScript = (): string => `${HEADING}\n${datasetTables.map(loading).join("\n\n")}\n`;

function loading({ id, columns }: DatasetTable): string {
  const types = columns.map(({ name, type }) => `'${name}': '${TYPES[type]}'`).join(", ");
  return `CREATE OR REPLACE TABLE ${id} AS SELECT * FROM read_csv('${id}.csv', header = true, delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false,\n  columns = {${types}});`;
}
