/** How Excel's built-in table styles colour a cell: header, bands, totals. Colours are those of the Office theme that new workbooks have. */
import type { StylePatch, Table } from "../workbook/features";

/** Dark 1 and the six accents: the seven columns of Excel's gallery of table styles. */
const ACCENTS = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

/**
 * What the table's style lays under the cell's own format; nothing for a table without a style.
 * Light, medium and dark families are told apart by their header; their finer differences are not drawn.
 */
export function tableLook(table: Table, row: number, column: number): StylePatch {
  const style = /^TableStyle(Light|Medium|Dark)(\d+)$/.exec(table.style ?? "");
  if (style === null) return {};
  const [, family = "", number = "1"] = style;
  const accent = ACCENTS[(Number(number) - 1) % 7] ?? ACCENTS[0];
  const isHeader = table.headerRow && row === table.area.top;
  const isTotal = table.totalsRow && row === table.area.bottom;
  const edge = (colour: string): NonNullable<StylePatch["borders"]> => ({ bottom: { line: "Thin", colour } });
  if (family === "Light") {
    if (isHeader) return { bold: true, borders: { top: { line: "Thin", colour: accent }, bottom: { line: "Thin", colour: accent } } };
    return { ...(isTotal ? { bold: true } : {}), ...(isBand(table, row, column) ? { fill: tint(accent, 0.85) } : {}), ...(row === table.area.bottom ? { borders: edge(accent) } : {}) };
  }
  const header = { bold: true, fill: family === "Dark" ? "#000000" : accent, fontColour: "#FFFFFF" };
  if (isHeader) return header;
  if (isTotal) return { bold: true, borders: { top: { line: "Double", colour: accent } } };
  const bold = (table.firstColumn && column === table.area.left) || (table.lastColumn && column === table.area.right);
  const plain = family === "Dark" ? tint(accent, 0.6) : null;
  const fill = isBand(table, row, column) ? tint(accent, family === "Dark" ? 0.4 : 0.8) : plain;
  return { ...(bold ? { bold } : {}), ...(fill === null ? {} : { fill }), borders: edge(tint(accent, 0.6)) };
}

function isBand(table: Table, row: number, column: number): boolean {
  const first = table.area.top + (table.headerRow ? 1 : 0);
  return (table.bandedRows && (row - first) % 2 === 0) || (table.bandedColumns && (column - table.area.left) % 2 === 0);
}

/** A colour mixed with white. @param towardsWhite - 0 leaves it, 1 is white */
export function tint(colour: string, towardsWhite: number): string {
  const part = (at: number): string => {
    const value = parseInt(colour.slice(at, at + 2), 16);
    return Math.round(value + (255 - value) * towardsWhite).toString(16).padStart(2, "0").toUpperCase();
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
