/** Cells as an HTML table, the form in which documents, mail and other spreadsheet programs take them with their formats. */
import type { Cell } from "../workbook/sheet";
import type { CellStyle, StyleTable } from "../workbook/style";

/** More cells than this go as plain text only: a browser would be busy with the table for seconds. */
const MOST_CELLS = 50_000;

/** The table, or "" for more cells than any document would take. @param texts - as shown */
export function toHtml(cells: readonly (readonly Cell[])[], texts: readonly (readonly string[])[], styles: StyleTable): string {
  if (cells.length * (cells[0]?.length ?? 0) > MOST_CELLS) return "";
  const rows = cells.map((line, row) => `<tr>${line.map((cell, column) => cellHtml(styles.at(cell.style), typeof cell.value === "number", texts[row]?.[column] ?? "")).join("")}</tr>`);
  return `<html><head><meta charset="utf-8"></head><body><table style="border-collapse:collapse">${rows.join("")}</table></body></html>`;
}

function cellHtml(style: CellStyle, isFigure: boolean, text: string): string {
  const { font, horizontal } = style;
  const align = horizontal === "General" ? (isFigure ? "right" : "") : horizontal === "Center" || horizontal === "Right" || horizontal === "Left" ? horizontal.toLowerCase() : "";
  const lines = [font.underline === "None" ? "" : "underline", font.strike ? "line-through" : ""].filter((line) => line !== "");
  const css = [
    `font:${font.italic ? "italic " : ""}${font.bold ? "bold " : ""}${font.size}pt '${font.name.replace(/['"<>&;]/g, "")}'`,
    font.colour === null ? "" : `color:${font.colour}`, style.fill === null ? "" : `background:${style.fill}`, align === "" ? "" : `text-align:${align}`,
    lines.length === 0 ? "" : `text-decoration:${lines.join(" ")}`, "white-space:pre-wrap",
  ].filter((part) => part !== "");
  return `<td style="${css.join(";")}">${escaped(text).replaceAll("\n", '<br style="mso-data-placement:same-cell">')}</td>`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * The rows of a copied document that is one table, as spreadsheet programs, mail and web pages hand it over; null for anything else.
 * A cell over several rows or columns fills its first place and leaves the others blank.
 */
export function readHtmlTable(document: Document): readonly (readonly string[])[] | null {
  const tables = [...document.querySelectorAll("table")].filter((table) => table.parentElement?.closest("table") === null || table.parentElement === null);
  const [table] = tables;
  if (table === undefined || tables.length > 1 || !isAlone(document.body, table)) return null;
  const rows: (string | undefined)[][] = [];
  [...table.rows].forEach((line, row) => {
    let column = 0;
    for (const cell of line.cells) {
      while (rows[row]?.[column] !== undefined) column++;
      const text = textIn(cell);
      for (let down = 0; down < Math.max(1, cell.rowSpan); down++) for (let across = 0; across < Math.max(1, cell.colSpan); across++) (rows[row + down] ??= [])[column + across] = down === 0 && across === 0 ? text : "";
      column += Math.max(1, cell.colSpan);
    }
    rows[row] ??= [];
  });
  return rows.slice(0, table.rows.length).map((line) => Array.from(line, (text) => text ?? ""));
}

function isAlone(body: HTMLElement, table: HTMLTableElement): boolean {
  const all = (body.textContent ?? "").replace(/\s+/g, "");
  return all.length === (table.textContent ?? "").replace(/\s+/g, "").length;
}

/** A cell's text: line breaks where the document breaks, blanks as a page shows them. */
function textIn(cell: HTMLElement): string {
  const keepsBlanks = /pre/.test(cell.style.whiteSpace);
  const parts: string[] = [];
  const walk = (node: Node): void => {
    for (const child of node.childNodes) {
      if (child.nodeName === "BR") parts.push("\n");
      else if (child.nodeType === child.TEXT_NODE) parts.push(keepsBlanks ? child.textContent ?? "" : (child.textContent ?? "").replace(/[ \t\r\n]+/g, " "));
      else {
        if (/^(P|DIV|LI)$/.test(child.nodeName) && parts.join("").trim() !== "") parts.push("\n");
        walk(child);
      }
    }
  };
  walk(cell);
  const text = parts.join("").replaceAll("\u00a0", " ");
  return keepsBlanks ? text : text.split("\n").map((line) => line.trim()).join("\n").trim();
}
