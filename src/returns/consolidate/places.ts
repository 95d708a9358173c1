/** Where a figure of a return stands in its file, for findings. */
import type { FindingPlace } from "../../validation/finding-place";
import type { ReturnDocument } from "../format/return-document";

/** A cell of a return's file, by table, row (from 0) and measure; null where the file shows no such cell. */
export type PlaceInReturn = (document: ReturnDocument, table: string, row: number, measure: string) => { readonly sheet: string; readonly cell: string } | null;

/** A finding without a cell is a finding all the same. */
const NOWHERE: FindingPlace = { identity: null, tab: "", cell: "" };

export const placeAs = (placeIn: PlaceInReturn, document: ReturnDocument, table: string, row: number, measure: string): FindingPlace => {
  const found = placeIn(document, table, row, measure);
  return found === null ? NOWHERE : { identity: null, tab: found.sheet, cell: found.cell };
};

/** @example placeInWords({ identity: null, tab: "Demand and supply", cell: "C8" }) // => "Demand and supply!C8" */
export const placeInWords = ({ tab, cell }: FindingPlace): string => (tab === "" || cell === "" ? tab : `${tab}!${cell}`);
