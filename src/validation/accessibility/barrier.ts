/** A barrier: something on a sheet that keeps somebody from reading it, with its place and remedy, and how it is put right here where nothing can be lost by that. */
import type { Rectangle } from "../../blueprint/types";
import type { Severity } from "../severity";
import { cases, pointOf, type AccessCase } from "./catalogue";
import { severityOf, type PointId } from "./points";

/** What is done to the workbook to take a barrier away. None of these changes a figure. */
export type Mending =
  | { readonly kind: "document-title"; readonly words: string }
  | { readonly kind: "open-at-first-cell"; readonly tab: string }
  | { readonly kind: "unfreeze"; readonly tab: string }
  | { readonly kind: "no-filters"; readonly tab: string; readonly tables: readonly string[]; readonly ofSheet: boolean }
  | { readonly kind: "unmerge"; readonly tab: string; readonly areas: readonly Rectangle[] }
  | { readonly kind: "wrap"; readonly tab: string; readonly areas: readonly Rectangle[] }
  | { readonly kind: "widen"; readonly tab: string; readonly areas: readonly Rectangle[] }
  | { readonly kind: "name-table"; readonly tab: string; readonly table: string; readonly name: string }
  | { readonly kind: "mark-up"; readonly tab: string; readonly area: Rectangle; readonly name: string }
  | { readonly kind: "larger"; readonly tab: string; readonly areas: readonly Rectangle[] }
  | { readonly kind: "colour"; readonly tab: string; readonly areas: readonly Rectangle[]; readonly colour: string }
  | { readonly kind: "sheet-title"; readonly tab: string; readonly words: string }
  | { readonly kind: "link-words"; readonly tab: string; readonly cell: string; readonly words: string };

/** A mending that is offered. */
export interface Offer {
  /** What would change, as a sentence. */
  readonly changes: string;
  /** What somebody has to type first; "" where nothing. */
  readonly asks: string;
  /** @param words - what was typed */
  readonly mend: (words: string) => Mending;
}

export interface Barrier {
  readonly id: string;
  readonly case: AccessCase | "answered-no";
  readonly point: PointId;
  readonly severity: Severity;
  /** "" for the file as a whole. */
  readonly tab: string;
  /** "" for the sheet as a whole. */
  readonly cell: string;
  readonly says: string;
  readonly fix: string;
  readonly offer: Offer | null;
}

/** What the words of a case are filled with. */
export type Facts = Readonly<Record<string, string>>;

interface At { readonly tab: string; readonly cell: string }

/** @example idOf("A07.frozen", { tab: "Staff", cell: "" }) // => "A07.frozen Staff" */
export function idOf(id: string, { tab, cell }: At): string {
  return `${id}${tab === "" ? "" : ` ${tab}`}${cell === "" ? "" : `!${cell}`}`;
}

export function barrier(id: AccessCase, at: At, facts: Facts = {}, offer: Offer | null = null): Barrier {
  const { says, fix } = cases[id];
  return { id: idOf(id, at), case: id, point: pointOf(id), severity: severityOf(pointOf(id)), ...at, says: filled(says, facts), fix: filled(fix, facts), offer };
}

/** A fact that is not known leaves its place visible, so that a test finds it. */
function filled(words: string, facts: Facts): string {
  return words.replace(/\{(\w+)\}/g, (whole, fact: string) => (Object.hasOwn(facts, fact) ? facts[fact] ?? whole : whole));
}

/** @example some(1, "cell", "cells") // => "1 cell" */
export const some = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
