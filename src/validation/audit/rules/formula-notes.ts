/** S07, S11 and S14: what is in a formula that a reader of the sheet does not see: another workbook, a typed number, a figure that changes by itself. */
import type { Cell } from "../../book";
import type { Finding } from "../../finding";
import { a1 } from "../../../blueprint/place";
import { cellAt } from "../audit-book";
import type { AuditCaseId } from "../audit-catalogue";
import { alike, auditFinding } from "../audit-finding";
import type { Part } from "../formula-parts";
import { partsAgain, type Formula, type Formulas, type Turns } from "../read-formulas";

interface Seen { readonly id: AuditCaseId; readonly what: string; readonly facts: Readonly<Record<string, string>> }

export function* formulaNotes(formulas: Formulas): Turns {
  const groups = new Map<string, { readonly seen: Seen; readonly first: Formula; more: number }>();
  for (const [at, formula] of formulas.all.entries()) {
    const cell = formulas.book.sheets[formula.sheet];
    for (const seen of cell === undefined ? [] : seenIn(formula, cellAt(cell, formula.row, formula.column))) {
      const key = `${formula.sheet} ${seen.id} ${seen.what}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { seen, first: formula, more: 0 });
      else group.more += 1;
    }
    if (at % 250 === 0) yield [];
  }
  yield [...groups.values()].flatMap(({ seen: { id, facts }, first, more }): readonly Finding[] => {
    const sheet = formulas.book.sheets[first.sheet];
    return sheet === undefined ? [] : [auditFinding(id, sheet, a1(first.row, first.column), { ...facts, more: alike(more) })];
  });
}

function seenIn(formula: Formula, cell: Cell): readonly Seen[] {
  const { text } = formula;
  if (!/\[|[0-9]|\b(NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT)\(/i.test(text)) return [];
  const parts = partsAgain(formula);
  return [...otherBooks(parts), ...changing(parts), ...(cell.kind === "number" ? typedNumbers(parts, formula) : [])];
}

function otherBooks(parts: readonly Part[]): readonly Seen[] {
  const books = parts.flatMap((part) => (part.kind === "reference" && part.reference.book !== null ? [part.reference.book] : part.kind === "word" ? /^'?(?:.*)\[([^\]]+)\].*!/.exec(part.text)?.[1] ?? [] : []));
  return [...new Set(books)].map((book) => ({ id: "S07", what: book, facts: { found: /^[0-9]+$/.test(book) ? "which the formula does not name" : book } }));
}

const CHANGING = new Set(["NOW", "TODAY", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT"]);
function changing(parts: readonly Part[]): readonly Seen[] {
  const names = parts.flatMap((part) => (part.kind === "call" && CHANGING.has(part.name) ? [part.name] : []));
  return [...new Set(names)].map((name) => ({ id: "S14", what: name, facts: { function: name } }));
}

/** By which figures are multiplied or divided without anybody wondering: days, weeks, months, hours, percentages, the hours of a full-time week. */
const STAY = new Set([0, 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 24, 28, 30, 31, 36, 37, 37.5, 40, 48, 52, 60, 90, 100, 180, 260, 360, 364, 365, 365.25, 366, 1440, 3600, 86400, 1_000, 10_000, 100_000, 1_000_000]);
/** What is added to count both ends, or to go a week, a year or a hundred on. */
const STEPS = new Set([0, 1, 7, 12, 52, 100, 365]);

/** At the top level only: numbers in a function's arguments are mostly its settings. A date made of numbers stays too. */
function typedNumbers(parts: readonly Part[], { form }: Formula): readonly Seen[] {
  let depth = 0;
  const found: Seen[] = [];
  const hasFigures = parts.some((part) => part.kind === "reference" || part.kind === "table");
  for (const [at, part] of parts.entries()) {
    if (part.kind === "call") depth += 1;
    if (part.kind === "sign") depth += part.text === "(" || part.text === "{" ? 1 : part.text === ")" || part.text === "}" ? -1 : 0;
    if (part.kind !== "number" || depth !== 0 || !hasFigures) continue;
    const [before, after] = [signAt(parts, at - 1), signAt(parts, at + 1)];
    const isFactor = [before, after].some((sign) => sign === "*" || sign === "/") || after === "%";
    if (isFactor && !STAY.has(Number(part.text)) && (isRate(part.text) || after === "%")) found.push({ id: "S11.factor", what: part.text, facts: { found: part.text + (after === "%" ? "%" : "") } });
    else if (!isFactor && !STEPS.has(Number(part.text)) && (before === "+" || before === "-" || after === "+" || after === "-") && addsFigures(parts)) found.push({ id: "S11.added", what: form, facts: { found: part.text } });
  }
  return found.slice(0, 1);
}

const signAt = (parts: readonly Part[], at: number): string => { const part = parts[at]; return part?.kind === "sign" ? part.text : ""; };
/** Three figures or more that are not noughts, such as 1.138 or 34581. */
const isRate = (text: string): boolean => text.replace(/[.]/g, "").replace(/^0+|0+$/g, "").length >= 3;
const ADDING = new Set(["SUM", "SUBTOTAL", "SUMIF", "SUMIFS", "COUNT", "COUNTA", "COUNTIF", "COUNTIFS"]);
/** Added to what is added up: beside one cell a number may be a step, such as 2009+1. */
const addsFigures = (parts: readonly Part[]): boolean => parts.some((part) => part.kind === "call" && ADDING.has(part.name)) || parts.filter(({ kind }) => kind === "reference").length >= 2;
