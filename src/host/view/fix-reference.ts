/** F4 while a formula is typed: the reference at the caret takes its next form, A1, $A$1, A$1, $A1. */
const REFERENCE = /\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\w(])/g;

/** @example fixReference("=A1+B2", 6) // => { text: "=A1+$B$2", caret: 8 } */
export function fixReference(text: string, caret: number): { readonly text: string; readonly caret: number } {
  if (!text.startsWith("=")) return { text, caret };
  for (const match of text.matchAll(REFERENCE)) {
    const [reference] = match;
    const end = match.index + reference.length;
    if (caret < match.index || caret > end || /[\w.]/.test(text[match.index - 1] ?? "")) continue;
    const next = nextForm(reference);
    return { text: text.slice(0, match.index) + next + text.slice(end), caret: match.index + next.length };
  }
  return { text, caret };
}

function nextForm(reference: string): string {
  const [, fixedColumn = "", column = "", fixedRow = "", row = ""] = /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(reference) ?? [];
  const [nextColumn, nextRow] = fixedColumn === "" ? (fixedRow === "" ? ["$", "$"] : ["$", ""]) : fixedRow === "" ? ["", ""] : ["", "$"];
  return `${nextColumn}${column}${nextRow}${row}`;
}
