/** S05 and S13: numbers and dates that are stored as text among true ones. Codes, numbers of telephones and years as headings are text on purpose. */
import { a1 } from "../../../blueprint/place";
import type { Cell } from "../../book";
import { isTypedText, type AuditSheet } from "../audit-book";
import { auditFinding } from "../audit-finding";
import type { Finding } from "../../finding";
import { columnsOf, filledIn, type List } from "../lists";
import { quoted, someOf } from "../../words";
import type { Turns } from "../read-formulas";

/** So many true ones make a column of them, and as many for each that is stored as text. */
const TRUE_ONES = 3;
const FOR_EACH = 2;
/** Columns that are called so hold codes, whatever they look like. */
const CODES = /\b(id|ids|code|codes|ref|refs|reference|number|no|nos|num|phone|telephone|tel|mobile|fax|post ?code|year|years|band|bands|grade|month|week|period|account|ac|subjective|cost ?cent(re|er)|extension|ext|version|question|q|item|row|line|key|esr|nhs|ni|point|step|level|rank|order|room|bed|bay|floor|box|page|size|class)\b|#|№/i;
/** Columns that are called so hold figures, however much they look like codes. */
const FIGURES = /\b(wte|fte|pay|salary|salaries|cost|costs|amount|amounts|budget|spend|posts|headcount|hours|days|total|totals|vacancies|funded|value)\b/i;
const NUMBER = /^[-+(]?£?\s?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?\)?\s?%?$/;
const DATE = /^(?:[0-3]?[0-9][/.-](?:[01]?[0-9]|[A-Za-z]{3,9})[/.-](?:[0-9]{2}|[0-9]{4})|[0-3]?[0-9](?:st|nd|rd|th)? [A-Za-z]{3,9},? (?:[0-9]{2}|[0-9]{4})|[0-9]{4}-[01][0-9]-[0-3][0-9])$/;

export function* storedAsText(sheet: AuditSheet, lists: readonly List[]): Turns {
  for (const list of lists) {
    for (const column of columnsOf(list)) {
      yield [...inColumn(sheet, list, column)];
    }
  }
}

function inColumn(sheet: AuditSheet, list: List, column: number): readonly Finding[] {
  const filled = filledIn(sheet, list, column);
  const texts = filled.filter(([, cell]) => isTypedText(cell));
  const numbers = filled.filter(([, { kind }]) => kind === "number").map(([, cell]) => cell);
  if (texts.length === 0 || numbers.length < TRUE_ONES) return [];
  const heading = list.heading(column);
  if (isMostlyDates(numbers)) return found("S13", sheet, column, heading, texts.filter(([, cell]) => DATE.test(trimmed(cell))), numbers.length);
  if (CODES.test(heading.replace(/[_./-]/g, " ")) || (!FIGURES.test(heading) && areCodes(numbers))) return [];
  return found("S05", sheet, column, heading, texts.filter(([, cell]) => isNumberInText(trimmed(cell))), numbers.length);
}

function found(id: "S05" | "S13", sheet: AuditSheet, column: number, heading: string, wrong: readonly (readonly [number, Cell])[], numbers: number): readonly Finding[] {
  const [first] = wrong;
  if (first === undefined || wrong.length * FOR_EACH > numbers) return [];
  const [cell = "", ...others] = wrong.map(([row]) => a1(row, column));
  return [auditFinding(id, sheet, cell, { column: heading, found: quoted(trimmed(first[1])), more: others.length === 0 ? "" : ` The same is true of ${someOf(others)}.` })];
}

const trimmed = ({ value }: Cell): string => String(value).replace(/[\u00a0\s]+/g, " ").trim();

/** A nought in front, or ten digits and more, makes it a code. */
const isNumberInText = (text: string): boolean => NUMBER.test(text) && !/^0[0-9]/.test(text) && text.replace(/\D/g, "").length < 10;

function isMostlyDates(numbers: readonly Cell[]): boolean {
  const formats = new Map([...new Set(numbers.map(({ numberFormat }) => numberFormat))].map((format) => [format, /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""))]));
  const dated = numbers.filter(({ numberFormat, value }) => formats.get(numberFormat) === true && Number(value) > 1).length;
  return dated >= 0.8 * numbers.length;
}

/** Whole numbers of one length, of four digits or more, none twice; or years. */
function areCodes(numbers: readonly Cell[]): boolean {
  const values = numbers.map(({ value }) => Number(value));
  if (!values.every((value) => Number.isInteger(value) && value >= 1000)) return false;
  const lengths = new Set(values.map((value) => String(value).length));
  return values.every((value) => value >= 1900 && value <= 2100) || (lengths.size === 1 && new Set(values).size === values.length && numbers.every(({ formula, numberFormat }) => formula === null && /^(General|0|@)?$/.test(numberFormat)));
}
