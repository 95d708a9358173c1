/** Colour scales, data bars and icon sets: rules that place a cell's figure among all figures of their cells. */
import { intersect } from "../workbook/area";
import type { BarBound, ConditionalFormat, HighlightRule, IconPoint, ScalePoint } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import type { CellValue } from "../workbook/values";
import type { Highlight, Sign } from "./highlight";
import { signsOf } from "./icon-sets";

/** What a figure looks like among the others. */
export type Scale = (value: number) => Highlight | null;

const nothing: Highlight = { patch: {}, bar: null, sign: null, hidesValue: false };

/**
 * The scale of a rule that has one, with the sheet's figures as they are now.
 * @param valueOf - works out a point's formula @returns null for other rules, and where there is no figure
 */
export function scaleOf(sheet: Sheet, format: ConditionalFormat, valueOf: (formula: string) => CellValue): Scale | null {
  const { rule } = format;
  if (rule.kind !== "colourScale" && rule.kind !== "dataBar" && rule.kind !== "iconSet") return null;
  const figures = figuresIn(sheet, format);
  if (figures.length === 0) return null;
  switch (rule.kind) {
    case "colourScale": return colourScale(rule.points, figures, valueOf);
    case "dataBar": return dataBar(rule, figures, valueOf);
    case "iconSet": return iconSet(rule, figures, valueOf);
  }
}

/** The numbers of a rule's cells, smallest first. */
function figuresIn(sheet: Sheet, { areas }: ConditionalFormat): Float64Array {
  const found: number[] = [];
  for (const [row, column, { value }] of sheet.entries()) {
    if (typeof value !== "number") continue;
    const cell = { top: row, left: column, bottom: row, right: column };
    if (areas.some((area) => intersect(area, cell) !== null)) found.push(value);
  }
  return Float64Array.from(found).sort();
}

/** Where a point lies on the figures' own scale; null when its formula gives no number. */
function threshold({ kind, value }: BarBound | IconPoint, figures: Float64Array, valueOf: (formula: string) => CellValue): number | null {
  const lowest = figures[0] ?? 0;
  const highest = figures[figures.length - 1] ?? 0;
  if (kind === "LowestValue") return lowest;
  if (kind === "HighestValue") return highest;
  const asked = value === null ? null : valueOf(value);
  if (typeof asked !== "number") return null;
  if (kind === "Percent") return lowest + ((highest - lowest) * asked) / 100;
  return kind === "Percentile" ? percentile(figures, asked / 100) : asked;
}

/** Between the two figures nearest to the share, as PERCENTILE.INC. */
function percentile(figures: Float64Array, share: number): number {
  const place = Math.min(1, Math.max(0, share)) * (figures.length - 1);
  const below = figures[Math.floor(place)] ?? 0;
  const above = figures[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}

function colourScale(points: readonly ScalePoint[], figures: Float64Array, valueOf: (formula: string) => CellValue): Scale | null {
  const stops: { readonly at: number; readonly colour: string }[] = [];
  for (const point of points) {
    const at = threshold(point, figures, valueOf);
    if (at === null) return null;
    stops.push({ at, colour: point.colour });
  }
  return (value) => {
    const above = stops.findIndex((stop) => value <= stop.at);
    const from = stops[above === -1 ? stops.length - 1 : Math.max(0, above - 1)];
    const to = stops[above === -1 ? stops.length - 1 : above];
    if (from === undefined || to === undefined) return null;
    const share = to.at === from.at ? 1 : (value - from.at) / (to.at - from.at);
    return { ...nothing, patch: { fill: mixed(from.colour, to.colour, share) } };
  };
}

/** A colour between two. @param share - 0 is the first, 1 the second */
function mixed(first: string, second: string, share: number): string {
  const part = (at: number): string => {
    const [a, b] = [parseInt(first.slice(at, at + 2), 16), parseInt(second.slice(at, at + 2), 16)];
    return Math.round(a + (b - a) * share).toString(16).padStart(2, "0").toUpperCase();
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** From one bound to the other; automatically from nothing to the largest figure. Figures below the lower bound have no bar: none is drawn to the left of an axis. */
function dataBar(rule: Extract<HighlightRule, { kind: "dataBar" }>, figures: Float64Array, valueOf: (formula: string) => CellValue): Scale | null {
  const lower = rule.lower === undefined ? 0 : threshold(rule.lower, figures, valueOf);
  const upper = rule.upper === undefined ? figures[figures.length - 1] ?? 0 : threshold(rule.upper, figures, valueOf);
  if (lower === null || upper === null) return null;
  return (value) => ({ ...nothing, bar: { share: upper <= lower ? 0 : Math.min(1, Math.max(0, (value - lower) / (upper - lower))), colour: rule.colour }, hidesValue: !rule.showValue });
}

function iconSet(rule: Extract<HighlightRule, { kind: "iconSet" }>, figures: Float64Array, valueOf: (formula: string) => CellValue): Scale | null {
  const signs: readonly Sign[] = rule.reverse ? [...signsOf(rule.set)].reverse() : signsOf(rule.set);
  if (signs.length === 0) return null;
  const bounds = rule.points.map((point) => ({ at: threshold(point, figures, valueOf), orEqual: point.orEqual }));
  return (value) => {
    let place = 0;
    // The first point is where the lowest sign begins, which is everywhere.
    for (let i = 1; i < bounds.length; i++) {
      const bound = bounds[i];
      if (bound === undefined || bound.at === null) continue;
      if (bound.orEqual ? value >= bound.at : value > bound.at) place = i;
    }
    const sign = signs[Math.min(place, signs.length - 1)] ?? null;
    return { ...nothing, sign, hidesValue: !rule.showValue };
  };
}
