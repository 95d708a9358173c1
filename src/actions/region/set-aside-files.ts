/** Files that do not count, as the sheet Set aside lists them, and those of them that are still to be listed when others come. */
import { setAsideTable } from "../../blueprint/region/region-lists";
import type { Holding } from "../../blueprint/types";
import type { Collection, SetAside } from "../../returns/collect/collection";
import type { Quarantined, QuarantineCode } from "../../returns/file/arrival";

/** Why, in a few words: what the sheet and the pane say before the sentence. */
export const reasonWords: Readonly<Record<QuarantineCode | SetAside["why"], string>> = {
  "too-large": "Too large", locked: "Open elsewhere", unreadable: "Cannot be opened", truncated: "Cut off", damaged: "Damaged", "not-a-workbook": "Not a workbook",
  "passphrase-needed": "Passphrase needed", "passphrase-wrong": "Passphrase wrong", "not-a-return": "Not a return", "document-missing": "A sheet is missing", "newer-format": "Newer format",
  "not-readable-format": "Format not known", "document-altered": "Altered", "cells-altered": "Altered", "figures-altered": "Altered since it was signed", "log-altered": "Its log was altered",
  "other-period": "Another period", "other-structure": "Another structure", "organisation-unknown": "Organisation not known", "sequence-twice": "Two of one sequence", "not-signed-off": "Not signed off",
  superseded: "Replaced", "same-again": "The same again", "last-return": "Last return",
};

/** Found out anew from the returns that are kept, whenever they are collected. */
const OF_THE_SET: ReadonlySet<string> = new Set<QuarantineCode>(["other-period", "other-structure", "organisation-unknown", "sequence-twice", "not-signed-off"]);
const NOTHING_WRONG: ReadonlySet<string> = new Set<SetAside["why"]>(["superseded", "same-again", "last-return"]);
const isCode = (word: string): word is QuarantineCode => Object.hasOwn(reasonWords, word) && !NOTHING_WRONG.has(word);

const at = (header: (typeof setAsideTable.columns)[number]["header"]): number => setAsideTable.columns.findIndex((column) => column.header === header);
const COLUMN = { file: at("File"), organisation: at("Organisation"), says: at("What is wrong"), fix: at("What to do"), code: at("Code") };

export function setAsideRows({ quarantined, setAside }: Pick<Collection, "quarantined" | "setAside">): readonly (readonly Holding[])[] {
  const rows = [
    ...quarantined.map(({ file, organisation, code, says, fix }) => [file, organisation, reasonWords[code], says, fix, code]),
    ...setAside.map(({ file, organisation, why, says }) => [file, organisation, reasonWords[why], says, "Leave it as it is.", why]),
  ];
  return rows.map((row) => row.map((said): Holding => (said === "" ? null : { text: said })));
}

/** Files that could not be read before and did not come again. @param names - of the files that came now */
export function stillSetAside(rows: readonly (readonly unknown[])[], names: ReadonlySet<string>): readonly Quarantined[] {
  return rows.flatMap((row): readonly Quarantined[] => {
    const said = (column: number): string => String(row[column] ?? "").trim();
    const [file, code] = [said(COLUMN.file), said(COLUMN.code)];
    if (file === "" || names.has(file) || !isCode(code) || OF_THE_SET.has(code)) return [];
    return [{ kind: "quarantined", file, code, says: said(COLUMN.says), fix: said(COLUMN.fix), organisation: said(COLUMN.organisation) }];
  });
}
