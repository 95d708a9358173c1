/**
 * A formula as a person sees it and as a file spells it. The file prefixes functions newer than the format (`_xlfn.`), writes
 * `[@Col]` in full and has functions for `#` and `@`; the model holds what a person sees.
 */
import { parseStructRef, stringifyStructRef, tokenize, type Token } from "@borgar/fx";
import { FileProblem } from "./file-problem";
import { fileLimits } from "./limits";
import { newerFunctions, worksheetFunctions } from "./newer-functions";

/**
 * The formula as a person sees it.
 *
 * @param written - as in the file, without "="
 * @param ownTable - the table the cell stands in, whose name is left out of references to it
 * @throws FileProblem too-big, for one that is far longer than any that Excel takes
 * @example formulaFromFile("_xlfn.XLOOKUP(Staff[[#This Row],[Post]],A:A,B:B)", "Staff") // => "XLOOKUP([@Post],A:A,B:B)"
 */
export function formulaFromFile(written: string, ownTable: string | null): string {
  if (written.length > fileLimits.formula) throw new FileProblem("too-big", `a formula of ${written.length} characters, at most ${fileLimits.formula}`);
  if (!written.includes("_xl") && !/#this row/i.test(written)) return written;
  const tokens = tokenize(written, { withLocation: false, mergeRefs: true });
  return unwrap(tokens.map((token) => seen(token, ownTable)));
}

const PREFIXES = /^(?:_xlfn\.|_xlws\.|_xludf\.)+/i;

function seen(token: Token, ownTable: string | null): string {
  if (token.type === "func") return token.value.replace(PREFIXES, "");
  if (token.type === "range_named") return token.value.replace(/^_xlpm\./i, "").replace(PREFIXES, "");
  if (token.type === "structured") return shortTableReference(token.value, ownTable);
  return token.value;
}

function shortTableReference(written: string, ownTable: string | null): string {
  const reference = parseStructRef(written);
  if (reference === undefined || !(reference.sections ?? []).includes("this row")) return written;
  const own = ownTable !== null && reference.table?.toLowerCase() === ownTable.toLowerCase();
  return stringifyStructRef(own ? { ...reference, table: "" } : reference, { thisRow: false });
}

/** ANCHORARRAY(A1) is A1# and SINGLE(x) is @x. */
function unwrap(texts: readonly string[]): string {
  const out: string[] = [];
  for (let index = 0; index < texts.length; index++) {
    const name = texts[index]?.toUpperCase();
    if ((name !== "ANCHORARRAY" && name !== "SINGLE") || texts[index + 1] !== "(") { out.push(texts[index] ?? ""); continue; }
    const end = closing(texts, index + 1);
    const inside = unwrap(texts.slice(index + 2, end));
    out.push(name === "SINGLE" ? `@${inside}` : `${inside}#`);
    index = end;
  }
  return out.join("");
}

function closing(texts: readonly string[], open: number): number {
  let depth = 0;
  for (let index = open; index < texts.length; index++) {
    if (texts[index] === "(") depth++;
    if (texts[index] === ")" && --depth === 0) return index;
  }
  return texts.length;
}

const NEEDS_SPELLING = new RegExp(`[#@[]|\\b(?:${[...newerFunctions].map((name) => name.replace(/\./g, "\\.")).join("|")})\\(`, "i");

/**
 * The formula as a file spells it.
 *
 * @param formula - as a person sees it, without "="
 * @param ownTable - the table that `[@Col]` belongs to
 * @example formulaForFile("[@Supply]-[@Demand]", "Gap") // => "Gap[[#This Row],[Supply]]-Gap[[#This Row],[Demand]]"
 */
export function formulaForFile(formula: string, ownTable: string | null): string {
  if (!NEEDS_SPELLING.test(formula)) return formula;
  const tokens = tokenize(formula, { withLocation: false, mergeRefs: true });
  const parameters = letParameters(tokens);
  const spelt = tokens.map((token) => spell(token, ownTable, parameters));
  return wrapOperators(tokens, spelt);
}

function spell(token: Token, ownTable: string | null, parameters: ReadonlySet<string>): string {
  if (token.type === "func") {
    const name = token.value.toUpperCase();
    if (parameters.has(name)) return `_xlpm.${token.value}`;
    return worksheetFunctions.has(name) ? `_xlfn._xlws.${token.value}` : newerFunctions.has(name) ? `_xlfn.${token.value}` : token.value;
  }
  if (token.type === "range_named" && parameters.has(token.value.toUpperCase())) return `_xlpm.${token.value}`;
  if (token.type === "structured") return fullTableReference(token.value, ownTable);
  return token.value;
}

function fullTableReference(text: string, ownTable: string | null): string {
  const reference = parseStructRef(text);
  if (reference === undefined) return text;
  // The parser gives an empty name for `[@Col]`.
  const table = reference.table || ownTable || "";
  return stringifyStructRef({ ...reference, table }, { thisRow: true });
}

/** The names that LET and LAMBDA make: an argument that is a lone name, before the last. */
function letParameters(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  const texts = tokens.map((token) => token.value);
  tokens.forEach((token, index) => {
    const name = token.value.toUpperCase();
    if (token.type !== "func" || (name !== "LET" && name !== "LAMBDA")) return;
    const end = closing(texts, index + 1);
    let depth = 0;
    let argument = 0;
    for (let at = index + 1; at < end; at++) {
      if (texts[at] === "(" || texts[at] === "{") depth++;
      if (texts[at] === ")" || texts[at] === "}") depth--;
      if (depth !== 1 || (texts[at] !== "," && texts[at] !== "(")) continue;
      const [first, second] = tokens.slice(at + 1, end).filter((next) => next.type !== "whitespace");
      const isParameter = first?.type === "range_named" && second?.value === "," && (name === "LAMBDA" || argument % 2 === 0);
      if (isParameter) names.add(first.value.toUpperCase());
      argument++;
    }
  });
  return names;
}

/** `A1#` and `@x` become the functions that the file has for them. */
function wrapOperators(tokens: readonly Token[], spelt: readonly string[]): string {
  const out: string[] = [];
  for (let index = 0; index < spelt.length; index++) {
    const text = spelt[index] ?? "";
    const isOperator = tokens[index]?.type === "operator";
    if (isOperator && text === "#" && out.length > 0) out.push(`_xlfn.ANCHORARRAY(${out.pop() ?? ""})`);
    else if (isOperator && text === "@") {
      const last = tokens[index + 1]?.type === "func" ? closing(spelt, index + 2) : index + 1;
      out.push(`_xlfn.SINGLE(${wrapOperators(tokens.slice(index + 1, last + 1), spelt.slice(index + 1, last + 1))})`);
      index = last;
    } else out.push(text);
  }
  return out.join("");
}
