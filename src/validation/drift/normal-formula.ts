/** One form for formulas that say the same: Excel, LibreOffice and we spell references to tables in different ways. */

/**
 * Spaces, letter case, absolute rows and the ways to say "this row" do not count; words in quotation marks do.
 * @example normalFormula("= tblGap[[#This Row],[Line]]+1") // => "=[@[LINE]]+1", as for "=[@Line]+1"
 */
export function normalFormula(formula: string): string {
  return formula.split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 1 ? part : normalPart(part))).join("");
}

function normalPart(part: string): string {
  return part.toUpperCase()
    .replace(/_XLFN\.|_XLWS\./g, "")
    // "tbl[[#This Row],[A]]", "tbl[@A]", "[@A]" and "tbl[@[A]]" are one thing, and only ever mean the formula's own table.
    .replace(/[\w.]*\[\[#THIS ROW\],\s*/g, "[@")
    .replace(/[\w.]*\[@/g, "[@")
    .replace(/\[@(?!\[)([^\]]*)\]/g, "[@[$1]]")
    .replace(/(\w)\[\[([^\]#]*)\]\]/g, "$1[$2]")
    // Spaces and marks of implicit intersection count only inside brackets, where they belong to a header.
    .replace(/\[[^\]]*\]|[\s@]+/g, (piece) => (piece.startsWith("[") ? piece.replace(/\s+/g, " ") : ""))
    .replace(/\$([A-Z]+)\$\d+/g, "$$$1$$#");
}

/** A colour rule's formula, wherever its first cell is. @example normalHighlight('=H9="Red"') // => '=#="Red"' */
export function normalHighlight(formula: string): string {
  return normalFormula(formula).split(/("(?:[^"]|"")*")/).map((part, index) => (index % 2 === 1 ? part : part.replace(/\$?\b[A-Z]{1,3}\$?\d+\b/g, "#"))).join("");
}
