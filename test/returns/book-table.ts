/** A table of a book from the cells that a blueprint writes. */
import type { Holding, TableDefinition } from "../../src/blueprint/types";
import { blankCell, type BookTable, type Cell } from "../../src/validation/book";

const cellOf = (holds: Holding): Cell => {
  if (holds === null) return blankCell;
  if ("number" in holds) return { kind: "number", value: holds.number, numberFormat: "General", formula: null };
  return "text" in holds ? { kind: "text", value: holds.text, numberFormat: "@", formula: null } : blankCell;
};

export const bookTableOf = ({ sheet, name, columns }: TableDefinition, tab: string, rows: readonly (readonly Holding[])[]): BookTable =>
  ({ sheet, tab, name, top: 4, left: 0, headers: columns.map(({ header }) => header), rows: rows.map((row) => row.map(cellOf)), ruleLost: new Map() });
