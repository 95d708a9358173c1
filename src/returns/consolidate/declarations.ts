/** What returns declare about posts and people that they share with other organisations: table "shared-posts". */
import { nameKey } from "../../domain/taxonomy";
import { travelling } from "../../validation/vocabulary";
import { codeOf } from "../collect/choose";
import type { ReadReturn } from "../file/arrival";
import { totalled } from "./gather";

export const SHARED_TABLE = "shared-posts";

/** One organisation's word about what it shares with another. */
export interface Declaration {
  readonly by: string;
  readonly with: string;
  readonly roleGroup: string;
  /** Measure of Demand and supply; null where the heading is none. */
  readonly measure: string | null;
  /** As it was typed. */
  readonly figure: string;
  /** Null where no number can be read: blank, withheld, or less than 0. */
  readonly number: number | null;
  readonly from: ReadReturn;
  readonly row: number;
}

export function declarationsIn(from: ReadReturn): readonly Declaration[] {
  return (from.document.tables[SHARED_TABLE] ?? []).map(({ key, figures }, row) => {
    const number = figures["shared-number"];
    const figure = (key["shared-figure"] ?? "").trim();
    return {
      by: codeOf(from), with: (key["shared-with"] ?? "").trim().toUpperCase(), roleGroup: (key["role-group"] ?? "").trim(), figure, measure: measureCalled(figure),
      number: typeof number === "number" && number >= 0 ? number : null, from, row,
    };
  });
}

const measuresByHeading = new Map([...(travelling.get("demand")?.headings ?? [])].filter(([measure]) => totalled.demand.includes(measure)).map(([measure, heading]) => [nameKey(heading), measure]));
const measureCalled = (heading: string): string | null => measuresByHeading.get(nameKey(heading)) ?? (totalled.demand.includes(heading) ? heading : null);
