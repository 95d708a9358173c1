/** A formula's references rewritten in its text; everything else stays as it was written. */
import { parseA1Ref, parseStructRef, stringifyA1Ref, stringifyStructRef, type RangeA1, type ReferenceA1, type ReferenceStruct, type Token } from "@borgar/fx";
import { tokensOf } from "./parse-formula";

/** @returns the new text of a token, or null to leave it as it is */
export type RewriteToken = (token: Token) => string | null;

/** @param formula - without "=" */
export function rewriteFormula(formula: string, rewrite: RewriteToken): string {
  let changed = false;
  const texts = tokensOf(formula).map((token) => {
    const text = rewrite(token);
    if (text === null || text === token.value) return token.value;
    changed = true;
    return text;
  });
  return changed ? texts.join("") : formula;
}

/** "B2", "$A$1:C3", "A:C", "Sheet1!A1". */
export const isCells = (token: Token): boolean => token.type === "range" || token.type === "range_beam" || token.type === "range_ternary";
export const isTableReference = (token: Token): boolean => token.type === "structured";
/** A defined name, a table without brackets, or a variable of LET. */
export const isName = (token: Token): boolean => token.type === "range_named";

/** The parts of a reference to cells, or null for any other text. */
export function cellsIn(text: string): ReferenceA1 | null {
  const parsed = parseA1Ref(text);
  return parsed !== undefined && "range" in parsed ? parsed : null;
}

/**
 * The reference with its range changed.
 * @param change - gives null when the cells are gone; the sheet's name then stays before `#REF!`, as in Excel
 */
export function withRange(text: string, change: (range: RangeA1, context: readonly string[]) => RangeA1 | null): string {
  const parsed = cellsIn(text);
  if (parsed === null) return text;
  const range = change(parsed.range, parsed.context ?? []);
  if (range === parsed.range) return text;
  if (range === null) return `${text.slice(0, text.lastIndexOf("!") + 1)}#REF!`;
  return stringifyA1Ref({ ...parsed, range: inOrder(range) });
}

/** The smaller row and column first, each with its own `$`: what was `A$5:A6` may have become `A3:A$5`. */
function inOrder(range: RangeA1): RangeA1 {
  let ordered = range;
  const { top, bottom, left, right } = range;
  if (typeof top === "number" && typeof bottom === "number" && top > bottom) ordered = { ...ordered, top: bottom, bottom: top, $top: range.$bottom ?? false, $bottom: range.$top ?? false };
  if (typeof left === "number" && typeof right === "number" && left > right) ordered = { ...ordered, left: right, right: left, $left: range.$right ?? false, $right: range.$left ?? false };
  return ordered;
}

/** The table reference with its parts changed; null from `change` makes it `#REF!`. */
export function withTableParts(text: string, change: (reference: ReferenceStruct) => ReferenceStruct | null): string {
  const parsed = parseStructRef(text);
  if (parsed === undefined) return text;
  const after = change(parsed);
  if (after === parsed) return text;
  return after === null ? "#REF!" : stringifyStructRef(after);
}

/** A sheet's name as it stands before "!", in quotes where Excel needs them. @example quotedSheet("My sheet") // => "'My sheet'" */
export function quotedSheet(name: string): string {
  return stringifyA1Ref({ context: [name], range: { top: 0, left: 0, bottom: 0, right: 0 } }).slice(0, -"!A1".length);
}
