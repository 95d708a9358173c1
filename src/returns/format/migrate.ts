/** Brings documents of earlier formats to this one. What an earlier format did not say is never made up. */
import { digestOf, sealed } from "../digest";
import { Reader } from "../../validation/json-reader";
import { parseReturn } from "./parse-return";
import { FORMAT_VERSION, type ReturnDocument } from "./return-document";

export interface Migration {
  /** Sealed anew in this format. */
  readonly document: ReturnDocument;
  /** Whether it was as it was sealed before, in its own format. */
  readonly wasSealed: boolean;
  readonly notes: readonly string[];
}

/**
 * @param version - of the format in which the document came
 * @returns null for a version that nothing here can read
 * @throws SyntaxError that names the part which is not as that format asks
 */
export function migrated(json: unknown, version: string): Migration | null {
  if (version !== "0.9") return null;
  // Its own seal is over its own form, so it is sealed anew.
  const { digest: _, ...document } = parseReturn(from09(json)).document;
  return {
    document: sealed(document), wasSealed: isSealed(json),
    notes: [`It was written in format 0.9 and brought to ${FORMAT_VERSION}. Format 0.9 had no answers to queries, and did not say which return this one takes the place of.`],
  };
}

function isSealed(json: unknown): boolean {
  const { digest, ...rest } = json as Readonly<Record<string, unknown>>;
  return digestOf(rest) === digest;
}

interface Row { readonly key: unknown; readonly figures: Record<string, unknown>; readonly texts: Record<string, unknown> }

/**
 * Format 0.9 had its tables by name only, and figures and texts as two flat lists: {"table": "demand", "row": 1, "key": {...}, "measure": "posts", "value": 4} and
 * {"table": "demand", "row": 1, "key": {...}, "column": "comment", "text": "..."}. The digest of the figures was already over the tables that these lists make.
 */
function from09(json: unknown): Readonly<Record<string, unknown>> {
  const whole = new Reader(json, "the return");
  whole.onlyHas(["format", "formatVersion", "header", "thresholds", "tables", "figures", "texts", "checked", "explanations", "log", "figuresDigest", "digest"]);
  const tables = new Map(whole.list("tables").map((id) => [id, [] as Row[]]));
  const rowOf = (entry: Reader): Row => {
    const rows = tables.get(entry.words("table"));
    const number = entry.number("row", 0);
    if (rows === undefined) throw entry.problem("of one of the tables of the return");
    if (number === rows.length + 1) rows.push({ key: entry.part("key").whole(), figures: {}, texts: {} });
    const row = rows[number - 1];
    if (row === undefined) throw entry.problem("of a row that is there, or the next one");
    return row;
  };
  for (const entry of whole.items("figures")) { entry.onlyHas(["table", "row", "key", "measure", "value"]); rowOf(entry).figures[entry.words("measure")] = entry.part("value").whole(); }
  for (const entry of whole.items("texts")) { entry.onlyHas(["table", "row", "key", "column", "text"]); rowOf(entry).texts[entry.words("column")] = entry.part("text").whole(); }
  const part = (name: string): unknown => whole.part(name).whole();
  return {
    format: part("format"), formatVersion: FORMAT_VERSION, header: { ...(part("header") as object), replaces: null }, thresholds: part("thresholds"), tables: Object.fromEntries(tables), checked: part("checked"),
    explanations: part("explanations"), answers: [], log: part("log"), figuresDigest: part("figuresDigest"), digest: part("digest"),
  };
}
