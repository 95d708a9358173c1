/** What a change by another hand touches, and with it which noted work can no longer be put back as it was. */
import { contains, type Area } from "./area";
import type { Change } from "./change";
import type { Undone } from "./recording";
import type { Sheet } from "./sheet";

const keyOf = (row: number, column: number): number => row * 16_384 + column;

/**
 * Cells, features and parts of the workbook that are not any more what a person left. Where cells moved or sheets came by other
 * names, whatever is put back by place on that sheet, or refers to cells at all, would come to the wrong place.
 */
export class Touched {
  private readonly areas: { readonly sheet: string; readonly area: Area }[] = [];
  private readonly cells = new Map<Sheet, Set<number>>();
  private readonly parts = new Set<string>();
  private readonly moved = new Set<string>();
  private isRespelt = false;

  constructor(change: Change) {
    switch (change.kind) {
      case "cells": this.areas.push({ sheet: change.sheet, area: change.area }); return;
      case "facet": this.parts.add(`${change.sheet} ${change.facet}`); return;
      case "names": case "properties": case "calculation": this.parts.add(change.kind); return;
      case "sheet-added": case "sheet-moved": this.parts.add("tabs"); return;
      case "shift": case "respelt": case "sheet-removed": case "sheet-renamed":
        this.parts.add("tabs");
        this.moved.add(change.sheet);
        this.isRespelt = true;
        return;
      case "sorted": case "structure": case "clicked": case "selection": case "sheet-activated": case "settings": case "customXml": return;
    }
  }

  /** Whether putting this back would undo what the other hand did, or would come to a wrong place. */
  meets(noted: readonly Undone[]): boolean { return noted.some((one) => this.meetsOne(one)); }

  /** What is not put back stands, and so stands in the way of what was noted before it. */
  add(noted: readonly Undone[]): void { for (const one of noted) this.addOne(one); }

  private meetsOne(one: Undone): boolean {
    if (one.kind === "book") return this.parts.has(one.part) || (this.isRespelt && one.part === "names");
    if (this.moved.has(one.sheet.id)) return true;
    switch (one.kind) {
      case "cell": {
        if (this.isRespelt && one.cell.formula !== null) return true;
        return this.cells.get(one.sheet)?.has(keyOf(one.row, one.column)) === true
          || this.areas.some(({ sheet, area }) => sheet === one.sheet.id && contains(area, one.row, one.column));
      }
      case "feature": return this.isRespelt || this.parts.has(`${one.sheet.id} ${one.facet}`);
      // Everything noted with a movement lies on what moved; cells that others wrote there since would be moved away.
      case "shift": return this.isRespelt || this.areas.some(({ sheet }) => sheet === one.sheet.id) || this.cells.has(one.sheet);
    }
  }

  private addOne(one: Undone): void {
    switch (one.kind) {
      case "cell": {
        const known = this.cells.get(one.sheet);
        if (known === undefined) this.cells.set(one.sheet, new Set([keyOf(one.row, one.column)]));
        else known.add(keyOf(one.row, one.column));
        return;
      }
      case "feature": this.parts.add(`${one.sheet.id} ${one.facet}`); return;
      case "shift":
        this.moved.add(one.sheet.id);
        this.isRespelt = true;
        return;
      case "book":
        this.parts.add(one.part);
        if (one.part === "tabs") this.isRespelt = true;
    }
  }
}
