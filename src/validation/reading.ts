/** How one cell of figures is read: what a person meant by it, told apart into a closed list of cases. Nothing ever becomes 0 silently. */
import { blank, entered, notApplicable, unreadable, withheld, type Figure } from "../domain/figures";
import type { Cell } from "./book";

export type Reading =
  | { readonly kind: "blank" }
  | { readonly kind: "number"; readonly value: number }
  /** A number shown as a percentage: 0.05, seen as 5%. */
  | { readonly kind: "percentage"; readonly value: number; readonly shown: string }
  /** A day number shown as a date. */
  | { readonly kind: "date"; readonly serial: number }
  /** `asMeant` is false where the sheet's formulas do not know the spelling. */
  | { readonly kind: "not-applicable"; readonly text: string; readonly asMeant: boolean }
  | { readonly kind: "withheld"; readonly text: string; readonly asMeant: boolean }
  /** Digits that the workbook holds as text: "5 ", "'16", "1,204". */
  | { readonly kind: "number-as-text"; readonly text: string; readonly value: number }
  /** "nil", "none": perhaps 0, perhaps not known. */
  | { readonly kind: "word-for-none"; readonly text: string }
  /** "tbc", "?": not known, which is what a blank says. */
  | { readonly kind: "word-for-unknown"; readonly text: string }
  | { readonly kind: "dash"; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  | { readonly kind: "logical"; readonly value: boolean };

/** Spaces as people type and paste them, the non-breaking ones included. */
const SPACES = /[\s\u00A0\u2007\u202F]+/g;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/;
const IN_BRACKETS = /^\((.+)\)$/;
const NOT_APPLICABLE = new Set(["n/a", "na", "n.a.", "n.a", "n\\a", "notapplicable", "notapp", "[z]"]);
const WITHHELD_WORDS = new Set(["[c]", "withheld", "suppressed", "**", "***"]);
const NONE = new Set(["nil", "none", "zero", "no"]);
const UNKNOWN = new Set(["?", "??", "tbc", "tba", "unknown", "notknown", "n/k", "nk", "notentered", "pending", "[x]"]);

/**
 * What a cell says.
 * @example readCell({ kind: "text", value: "<5", numberFormat: "#,##0", formula: null }) // => { kind: "withheld", text: "<5", asMeant: true }
 */
export function readCell(cell: Cell): Reading {
  switch (cell.kind) {
    case "blank": return { kind: "blank" };
    case "error": return { kind: "error", text: String(cell.value) };
    case "logical": return { kind: "logical", value: cell.value === true };
    case "number": return readNumber(Number(cell.value), cell.numberFormat);
    case "text": return readText(String(cell.value));
  }
}

function readNumber(value: number, numberFormat: string): Reading {
  // Quoted words and bracketed conditions of a format are not part of its shape.
  const shape = numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "").toLowerCase();
  if (shape.includes("%")) return { kind: "percentage", value, shown: `${plainNumber(value * 100)}%` };
  if (shape !== "general" && /[dmyhs]/.test(shape)) return { kind: "date", serial: value };
  return { kind: "number", value: value === 0 ? 0 : value };
}

function readText(text: string): Reading {
  const bare = text.replace(SPACES, "");
  const word = bare.toLowerCase();
  if (bare === "") return text === "" ? { kind: "blank" } : { kind: "text", text };
  if (NOT_APPLICABLE.has(word)) return { kind: "not-applicable", text, asMeant: text.toLowerCase() === "n/a" };
  if (/^[<≤]\d+$/.test(bare)) return { kind: "withheld", text, asMeant: text.startsWith("<") };
  if (word === "*" || WITHHELD_WORDS.has(word)) return { kind: "withheld", text, asMeant: text === "*" || text.toLowerCase() === "[c]" };
  if (/^[-\u2010-\u2015\u2212.]+$/.test(bare)) return { kind: "dash", text };
  if (NONE.has(word)) return { kind: "word-for-none", text };
  if (UNKNOWN.has(word)) return { kind: "word-for-unknown", text };
  return readDigits(text, bare);
}

function readDigits(text: string, bare: string): Reading {
  const percentage = /^(.+)%$/.exec(bare)?.[1];
  const value = numberIn(percentage ?? bare);
  if (value === null) return { kind: "text", text };
  return percentage === undefined ? { kind: "number-as-text", text, value } : { kind: "percentage", value: value / 100, shown: text.trim() };
}

/** The number that digits spell, however they are dressed, or null. @example numberIn("'1,204") // => 1204 */
function numberIn(bare: string): number | null {
  const undressed = bare.replace(/^['‘’`]/, "").replace(/^([+-]?)[£$€]/, "$1");
  const inBrackets = IN_BRACKETS.exec(undressed)?.[1];
  const digits = inBrackets ?? undressed;
  if (!NUMBER.test(digits) || !/\d/.test(digits)) return null;
  const value = Number(digits.replace(/,/g, ""));
  if (!Number.isFinite(value)) return null;
  return inBrackets === undefined || value === 0 ? value : -value;
}

/** The figure that formulas and totals may use. Everything that is not plainly one of the four is unreadable. */
export function figureOf(reading: Reading): Figure {
  switch (reading.kind) {
    case "blank": return blank;
    case "number": return entered(reading.value);
    case "not-applicable": return reading.asMeant ? notApplicable : unreadable(reading.text);
    case "withheld": return reading.asMeant ? withheld(reading.text) : unreadable(reading.text);
    default: return unreadable(spelt(reading));
  }
}

/** What stands in the cell, to be quoted in a finding. */
export function spelt(reading: Reading): string {
  switch (reading.kind) {
    case "blank": return "";
    case "number": return plainNumber(reading.value);
    case "percentage": return reading.shown;
    case "date": return plainNumber(reading.serial);
    case "logical": return reading.value ? "TRUE" : "FALSE";
    default: return reading.text;
  }
}

/** As a person writes a number: no binary dust, no exponent for sizes that occur. @example plainNumber(0.1 + 0.2) // => "0.3" */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}
