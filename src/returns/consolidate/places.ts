/** Where a figure of a return stands in its file, for findings. */
import type { FindingPlace } from "../../validation/finding-place";
import { placeInReturn } from "../file/places";
import type { ReturnDocument } from "../format/return-document";

/** A finding without a cell is a finding all the same. */
export const NOWHERE: FindingPlace = { identity: null, tab: "", cell: "" };

/** @param row - from 0 */
export function placeOf(document: ReturnDocument, table: string, row: number, measure: string): FindingPlace {
  const found = placeInReturn(document, table, row, measure);
  return found === null ? NOWHERE : { identity: null, tab: found.sheet, cell: found.cell };
}

/** @example placeInWords({ identity: null, tab: "Demand and supply", cell: "C8" }) // => "Demand and supply!C8" */
export const placeInWords = ({ tab, cell }: FindingPlace): string => (tab === "" || cell === "" ? tab : `${tab}!${cell}`);
