/** Reads a region's query file strictly: every part there and of its kind, and unchanged since it was made. */
import { financialYear, isoDate } from "../../domain/period";
import { Reader } from "../../validation/json-reader";
import { digestOf } from "../digest";
import { QUERY_FORMAT, type Query, type QueryFile } from "./query-file";

const KNOWN_VERSION = /^1\.\d{1,4}$/;
const DIGEST = /^[0-9a-f]{64}$/;
const MEASURE = /^[a-z][a-z0-9.-]{0,59}$/;
/** Far more than a return has figures. */
const MOST_QUERIES = 5000;
const LONGEST_TEXT = 32_767;

/**
 * @param json - as JSON.parse gives it
 * @throws SyntaxError that names the part which is not as it should be, in words for a person
 */
export function parseQueryFile(json: unknown): QueryFile {
  const whole = new Reader(json, "the query file");
  whole.oneOf("format", [QUERY_FORMAT]);
  const formatVersion = whole.words("formatVersion");
  if (!KNOWN_VERSION.test(formatVersion)) throw new SyntaxError(`The query file is in version ${formatVersion.slice(0, 20)} of the format; this add-in reads version 1. Update the add-in, or ask the region for a file for it.`);
  const isNewer = formatVersion !== "1.0";
  const known = (part: Reader, names: readonly string[]): void => { if (!isNewer) part.onlyHas(names); };
  known(whole, ["format", "formatVersion", "region", "organisation", "period", "sequence", "returnDigest", "madeOn", "by", "decision", "queries", "digest"]);
  const party = (name: string): QueryFile["region"] => { known(whole.part(name), ["code", "name"]); return { code: text(whole.part(name), "code"), name: text(whole.part(name), "name") }; };
  const file: QueryFile = {
    format: QUERY_FORMAT, formatVersion, region: party("region"), organisation: party("organisation"), period: period(whole), sequence: sequence(whole),
    returnDigest: whole.matching("returnDigest", DIGEST, "64 digits of a digest"), madeOn: day(whole), by: text(whole, "by"), decision: whole.oneOf("decision", ["queried", "accepted"]),
    queries: queries(whole, known), digest: whole.matching("digest", DIGEST, "64 digits of a digest"),
  };
  if (file.decision === "accepted" && file.queries.length > 0) throw new SyntaxError("In the query file, queries: a return that is accepted has none. Ask the region for the file again.");
  if (digestOfRest(json) !== file.digest) throw new SyntaxError("The query file was changed after the region made it. Ask the region for the file again.");
  return file;
}

/** Of everything that the file says, parts of newer versions too. */
function digestOfRest(json: unknown): string {
  const parts = Object.entries(json as Readonly<Record<string, unknown>>).filter(([name]) => name !== "digest");
  return digestOf(Object.fromEntries(parts));
}

function queries(whole: Reader, known: (part: Reader, names: readonly string[]) => void): readonly Query[] {
  if (!whole.has("queries")) throw whole.part("queries").problem("a list in square brackets");
  const items = whole.items("queries");
  if (items.length > MOST_QUERIES) throw new SyntaxError(`In the query file: it has ${items.length} queries, more than the ${MOST_QUERIES} that are read.`);
  const found = items.map((item): Query => {
    known(item, ["id", "about", "code", "says", "asks"]);
    return { id: text(item, "id"), about: about(item, known), code: code(item), says: text(item, "says"), asks: text(item, "asks") };
  });
  const twice = found.find(({ id }, index) => found.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new SyntaxError(`In the query file: two queries have the number ${twice.id}.`);
  return found;
}

function about(item: Reader, known: (part: Reader, names: readonly string[]) => void): Query["about"] {
  if (!item.has("about")) throw item.part("about").problem("what it is about, or null");
  if (item.isNull("about")) return null;
  const part = item.part("about");
  known(part, ["table", "key", "measure"]);
  if (!part.has("key")) throw part.part("key").problem("named parts in braces");
  const key = Object.fromEntries(part.entries("key").map(([column, words]) => [column, anyText(words)]));
  return { table: part.matching("table", MEASURE, "the id of a table"), key, measure: part.matching("measure", MEASURE, "the id of a measure") };
}

/** The code of a rule; "" for a person's own question. */
function code(item: Reader): string {
  const part = item.part("code");
  const found = anyText(part);
  if (found !== "" && !/^[A-Z]\d{2,3}$/.test(found)) throw part.problem('the code of a rule such as "W47", or ""');
  return found;
}

function anyText(part: Reader): string {
  const found = part.whole();
  if (typeof found !== "string" || found.length > LONGEST_TEXT) throw part.problem("a text");
  return found;
}

function text(part: Reader, name: string): string {
  const words = part.words(name);
  if (words.length > LONGEST_TEXT) throw part.part(name).problem("a shorter text");
  return words;
}

function period(whole: Reader): string {
  const words = whole.words("period");
  if (financialYear(words)?.label !== words) throw whole.part("period").problem('a financial year such as "2009/10"');
  return words;
}

function sequence(whole: Reader): number {
  const number = whole.number("sequence", NaN);
  if (!Number.isSafeInteger(number) || number < 1) throw whole.part("sequence").problem("the number of a return, from 1");
  return number;
}

function day(whole: Reader): QueryFile["madeOn"] {
  const found = isoDate(whole.words("madeOn"));
  if (found === null) throw whole.part("madeOn").problem('a day such as "2009-05-12"');
  return found;
}
