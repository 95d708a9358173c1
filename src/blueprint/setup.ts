/** What is decided when the template is set up, and the words for it. */
import type { StructureId } from "../domain/structures";
import type { IsoDate } from "../domain/period";
import type { DemandUnit } from "../domain/units";

export interface Setup {
  readonly structure: StructureId;
  readonly organisationCode: string;
  readonly organisationName: string;
  /** A financial year: "2009/10". */
  readonly period: string;
  readonly asAt: IsoDate;
  /** In the order in which they are shown; at least one. */
  readonly roleGroups: readonly string[];
  readonly demandUnit: DemandUnit;
}

/** What the Cover shows for each unit of demand, and its list offers. */
export const demandUnitWords: Readonly<Record<DemandUnit, string>> = { headcount: "Headcount", wte: "WTE" };

/** Written with the template and read again before anything is changed. A new first number means that the sheets' shape changed. */
export const templateVersion = "1.0";
