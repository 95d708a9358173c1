/** What the region's rules found, each placed on the returned figures of this workbook, and saying where it stands in the organisation's own file. */
import { returnedProfileTable, returnedTable } from "../../blueprint/region/returned";
import { registerTable } from "../../blueprint/region/register";
import { a1 } from "../../blueprint/place";
import type { TablePlace } from "../../excel/region/change-region";
import type { RegionSheetId, TableDefinition } from "../../blueprint/types";
import { keyInWords } from "../../returns/collect/changes";
import { codeOf } from "../../returns/collect/choose";
import type { Collection } from "../../returns/collect/collection";
import type { RegionFinding } from "../../returns/consolidate/consolidation";
import type { FindingLine } from "../action";
import { headingOf } from "./figure-rows";

const sheets: Readonly<Record<string, { readonly id: RegionSheetId; readonly table: TableDefinition }>> = {
  demand: { id: "returned-figures", table: returnedTable }, profile: { id: "returned-profile", table: returnedProfileTable },
};

/** @param placeOf - null for a table that is not there @param register - codes on the register, row by row */
export function findingLines(findings: readonly RegionFinding[], collection: Collection, placeOf: (table: string) => TablePlace | null, register: readonly string[]): readonly FindingLine[] {
  const rows = rowsOf(collection);
  const names = new Map(collection.register.map(({ code, name }) => [code, name]));
  return findings.map((found): FindingLine => {
    const inFile = found.place === "" ? "" : ` In its file: ${found.place}.`;
    const says = `${saidOf(found, names.get(found.organisation) ?? "")}${inFile}`;
    const isExplained = found.explained !== "";
    return {
      code: found.code, severity: isExplained ? "note" : found.severity, ...placed(found, rows, placeOf, register), says: isExplained ? `${says} Explained: ${found.explained}` : says,
      fix: isExplained ? "Leave it, or ask the organisation if the explanation does not hold." : found.fix, explaining: null,
    };
  });
}

/** With the organisation in front, once: rules over all organisations name it by its code themselves. */
function saidOf({ organisation, says }: RegionFinding, name: string): string {
  if (organisation === "") return says;
  const [whose, byCode] = [`${name} (${organisation})`, `${organisation}, `];
  return says.startsWith(byCode) ? `${whose}, ${says.slice(byCode.length)}` : `${whose}: ${says}`;
}

function placed({ organisation, table, key, measure }: RegionFinding, rows: ReadonlyMap<string, number>, placeOf: (table: string) => TablePlace | null, register: readonly string[]): Pick<FindingLine, "identity" | "sheet" | "cell"> {
  const sheet = sheets[table];
  const row = rows.get([table, organisation, key].join("\n"));
  const place = sheet === undefined ? null : placeOf(sheet.table.name);
  if (sheet !== undefined && row !== undefined && place !== null) {
    const column = sheet.table.columns.findIndex(({ header }) => header === headingOf(table === "profile" ? "profile" : "demand", measure));
    return { identity: sheet.id, sheet: place.tab, cell: a1(place.top + 1 + row, place.left + Math.max(0, column)) };
  }
  const listed = placeOf(registerTable.name);
  const line = register.indexOf(organisation);
  return { identity: "returns-register", sheet: listed?.tab ?? "", cell: listed === null || line < 0 ? "" : a1(listed.top + 1 + line, listed.left) };
}

/** Rows of the returned figures, by table, organisation and key; of a row that is there twice, the first. */
function rowsOf({ included }: Collection): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const table of Object.keys(sheets)) {
    let at = 0;
    for (const each of included) for (const row of each.document.tables[table] ?? []) {
      const key = [table, codeOf(each), keyInWords(row)].join("\n");
      if (!found.has(key)) found.set(key, at);
      at += 1;
    }
  }
  return found;
}
