/** Cells as tab-separated text, the form in which spreadsheet programs hand ranges to each other. */

/**
 * One line per row, tabs between cells; a text with a tab, line break or quote is quoted as Excel does.
 * @example toClipboard([["a", "b\nc"]]) // => 'a\t"b\nc"'
 */
export function toClipboard(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

function quoted(text: string): string {
  return /[\t\r\n]/.test(text) || text.startsWith('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Reads such text. A closing line break adds no row; rows keep their own lengths.
 * @example fromClipboard("a\tb\r\n") // => [["a", "b"]]
 */
export function fromClipboard(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const source = text.replace(/\r\n?/g, "\n");
  const whole = source.endsWith("\n") ? source : `${source}\n`;
  while (at < whole.length) {
    const field = readField(whole, at);
    row.push(field.text);
    if (whole[field.end] === "\n") {
      rows.push(row);
      row = [];
    }
    at = field.end + 1;
  }
  return rows;
}

/** One field and where its separator stands. A quote that is never closed is taken as it is. */
function readField(source: string, from: number): { readonly text: string; readonly end: number } {
  if (source[from] === '"') {
    let text = "";
    for (let at = from + 1; at < source.length; at++) {
      if (source[at] !== '"') text += source[at] ?? "";
      else if (source[at + 1] === '"') text += source[at++] ?? "";
      else if (source[at + 1] === "\t" || source[at + 1] === "\n") return { text, end: at + 1 };
      else break;
    }
  }
  let end = from;
  while (source[end] !== "\t" && source[end] !== "\n") end++;
  return { text: source.slice(from, end), end };
}
