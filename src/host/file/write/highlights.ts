/** Conditional formats, where they changed: rules that are still the file's own are written as it has them. */
import { translateFormulaToA1, translateFormulaToR1C1 } from "@borgar/fx";
import { cellName, type Area } from "../../workbook/area";
import { averageOf, PERIOD_WORDS } from "../../calc/highlight-groups";
import type { BarBound, ConditionalFormat, HighlightRule, PresetCriterion, StylePatch } from "../../workbook/features";
import { formulaForFile } from "../formula-form";
import { plainPresetWord, pointWords, writtenIconSet } from "../read/highlights";
import { child, childrenOf, descendants } from "../xml/query";
import { scanXml } from "../xml/scan";
import { Splices } from "../xml/splice";
import { escapeText } from "../xml/text";
import { attributesXml, elementWithAttributes, elementWithContent, tag, type Attributes } from "../xml/write";
import type { OrderedXml } from "./ordered-xml";
import { colourXml } from "./style-xml";
import { operatorWords, sqref } from "./validations";

type PatchNumber = (patch: StylePatch) => number | null;

export function putHighlights(xml: OrderedXml, before: readonly ConditionalFormat[], now: readonly ConditionalFormat[], written: ReadonlyMap<object, string>, patch: PatchNumber): void {
  const blocks = new Map<string, string[]>();
  const sorted = [...now].sort((a, b) => a.priority - b.priority);
  sorted.forEach((format, index) => {
    const old = before.find(({ rule }) => rule === format.rule);
    const source = written.get(format.rule);
    const rule = source === undefined ? ruleXml(format, index + 1, patch) : keptXml(source, format, old?.areas[0], index + 1);
    const place = sqref(format.areas);
    blocks.set(place, [...(blocks.get(place) ?? []), rule]);
  });
  // Formats in pivot tables say so on their block, which stands for a single rule set.
  const pivots = new Set(childrenOf(xml.root, "conditionalFormatting").filter((block) => block.attributes.get("pivot") === "1").map((block) => block.attributes.get("sqref")));
  const all = [...blocks].map(([place, rules]) => tag("conditionalFormatting", { pivot: pivots.has(place) ? true : null, sqref: place }, rules.join(""))).join("");
  xml.put("conditionalFormatting", all === "" ? null : all);
  dropTwins(xml, all);
}

/** Rules whose formula is only the file's own way of saying them. */
const KEPT_FORMULAS: ReadonlySet<HighlightRule["kind"]> = new Set(["carried", "containsText", "preset"]);

/** A rule as the file has it, with its new priority and its formulas as seen from where it stands now. */
function keptXml(source: string, format: ConditionalFormat, was: Area | undefined, priority: number): string {
  const root = scanXml(source, "cfRule");
  const now = format.areas[0];
  const splices = new Splices(source);
  if (was !== undefined && now !== undefined && KEPT_FORMULAS.has(format.rule.kind) && (was.top !== now.top || was.left !== now.left)) {
    for (const formula of childrenOf(root, "formula")) {
      const moved = translateFormulaToA1(translateFormulaToR1C1(formula.text, cellName(was.top, was.left)), cellName(now.top, now.left));
      splices.replace(formula.start, formula.end, elementWithContent(source, formula, escapeText(moved)));
    }
  }
  const text = splices.apply();
  return elementWithAttributes(text, scanXml(text, "cfRule"), { priority, stopIfTrue: format.stopIfTrue || null });
}

/** Data bars of newer Excels have a second half in the extension list, which goes with the first. */
function dropTwins(xml: OrderedXml, kept: string): void {
  const list = xml.text("extLst");
  if (list === null || !list.includes("cfRule")) return;
  const splices = new Splices(list);
  for (const block of [...descendants(scanXml(list, "extLst"))].filter(({ local }) => local === "conditionalFormatting")) {
    const bars = childrenOf(block, "cfRule").filter((rule) => rule.attributes.get("type") === "dataBar" && rule.attributes.has("id"));
    const gone = bars.filter((rule) => !kept.includes(rule.attributes.get("id") ?? ""));
    const place = child(block, "sqref");
    if (gone.length > 0 && gone.length === childrenOf(block, "cfRule").length) splices.replace(block.start, block.end, "");
    else for (const rule of gone) splices.replace(rule.start, rule.end, "");
    // The half that stays stands over the cells that the other half names.
    const id = bars.find((rule) => !gone.includes(rule))?.attributes.get("id");
    const main = id === undefined ? undefined : new RegExp(`<conditionalFormatting[^>]*sqref="([^"]*)"[^>]*>(?:(?!</conditionalFormatting>)[\\s\\S])*${id.replace(/[{}]/g, "\\$&")}`).exec(kept)?.[1];
    if (place !== null && main !== undefined && main !== place.text && gone.length === 0) splices.replace(place.openEnd, place.closeStart, main);
  }
  if (!splices.isEmpty) xml.put("extLst", splices.apply());
}

const textTypes: Readonly<Record<string, readonly [type: string, operator: string]>> = {
  Contains: ["containsText", "containsText"], NotContains: ["notContainsText", "notContains"], BeginsWith: ["beginsWith", "beginsWith"], EndsWith: ["endsWith", "endsWith"],
};

function ruleXml({ rule, areas, stopIfTrue }: ConditionalFormat, priority: number, patch: PatchNumber): string {
  const formula = (text: string | null): string => (text === null ? "" : tag("formula", {}, escapeText(formulaForFile(text, null))));
  const written = (type: string, attributes: Attributes, content: string): string => {
    const format = "format" in rule ? patch(rule.format) : null;
    return `<cfRule${attributesXml({ type, dxfId: format, priority, stopIfTrue: stopIfTrue || null, ...attributes })}>${content}</cfRule>`;
  };
  switch (rule.kind) {
    case "custom": return written("expression", {}, formula(rule.formula));
    case "cellValue": return written("cellIs", { operator: operatorWords.get(rule.operator) }, formula(rule.formula1) + formula(rule.formula2));
    case "containsText": {
      const [type, operator] = textTypes[rule.operator] ?? ["containsText", "containsText"];
      return written(type, { operator, text: rule.text }, formula(textFormula(rule, areas[0])));
    }
    case "colourScale": return written("colorScale", {}, tag("colorScale", {}, rule.points.map(({ kind, value }) => tag("cfvo", { type: pointWords.get(kind), val: value })).join("") + rule.points.map(({ colour }) => colourXml("color", colour)).join("")));
    case "dataBar": return written("dataBar", {}, tag("dataBar", { showValue: rule.showValue ? null : false }, boundXml(rule.lower, "min") + boundXml(rule.upper, "max") + colourXml("color", rule.colour)));
    case "topBottom": return written("top10", { percent: rule.percent || null, bottom: rule.bottom || null, rank: rule.rank }, "");
    case "preset": return written(...presetXml(rule.criterion, cellName(areas[0]?.top ?? 0, areas[0]?.left ?? 0), formula));
    case "iconSet": return written("iconSet", {}, tag("iconSet", { iconSet: writtenIconSet(rule.set), showValue: rule.showValue ? null : false, reverse: rule.reverse || null },
      rule.points.map(({ kind, value, orEqual }) => tag("cfvo", { type: pointWords.get(kind), val: value, gte: orEqual ? null : false })).join("")));
    case "carried": throw new Error(`A highlight of the kind ${rule.type} has lost its place in the file.`);
  }
}

const boundXml = (bound: BarBound | undefined, automatic: string): string => tag("cfvo", bound === undefined ? { type: automatic } : { type: pointWords.get(bound.kind), val: bound.value });

/** A preset rule's kind, attributes and the formula that Excel writes beside it, which counts from the rule's first cell. */
function presetXml(criterion: PresetCriterion, cell: string, formula: (text: string) => string): [type: string, attributes: Attributes, content: string] {
  const plain = plainPresetWord(criterion);
  if (plain !== null) return [plain, {}, PRESET_FORMULAS[criterion] === undefined ? "" : formula(PRESET_FORMULAS[criterion].replaceAll("A1", cell))];
  const average = averageOf(criterion);
  if (average !== null) return ["aboveAverage", { aboveAverage: average.above ? null : false, equalAverage: average.equal || null, stdDev: average.deviations || null }, ""];
  return ["timePeriod", { timePeriod: PERIOD_WORDS.get(criterion) }, formula((PRESET_FORMULAS[criterion] ?? "").replaceAll("A1", cell))];
}

/** For programs that know formulas only. */
const PRESET_FORMULAS: Readonly<Partial<Record<PresetCriterion, string>>> = {
  Blanks: "LEN(TRIM(A1))=0", NonBlanks: "LEN(TRIM(A1))>0", Errors: "ISERROR(A1)", NonErrors: "NOT(ISERROR(A1))",
  Yesterday: "FLOOR(A1,1)=TODAY()-1", Today: "FLOOR(A1,1)=TODAY()", Tomorrow: "FLOOR(A1,1)=TODAY()+1",
  LastSevenDays: "AND(TODAY()-FLOOR(A1,1)<=6,FLOOR(A1,1)<=TODAY())",
  LastWeek: "AND(TODAY()-ROUNDDOWN(A1,0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(A1,0)<(WEEKDAY(TODAY())+7))",
  ThisWeek: "AND(TODAY()-ROUNDDOWN(A1,0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(A1,0)-TODAY()<=7-WEEKDAY(TODAY()))",
  NextWeek: "AND(ROUNDDOWN(A1,0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(A1,0)-TODAY()<(15-WEEKDAY(TODAY())))",
  LastMonth: "AND(MONTH(A1)=MONTH(EDATE(TODAY(),0-1)),YEAR(A1)=YEAR(EDATE(TODAY(),0-1)))",
  ThisMonth: "AND(MONTH(A1)=MONTH(TODAY()),YEAR(A1)=YEAR(TODAY()))",
  NextMonth: "AND(MONTH(A1)=MONTH(EDATE(TODAY(),0+1)),YEAR(A1)=YEAR(EDATE(TODAY(),0+1)))",
};

/** The formula that Excel writes beside a rule about text, for programs that know formulas only. */
function textFormula(rule: Extract<HighlightRule, { kind: "containsText" }>, where: Area | undefined): string {
  const cell = cellName(where?.top ?? 0, where?.left ?? 0);
  const text = `"${rule.text.replaceAll('"', '""')}"`;
  switch (rule.operator) {
    case "Contains": return `NOT(ISERROR(SEARCH(${text},${cell})))`;
    case "NotContains": return `ISERROR(SEARCH(${text},${cell}))`;
    case "BeginsWith": return `LEFT(${cell},LEN(${text}))=${text}`;
    case "EndsWith": return `RIGHT(${cell},LEN(${text}))=${text}`;
  }
}
