/** What a region sends back to an organisation about its return: queries, or that it is accepted. A small JSON file that the pane loads. */
import type { IsoDate } from "../../domain/period";

export const QUERY_FORMAT = "talent-plan-queries";

export interface Query {
  /** Permanent within the period: "RBS-2009/10-1-03". */
  readonly id: string;
  /** What it is about; null for the return as a whole. */
  readonly about: { readonly table: string; readonly key: Readonly<Record<string, string>>; readonly measure: string } | null;
  /** Code of the rule that found it; "" for a person's own question. */
  readonly code: string;
  readonly says: string;
  /** What the organisation is asked to do. */
  readonly asks: string;
}

export interface QueryFile {
  readonly format: typeof QUERY_FORMAT;
  readonly formatVersion: string;
  readonly region: { readonly code: string; readonly name: string };
  readonly organisation: { readonly code: string; readonly name: string };
  readonly period: string;
  /** The return that it answers. */
  readonly sequence: number;
  readonly returnDigest: string;
  readonly madeOn: IsoDate;
  readonly by: string;
  readonly decision: "queried" | "accepted";
  readonly queries: readonly Query[];
  readonly digest: string;
}
