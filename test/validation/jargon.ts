/** Finds the words of those who make software, and names that only the code knows, in what is said to people. */
import { headerNames, regionTables, vocabulary, waitingTables } from "../../src/validation/vocabulary";

/** Words of those who make software. Some have a plain meaning as well; there is always a plainer one. */
const JARGON = ["null", "undefined", "nan", "array", "parse", "parser", "parsed", "token", "regex", "regexp", "boolean", "string", "json", "api", "integer", "float", "enum", "object", "property", "instance",
  "invalid", "valid", "validate", "validation", "exception", "runtime", "syntax", "schema", "metadata", "payload", "boundary", "iterate", "index out of", "stack", "debug", "bug", "config", "parameter", "argument", "function",
  "variable", "identifier", "id", "ids", "uuid", "hash", "checksum", "cache", "endpoint", "server", "client", "backend", "timestamp", "default", "deprecated", "delete key", "datatype", "data type", "type error", "cast",
  "upload", "submission", "dataset", "record set", "mad", "median", "outlier", "operator", "expression", "scope", "tolerance", "delta", "threshold value", "ui", "xml", "html", "office.js"];
/** Where a word of the list is what the sheet itself says. */
const MEANT: readonly RegExp[] = [/\bIndex: (red|green)\b/];

const measureIds = [...headerNames.keys(), ...[...vocabulary.values()].flatMap(({ headings, families }) => [...headings.keys(), ...families.keys()]), ...[...regionTables].flatMap(([table, { headings }]) => [table, ...headings.keys()]), ...[...waitingTables].flatMap(([table, { measures }]) => [table, ...measures])];
/** Ids that nobody would take for words: with a dot or a hyphen in them. */
const strangeIds = measureIds.filter((id) => /[.-]/.test(id) && !["as-at", "sign-off"].includes(id));

/** Each word that a person would stumble over. Facts that are still to be filled in are passed over. */
export function jargonIn(words: string): readonly string[] {
  const plain = MEANT.reduce((text, meant) => text.replace(meant, ""), words).replace(/\{[\w-]+\}/g, "…");
  const spoken = plain.toLowerCase();
  return [
    ...JARGON.filter((word) => new RegExp(`(^|[^a-z])${word.replace(".", "\\.")}([^a-z]|$)`).test(spoken)),
    ...(/\b[a-z]+[A-Z]\w*/.exec(plain) ?? []), ...(/\b(?:nm|tbl)[A-Z]\w*/.exec(plain) ?? []), ...(/\w+_\w+|\w+\(\)|=>|&&|\|\||\[object/.exec(plain) ?? []),
    ...strangeIds.filter((id) => new RegExp(`(^|[\\s"(])${id.replace(/\./g, "\\.")}([\\s".,;:)]|$)`).test(plain)),
  ];
}
