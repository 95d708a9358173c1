/** Rows that a program added to a table and that a co-author's change of the same table undoes, where that fault is on. */
import { deleteCells } from "../calc/structure";
import { intersect } from "../workbook/area";
import type { Change } from "../workbook/change";
import type { Session } from "./session";

/** Watches for co-authors' changes for as long as the workbook is open. */
export function loseTableRows(session: Session): void {
  session.workbook.listen((change) => { if (change.kind === "cells" && change.cause === "remote") loseRows(session, change); });
}

function loseRows(session: Session, { sheet: id, area }: Extract<Change, { kind: "cells" }>): void {
  const sheet = session.workbook.sheetById(id);
  if (sheet === null) return;
  for (const table of sheet.get("tables").filter((each) => intersect(each.area, area) !== null)) {
    for (const rows of session.takeAddedRows(table.id)) if (!rows.lost) deleteCells(session.workbook, sheet, rows.area, "up", "remote");
  }
}
