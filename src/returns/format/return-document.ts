/**
 * A return as it travels: what stands in its machine-readable part, version 1.0 of the format. README.md of this folder describes it for people who
 * have no add-in, return-1.schema.json for programs.
 */
import type { StructureId } from "../../domain/structures";
import type { IsoDate } from "../../domain/period";
import type { DemandUnit } from "../../domain/units";
import type { LogLine } from "../sign-off/log";

export const FORMAT = "talent-plan-return";
/** A new first number: older readers must not read it. A new second one: they can, and lose nothing that they know. */
export const FORMAT_VERSION = "1.0";

/** One figure: a number; null where nothing was entered; and by name where it cannot exist, is withheld, or is no figure (in drafts only). Never 0 for any of these. */
export type FigureJson = number | null | "n/a" | { readonly withheld: string } | { readonly unreadable: string };

/** Tables of a return, by the ids that rules know them by (`validation/vocabulary.ts`). A table that the workbook has not got is left out; one without rows is []. */
export type ReturnTables = Readonly<Record<string, readonly ReturnRow[]>>;

export interface ReturnRow {
  /** The words that tell rows apart, by column id: {"role-group": "Finance director"}. */
  readonly key: Readonly<Record<string, string>>;
  /** Every figure of the row by measure id. Days are ISO text under `texts`. */
  readonly figures: Readonly<Record<string, FigureJson>>;
  /** Comments, sources and days; "" is left out. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface ReturnHeader {
  readonly organisation: { readonly code: string; readonly name: string };
  /** To whom it is sent; null where the workbook does not say. */
  readonly region: { readonly code: string; readonly name: string } | null;
  readonly structure: StructureId;
  /** "2009/10" */
  readonly period: string;
  readonly asAt: IsoDate;
  readonly demandUnit: DemandUnit;
  /** "final": signed off. "draft": a trial that nobody signed, marked as such wherever it is shown. */
  readonly stage: "draft" | "final";
  /** 1 for the first that is sent of a period, one more for each after it. */
  readonly sequence: number;
  /** The return that this one takes the place of, and why; null for the first. */
  readonly replaces: { readonly sequence: number; readonly digest: string; readonly reason: string } | null;
  readonly templateVersion: string;
  /** The rules that judged it. */
  readonly rulePack: { readonly name: string; readonly version: string };
  /** As "2009-04-20T14:05". */
  readonly madeOn: string;
  readonly contacts: readonly Contact[];
  /** "OFFICIAL-SENSITIVE": it holds small counts of people. */
  readonly sensitivity: string;
  /** A nil return says that there is nothing to return, with the reason; null for a return with figures. Not the same as no return. */
  readonly nil: { readonly reason: string } | null;
}

export interface Contact { readonly name: string; readonly role: string; readonly email: string }

/** What was said of a finding to explain, with what was found. */
export interface ReturnExplanation {
  readonly code: string;
  /** What the finding is about and in which figures it was found: `validation/explanations.ts`. */
  readonly reference: string;
  readonly says: string;
  readonly text: string;
  readonly by: string;
  /** The day; null where it was typed without one. */
  readonly on: IsoDate | null;
}

/** The answer to a region's query. */
export interface QueryAnswer { readonly query: string; readonly text: string; readonly by: string; readonly on: IsoDate | null }

/** Findings of the full check at sign-off. */
export interface FindingCounts { readonly mustFix: number; readonly explain: number; readonly explained: number; readonly note: number }

export interface ReturnDocument {
  readonly format: typeof FORMAT;
  readonly formatVersion: string;
  readonly header: ReturnHeader;
  /** Thresholds of the Cover by measure id. */
  readonly thresholds: Readonly<Record<string, FigureJson>>;
  readonly tables: ReturnTables;
  readonly checked: FindingCounts;
  readonly explanations: readonly ReturnExplanation[];
  readonly answers: readonly QueryAnswer[];
  /** The whole log of the workbook up to the sending, hash by hash. */
  readonly log: readonly LogLine[];
  /** SHA-256 of every entered figure, as it was signed: `digest.ts`. */
  readonly figuresDigest: string;
  /** SHA-256 of everything else in this document. */
  readonly digest: string;
}
