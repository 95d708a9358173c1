/** Conditional formats. Kinds that the model does not work with are carried as they are written. */
import { PERIOD_WORDS } from "../../calc/highlight-groups";
import type { BarBound, ConditionalFormat, HighlightRule, IconPoint, PresetCriterion, ScalePoint, StylePatch } from "../../workbook/features";
import { formulaFromFile } from "../formula-form";
import { attribute, child, childrenOf, numberAttribute, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { readColour, type Theme } from "./theme";
import { areasFrom, operators } from "./validations";

const pointKinds: ReadonlyMap<string, ScalePoint["kind"]> = new Map([
  ["min", "LowestValue"], ["max", "HighestValue"], ["num", "Number"], ["percent", "Percent"], ["percentile", "Percentile"], ["formula", "Formula"],
]);
/** How files spell the points of a scale. */
export const pointWords: ReadonlyMap<string, string> = new Map([...pointKinds].map(([written, kind]) => [kind, written]));

const textKinds: ReadonlyMap<string, "Contains" | "NotContains" | "BeginsWith" | "EndsWith"> = new Map([
  ["containsText", "Contains"], ["notContainsText", "NotContains"], ["beginsWith", "BeginsWith"], ["endsWith", "EndsWith"],
]);
const COUNTS: ReadonlyMap<string, string> = new Map([["3", "Three"], ["4", "Four"], ["5", "Five"]]);

/** "3Arrows" in a file is "ThreeArrows" in Office.js. */
const iconSetName = (written: string): string => (COUNTS.get(written.charAt(0)) ?? written.charAt(0)) + written.slice(1);
/** @example writtenIconSet("ThreeArrows") // => "3Arrows" */
export function writtenIconSet(name: string): string {
  for (const [digit, word] of COUNTS) if (name.startsWith(word)) return digit + name.slice(word.length);
  return name;
}

export interface HighlightSource {
  readonly theme: Theme;
  readonly patches: readonly StylePatch[];
  /** A new id, never given out before. */
  nextId(): string;
}

/** In the order in which they apply. */
export function readHighlights(root: XmlElement, text: string, source: HighlightSource, written: Map<object, string>): readonly ConditionalFormat[] {
  const found: { readonly format: ConditionalFormat; readonly xml: string }[] = [];
  for (const block of childrenOf(root, "conditionalFormatting")) {
    const areas = areasFrom(attribute(block, "sqref") ?? "");
    for (const element of areas.length === 0 ? [] : childrenOf(block, "cfRule")) {
      const priority = numberAttribute(element, "priority") ?? 0;
      const format = { id: source.nextId(), areas, priority, stopIfTrue: yesNo(element, "stopIfTrue", false), rule: readRule(element, source) };
      found.push({ format, xml: text.slice(element.start, element.end) });
    }
  }
  found.sort((a, b) => a.format.priority - b.format.priority);
  return found.map(({ format, xml }, priority) => {
    const ranked = { ...format, priority };
    written.set(ranked.rule, xml);
    return ranked;
  });
}

function readRule(element: XmlElement, source: HighlightSource): HighlightRule {
  const type = attribute(element, "type") ?? "";
  const format = source.patches[numberAttribute(element, "dxfId") ?? -1] ?? {};
  const [first, second] = childrenOf(element, "formula").map((formula) => formulaFromFile(formula.text, null));
  const text = textKinds.get(type);
  if (text !== undefined) return { kind: "containsText", operator: text, text: attribute(element, "text") ?? "", format };
  if (type === "expression" && first !== undefined) return { kind: "custom", formula: first, format };
  const operator = operators.get(attribute(element, "operator") ?? "");
  if (type === "cellIs" && first !== undefined && operator !== undefined) return { kind: "cellValue", operator, formula1: first, formula2: second ?? null, format };
  if (type === "top10") return { kind: "topBottom", bottom: yesNo(element, "bottom", false), percent: yesNo(element, "percent", false), rank: numberAttribute(element, "rank") ?? 10, format };
  const criterion = presetOf(type, element);
  if (criterion !== null) return { kind: "preset", criterion, format };
  return readScale(type, element, source.theme) ?? { kind: "carried", type };
}

const PLAIN_PRESETS: ReadonlyMap<string, PresetCriterion> = new Map([
  ["duplicateValues", "DuplicateValues"], ["uniqueValues", "UniqueValues"], ["containsBlanks", "Blanks"], ["notContainsBlanks", "NonBlanks"], ["containsErrors", "Errors"], ["notContainsErrors", "NonErrors"],
]);
/** The kind that a file has for a criterion without more to say; null for averages and periods. */
export const plainPresetWord = (criterion: PresetCriterion): string | null => [...PLAIN_PRESETS].find(([, one]) => one === criterion)?.[0] ?? null;
const DEVIATIONS = ["", "OneStdDev", "TwoStdDev", "ThreeStdDev"] as const;

function presetOf(type: string, element: XmlElement): PresetCriterion | null {
  if (type === "timePeriod") return [...PERIOD_WORDS].find(([, word]) => word === attribute(element, "timePeriod"))?.[0] ?? null;
  if (type !== "aboveAverage") return PLAIN_PRESETS.get(type) ?? null;
  const side = yesNo(element, "aboveAverage", true) ? "AboveAverage" : "BelowAverage";
  const deviations = DEVIATIONS[numberAttribute(element, "stdDev") ?? 0];
  if (deviations === undefined) return null;
  return deviations === "" && yesNo(element, "equalAverage", false) ? `EqualOr${side}` : `${deviations}${side}`;
}

function readScale(type: string, element: XmlElement, theme: Theme): HighlightRule | null {
  const scale = child(element, type);
  const points = childrenOf(scale, "cfvo");
  const colours = childrenOf(scale, "color").map((colour) => readColour(colour, theme) ?? "#000000");
  const kind = (point: XmlElement): ScalePoint["kind"] | null => pointKinds.get(attribute(point, "type") ?? "") ?? null;
  if (type === "dataBar" && colours[0] !== undefined) {
    const [lower, upper] = points.map((point) => ({ kind: kind(point), value: scaleValue(point) }));
    const bounds = { ...(isBound(lower) && lower.kind !== "LowestValue" ? { lower } : {}), ...(isBound(upper) && upper.kind !== "HighestValue" ? { upper } : {}) };
    return { kind: "dataBar", colour: colours[0], showValue: yesNo(scale, "showValue", true), ...bounds };
  }
  if (type === "colorScale" && points.length === colours.length) {
    const read = points.flatMap((point, index): ScalePoint[] => {
      const known = kind(point);
      return known === null ? [] : [{ kind: known, value: scaleValue(point), colour: colours[index] ?? "#000000" }];
    });
    return read.length === points.length ? { kind: "colourScale", points: read } : null;
  }
  if (type === "iconSet") {
    const read = points.flatMap((point): IconPoint[] => {
      const known = kind(point);
      return known === null || known === "LowestValue" || known === "HighestValue" ? [] : [{ kind: known, value: scaleValue(point) ?? "0", orEqual: yesNo(point, "gte", true) }];
    });
    const set = iconSetName(attribute(scale, "iconSet") ?? "3TrafficLights1");
    return read.length === points.length ? { kind: "iconSet", set, showValue: yesNo(scale, "showValue", true), reverse: yesNo(scale, "reverse", false), points: read } : null;
  }
  return null;
}

const isBound = (bound: { readonly kind: ScalePoint["kind"] | null; readonly value: string | null } | undefined): bound is BarBound => bound !== undefined && bound.kind !== null;

function scaleValue(point: XmlElement): string | null {
  const written = attribute(point, "val");
  const type = attribute(point, "type");
  return written === null || type === "min" || type === "max" ? null : formulaFromFile(written, null);
}
