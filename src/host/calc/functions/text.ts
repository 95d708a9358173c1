/** Text: parts, search, case, and between numbers and text. */
import { isValidFormat } from "numfmt";
import { cellError, isError, type CellError, type CellValue } from "../../workbook/values";
import { LONGEST_TEXT, numberFromText, toNumber, toText } from "../coerce";
import { alias, define, integer, logical, number, omissible, optional, range, repeated, text as textOf, value, type FunctionSpec } from "../function-spec";
import type { Operand, Scope } from "../operand";
import { displayText, NO_DATE } from "../number-format";
import { listed, matricesOf } from "./arguments";
import { hasWildcard, Wildcards } from "../wildcards";
import { roundHalfUp } from "./rounding";

const bad = cellError("#VALUE!");
const ofText = (name: string, work: (text: string) => CellValue): FunctionSpec => define(name, [textOf], ([text]) => work(text));
const fitting = (text: string): CellValue => (text.length > LONGEST_TEXT ? bad : text);

/** Measured before it is made: what is too long may also be too long for the machine. */
function joined(parts: readonly string[], between: (place: number) => string = () => ""): CellValue {
  let length = 0;
  for (let i = 0; i < parts.length; i++) {
    length += (parts[i] ?? "").length + (i === 0 ? 0 : between(i - 1).length);
    if (length > LONGEST_TEXT) return bad;
  }
  return parts.map((part, i) => (i === 0 ? part : between(i - 1) + part)).join("");
}

function part(name: string, take: (text: string, count: number) => string): FunctionSpec {
  return define(name, [textOf, optional(integer, 1)], ([text, count]) => (count < 0 ? bad : take(text, count)));
}

/** @returns the place from 1, or #VALUE! */
function find(wanted: string, within: string, from: number): number | CellError {
  if (from < 1 || from > within.length + 1) return bad;
  const place = within.indexOf(wanted, from - 1);
  return place < 0 ? bad : place + 1;
}

function search(wanted: string, within: string, from: number): number | CellError {
  if (from < 1 || from > within.length + 1) return bad;
  if (!hasWildcard(wanted)) {
    const place = within.toLowerCase().indexOf(wanted.toLowerCase(), from - 1);
    return place < 0 ? bad : place + 1;
  }
  const place = new Wildcards(wanted).search(within.slice(from - 1));
  return place < 0 ? bad : place + from;
}

function substitute(text: string, old: string, by: string, which: number | undefined): CellValue {
  if (old === "") return text;
  if (which === undefined) return joined(text.split(old), () => by);
  if (which < 1) return bad;
  let from = -1;
  for (let n = 0; n < which; n++) {
    from = text.indexOf(old, from < 0 ? 0 : from + old.length);
    if (from < 0) return text;
  }
  return fitting(text.slice(0, from) + by + text.slice(from + old.length));
}

/** Letter by letter: a letter without a capital of its own, as ß, stays. */
const upper = (text: string): string => [...text].map((letter) => (letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter)).join("");

/** A capital after every character that is no letter: O'Neil, 2Nd. */
const proper = (text: string): string => text.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));

const trimmed = (text: string): string => text.replace(/^ +| +$/g, "").replace(/ {2,}/g, " ");

/** Every value of the arguments as text, row by row; or the first error. */
function texts(operands: readonly Operand[], scope: Scope): string[] | CellError {
  const found: string[] = [];
  for (const operand of operands) {
    for (const matrix of matricesOf(operand, scope)) {
      for (const one of matrix.values) {
        const read = toText(one);
        if (isError(read)) return read;
        found.push(read);
      }
    }
  }
  return found;
}

const concat = define("CONCAT", [repeated([range])], ([groups], scope) => {
  const parts = texts(listed(groups), scope);
  return isError(parts) ? parts : joined(parts);
});

const textJoin = define("TEXTJOIN", [range, logical, repeated([range])], ([between, skipBlank, groups], scope) => {
  const parts = texts(listed(groups), scope);
  const marks = texts([between], scope);
  if (isError(parts)) return parts;
  if (isError(marks)) return marks;
  const kept = skipBlank ? parts.filter((one) => one !== "") : parts;
  return joined(kept, (i) => marks[i % marks.length] ?? "");
});

/** Windows' own letters, which CHAR and CODE count by. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const character = (code: number): CellValue => {
  if (code < 1 || code > 255) return bad;
  return code >= 128 && code < 160 ? WINDOWS.charAt(code - 128) : String.fromCharCode(code);
};
function codeOf(letters: string): CellValue {
  if (letters === "") return bad;
  const special = WINDOWS.indexOf(letters.charAt(0));
  const code = letters.charCodeAt(0);
  return special >= 0 ? 128 + special : code < 256 ? code : 63;
}

function numberValue(text: string, decimal: string, group: string): CellValue {
  const bare = text.replace(/\s/g, "");
  if (bare === "") return 0;
  const point = bare.indexOf(decimal.charAt(0));
  const [whole, fraction] = point < 0 ? [bare, ""] : [bare.slice(0, point), bare.slice(point + 1)];
  const percents = (bare.match(/%+$/)?.[0] ?? "").length;
  const read = numberFromText(`${whole.split(group.charAt(0)).join("")}${point < 0 ? "" : "."}${fraction}`.replace(/%+$/, ""));
  return isError(read) || fraction.includes(group.charAt(0)) ? bad : read / 100 ** percents;
}

function formatted(given: Exclude<CellValue, CellError>, format: string, scope: Scope): CellValue {
  if (format === "") return "";
  if (!isValidFormat(format)) return bad;
  // Text that reads as a number is formatted as that number, as in TEXT("5","0.0").
  const number = typeof given === "string" ? toNumber(given) : null;
  const shown = typeof number === "number" ? number : given ?? 0;
  const { text: result } = displayText(shown, format, scope.cells.workbook.date1904);
  return result === NO_DATE ? bad : result;
}

function fixed(amount: number, digits: number, plain: boolean): string {
  const rounded = roundHalfUp(amount, digits);
  const places = Math.max(0, Math.min(127, digits));
  const [whole = "0", fraction] = Math.abs(rounded).toFixed(Math.min(places, 100)).split(".");
  const grouped = plain ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${rounded < 0 ? "-" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** Where no language of double bytes is set, as in Britain, bytes are letters. */
const inBytes = (spec: FunctionSpec): FunctionSpec => alias(`${spec.name}B`, spec);

const letters: readonly FunctionSpec[] = [
  part("LEFT", (given, count) => given.slice(0, count)),
  part("RIGHT", (given, count) => (count === 0 ? "" : given.slice(-count))),
  define("MID", [textOf, integer, integer], ([given, from, count]) => (from < 1 || count < 0 ? bad : given.slice(from - 1, from - 1 + count))),
  ofText("LEN", (given) => given.length),
  define("FIND", [textOf, textOf, optional(integer, 1)], ([wanted, within, from]) => find(wanted, within, from)),
  define("SEARCH", [textOf, textOf, optional(integer, 1)], ([wanted, within, from]) => search(wanted, within, from)),
  define("REPLACE", [textOf, integer, integer, textOf], ([given, from, count, by]) => (from < 1 || count < 0 ? bad : fitting(given.slice(0, from - 1) + by + given.slice(from - 1 + count)))),
];

export const text: readonly FunctionSpec[] = [
  ...letters, ...letters.map(inBytes),
  ofText("UPPER", upper), ofText("LOWER", (given) => given.toLowerCase()), ofText("PROPER", proper),
  ofText("TRIM", trimmed), ofText("CLEAN", (given) => [...given].filter((letter) => letter.charCodeAt(0) > 31).join("")),
  define("T", [value], ([given]) => (typeof given === "string" ? given : "")),
  define("SUBSTITUTE", [textOf, textOf, textOf, optional(integer)], ([given, old, by, which]) => substitute(given, old, by, which)),
  define("REPT", [textOf, integer], ([given, times]) => (times < 0 || given.length * times > LONGEST_TEXT ? bad : given.repeat(times))),
  define("EXACT", [textOf, textOf], ([a, b]) => a === b),
  concat, textJoin,
  define("CONCATENATE", [repeated([textOf])], ([groups]) => joined(listed(groups))),
  define("CHAR", [integer], ([code]) => character(code)), ofText("CODE", codeOf),
  define("UNICHAR", [integer], ([code]) => (code < 1 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? bad : String.fromCodePoint(code))),
  ofText("UNICODE", (given) => given.codePointAt(0) ?? bad),
  define("VALUE", [value], ([given]) => (typeof given === "boolean" ? bad : toNumber(given))),
  define("NUMBERVALUE", [textOf, optional(textOf, "."), optional(textOf, ",")], ([given, decimal, group]) => (decimal === "" || group === "" ? bad : numberValue(given, decimal, group))),
  define("TEXT", [value, textOf], ([given, format], scope) => formatted(given, format, scope)),
  define("FIXED", [number, optional(integer, 2), omissible(logical, false)], ([amount, digits, plain]) => fixed(amount, digits, plain)),
];
