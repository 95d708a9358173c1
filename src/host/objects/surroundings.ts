/** What stands around the open workbook: the clock, the person who works on it, its file, and a way to other workbooks. */

import type { RibbonState } from "./ribbon";

export type SaveBehaviour = "Save" | "Prompt";
export type CloseBehaviour = "Save" | "SkipSave";

export interface Surroundings {
  readonly now: () => Date;
  /** Who is signed in: the author of comments. */
  readonly person: { readonly name: string; readonly email: string };
  /** Whether the workbook came from a file. */
  readonly isFromFile: boolean;
  /** The workbook as an .xlsx file, as it is now. @throws FileProblem */
  readonly fileBytes: () => Uint8Array;
  /** Saves the workbook where it lives; null where only the person can. */
  readonly save: ((behaviour: SaveBehaviour) => void) | null;
  readonly close: ((behaviour: CloseBehaviour) => void) | null;
  /** Opens another workbook beside this one: a new one (null), or one from a file's bytes. Null where there is no place for one. */
  readonly openWorkbook: ((bytes: Uint8Array | null) => void) | null;
  /** The add-in's tab and buttons; null where there is no ribbon to show them. */
  readonly ribbon: RibbonState | null;
}

/** A workbook by itself, with nobody signed in and nowhere to go. */
export const alone: Surroundings = {
  now: () => new Date(), person: { name: "", email: "" }, isFromFile: false,
  fileBytes: () => { throw new Error("This session was not given a way to save."); },
  save: null, close: null, openWorkbook: null, ribbon: null,
};
