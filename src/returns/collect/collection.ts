/** What came in for one period: which return counts for each organisation, what was set aside and why, and who is missing. The same whatever the order of the files. */
import type { IsoDate } from "../../domain/period";
import type { StructureId } from "../../domain/structures";
import type { FindingCounts, FigureJson } from "../format/return-document";
import type { Quarantined, ReadReturn, Wholeness } from "../file/arrival";

/** An organisation from which a return is expected. */
export interface Expected {
  readonly code: string;
  readonly name: string;
  /** First and last day that it exists; null where that is open. Expected where the as-at date lies between. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly contact: string;
  readonly email: string;
}

/** What a region collects. */
export interface Collecting {
  readonly region: { readonly code: string; readonly name: string };
  readonly structure: StructureId;
  readonly period: string;
  readonly asAt: IsoDate;
  /** Last day on which a return is in time; null where none is set. */
  readonly due: IsoDate | null;
  /** In any order. None: whoever sends one is expected, and nobody can be missing. */
  readonly expected: readonly Expected[];
  /** Drafts that nobody signed count too; otherwise they are quarantined. */
  readonly draftsToo: boolean;
}

export type RegisterState = "missing" | "quarantined" | "draft" | "received" | "resubmitted" | "queried" | "accepted";

export interface RegisterLine {
  readonly code: string;
  readonly name: string;
  readonly isExpected: boolean;
  readonly state: RegisterState;
  /** Of the return that counts; null where none does. */
  readonly sequence: number | null;
  readonly isNil: boolean;
  readonly madeOn: string | null;
  /** Days after the due day on which it was first sent; 0 in time; null where nothing counts or no day is set. */
  readonly daysLate: number | null;
  readonly wholeness: Wholeness | null;
  readonly checked: FindingCounts | null;
  /** As the board signed: "A Khan, Chair, 20 April 2009"; "" where nobody did. */
  readonly signedBy: string;
  readonly file: string;
  readonly contact: string;
  readonly email: string;
  /** Words to send to the organisation; "" where there is nothing to remind it of. */
  readonly reminder: string;
}

/** A return that does not count, though nothing is wrong with it. */
export interface SetAside { readonly file: string; readonly organisation: string; readonly sequence: number; readonly why: "superseded" | "same-again" | "last-return"; readonly says: string }

/** A cell in which a return that counts differs from the one it takes the place of. */
export interface ChangedCell {
  readonly organisation: string;
  readonly table: string;
  readonly key: string;
  readonly measure: string;
  /** Null where the row was not there. */
  readonly before: FigureJson | undefined;
  readonly after: FigureJson | undefined;
}

export interface Collection {
  readonly collecting: Collecting;
  /** One an organisation, in the order of their codes. */
  readonly included: readonly ReadReturn[];
  readonly setAside: readonly SetAside[];
  readonly quarantined: readonly Quarantined[];
  readonly register: readonly RegisterLine[];
  /** What resubmissions changed, where the return before is at hand too. */
  readonly changes: readonly ChangedCell[];
}
