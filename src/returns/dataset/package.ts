/** The data set's own description: a tabular data package (Frictionless v1), so that programs and people need not guess. */
import { datasetTables, type ColumnType } from "./tables";

const TYPES: Readonly<Record<ColumnType, string>> = { text: "string", integer: "integer", number: "number", date: "date", datetime: "string", "true-or-false": "boolean" };

/** @returns the content of datapackage.json @param title - what the set is of: "North West, 2009/10" */
export function datasetPackage(title: string): string {
  return `${JSON.stringify({
    profile: "tabular-data-package", name: "talent-plan-consolidation", title,
    resources: datasetTables.map(({ id, title: says, columns }) => ({
      profile: "tabular-data-resource", name: id.replace(/_/g, "-"), path: `${id}.csv`, title: says, encoding: "utf-8", format: "csv", mediatype: "text/csv",
      dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: "\"", doubleQuote: true, header: true },
      schema: { fields: columns.map((column) => ({ name: column.name, type: TYPES[column.type], description: column.says })), missingValues: [""] },
    })),
  }, null, 2)}\n`;
}
