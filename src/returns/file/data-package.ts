/**
 * A return as a package of CSV files for any statistics program: a Frictionless Data Package (datapackage.json) that is CSV on the Web (csv-metadata.json) too.
 * The same document gives the same bytes.
 */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { strToU8 } from "fflate";
import { type ReturnDocument } from "../format/return-document";
import { packageTables, type CsvField, type CsvTable } from "./package-tables";
import { squeezedZip, type Parts } from "./stored-zip";

/** The name of the file. @example packageNameOf("RBS 2009-10 return 1.xlsx") // => "RBS 2009-10 return 1 data.zip" */
export const packageNameOf = (returnName: string): string => `${returnName.replace(/\.xlsx$/, "")} data.zip`;

export async function dataPackage(document: ReturnDocument): Promise<Uint8Array> {
  const { default: papa } = await import("papaparse");
  const tables = packageTables(document);
  const written = tables.map((table) => ({ table, bytes: strToU8(papa.unparse({ fields: table.fields.map(({ name }) => name), data: table.rows.map((row) => row.map(safeCell)) }, { newline: "\r\n" }) + "\r\n") }));
  const json = (value: unknown): Uint8Array => strToU8(`${JSON.stringify(value, null, 2)}\n`);
  const parts: Parts = {
    "datapackage.json": json(frictionless(document, written)), "csv-metadata.json": json(csvOnTheWeb(document, tables)),
    ...Object.fromEntries(written.map(({ table, bytes }) => [pathOf(table), bytes])),
  };
  return squeezedZip(parts);
}

const pathOf = ({ name }: CsvTable): string => `data/${name}.csv`;

/** Signs with which a spreadsheet program takes a text for a formula, in their wide forms too, and the one that is put before them. */
const RUNS = /^[=+\-@\t\r\n'＝＋－＠]/;

/** A text that could run as a formula, or starts with an apostrophe, has an apostrophe put before it: whoever reads takes one away. Numbers stay as they are. */
function safeCell(cell: string | number | null): string | number {
  if (typeof cell === "number") return cell;
  return cell === null ? "" : RUNS.test(cell) ? `'${cell}` : cell;
}

const titleOf = ({ header }: ReturnDocument): string => `Return of ${header.organisation.name} (${header.organisation.code}), ${header.period}`;

const DESCRIPTION = "Figures are one to a line in data/figures.csv: state says whether there is a number; value is empty where there is none. A text that starts with = + - @ or an apostrophe has an apostrophe put before it, so that no program runs it as a formula: take one away when reading.";

/** Frictionless Data Package, version 1. */
function frictionless(document: ReturnDocument, written: readonly { readonly table: CsvTable; readonly bytes: Uint8Array }[]): object {
  const { header, digest, figuresDigest, format, formatVersion } = document;
  return {
    profile: "tabular-data-package", name: `return-${header.organisation.code}-${header.period}-${header.sequence}`.toLowerCase().replace(/[^a-z0-9._-]+/g, "-"), id: digest, title: titleOf(document), description: DESCRIPTION,
    version: String(header.sequence), sensitivity: header.sensitivity, return: { format, formatVersion, stage: header.stage, digest, figuresDigest },
    resources: written.map(({ table, bytes }) => ({
      profile: "tabular-data-resource", name: table.name, path: pathOf(table), title: table.title, description: table.description, format: "csv", mediatype: "text/csv", encoding: "utf-8", bytes: bytes.length, hash: `sha256:${bytesToHex(sha256(bytes))}`,
      dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, lineTerminator: "\r\n", header: true },
      schema: { fields: table.fields.map(frictionlessField), missingValues: [""], ...(table.key.length === 0 ? {} : { primaryKey: table.key }) },
    })),
  };
}

function frictionlessField({ name, title, description, type, isRequired, words }: CsvField): object {
  const constraints = { ...(isRequired ? { required: true } : {}), ...(words === undefined ? {} : { enum: words }), ...(type === "digest" ? { pattern: "[0-9a-f]{64}" } : {}), ...(type === "integer" ? { minimum: 0 } : {}) };
  const types = { string: "string", digest: "string", moment: "string", number: "number", integer: "integer", date: "date" } as const;
  return { name, title, description, type: types[type], ...(Object.keys(constraints).length === 0 ? {} : { constraints }) };
}

/** CSV on the Web: metadata for tabular data (W3C). */
function csvOnTheWeb(document: ReturnDocument, tables: readonly CsvTable[]): object {
  const types = { string: "string", digest: "string", moment: "string", number: "double", integer: "integer", date: "date" } as const;
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }], "dc:title": titleOf(document), "dc:description": DESCRIPTION, "dc:identifier": document.digest,
    tables: tables.map((table) => ({
      url: pathOf(table), "dc:title": table.title, "dc:description": table.description, dialect: { delimiter: ",", quoteChar: '"', doubleQuote: true, header: true, encoding: "utf-8", lineTerminators: ["\r\n"] },
      tableSchema: {
        columns: table.fields.map(({ name, title, description, type, isRequired }) => ({ name, titles: [title, name], "dc:description": description, datatype: types[type], null: [""], required: isRequired })),
        ...(table.key.length === 0 ? {} : { primaryKey: table.key }),
      },
    })),
  };
}
