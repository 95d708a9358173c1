/** All sheets of a return's file, in their order. The words on them belong to the version of the format: a test holds them against a kept file. */
import type { ReturnDocument } from "../format/return-document";
import { answersSheet, explanationsSheet, logSheet } from "./list-sheets";
import { machineSheet } from "./machine-part";
import { returnSheet } from "./return-sheet";
import type { ReturnSheet } from "./return-sheet-model";
import { tableSheet, tableTitles } from "./table-sheets";

export function sheetsOf(document: ReturnDocument): readonly ReturnSheet[] {
  return [...readableSheets(document), machineSheet(document, document.formatVersion)];
}

/** All but the machine-readable part. */
export function readableSheets(document: ReturnDocument): readonly ReturnSheet[] {
  return [
    returnSheet(document), ...[...tableTitles(document)].map(([id, title]) => tableSheet(document, id, title)), explanationsSheet(document),
    ...(document.answers.length === 0 ? [] : [answersSheet(document)]), logSheet(document),
  ];
}
