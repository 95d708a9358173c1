/** Excel.ConditionalFormatCollection and Excel.ConditionalFormat of a range. The kinds are declared in conditional-kinds.ts. */
import { intersect } from "../workbook/area";
import type { ConditionalFormat, HighlightRule } from "../workbook/features";
import { flagFrom, wholeFrom } from "./arguments";
import { withoutAreas } from "../workbook/areas";
import { assertAllowed } from "./cells";
import { cellValueClass, colourScaleClass, customClass, dataBarClass, iconSetClass, textClass } from "./conditional-kinds";
import { changeFormat, formatOf, type ConditionalSelf } from "./conditional-self";
import { declareClass, method, navigation, scalar, type HostObject, type Navigation, type ObjectClass } from "./definition";
import { presetClass, topBottomClass } from "./conditional-groups";
import { rangeClass } from "./range";
import { rangeAreasClass } from "./range-areas";
import { invalidArgument, itemNotFound, notImplemented } from "./refusal";
import type { Session } from "./session";
import type { Stretch } from "./stretch";

const KINDS = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"] as const;
type Kind = (typeof KINDS)[number];

/** What a new format of a kind does until it is told more. */
function startingRule(kind: Kind): HighlightRule {
  switch (kind) {
    case "Custom": return { kind: "custom", formula: "FALSE", format: {} };
    case "CellValue": return { kind: "cellValue", operator: "EqualTo", formula1: "0", formula2: null, format: {} };
    case "ContainsText": return { kind: "containsText", operator: "Contains", text: "", format: {} };
    case "DataBar": return { kind: "dataBar", colour: "#638EC6", showValue: true };
    case "ColorScale": return { kind: "colourScale", points: [{ kind: "LowestValue", value: null, colour: "#F8696B" }, { kind: "HighestValue", value: null, colour: "#63BE7B" }] };
    case "IconSet": return {
      kind: "iconSet", set: "ThreeTrafficLights1", showValue: true, reverse: false,
      points: [{ kind: "Percent", value: "0", orEqual: true }, { kind: "Percent", value: "33", orEqual: true }, { kind: "Percent", value: "67", orEqual: true }],
    };
    case "TopBottom": return { kind: "topBottom", bottom: false, percent: false, rank: 10, format: {} };
    case "PresetCriteria": return { kind: "preset", criterion: "AboveAverage", format: {} };
  }
}

function kindOf(format: ConditionalFormat): Kind {
  switch (format.rule.kind) {
    case "custom": return "Custom";
    case "cellValue": return "CellValue";
    case "containsText": return "ContainsText";
    case "colourScale": return "ColorScale";
    case "dataBar": return "DataBar";
    case "iconSet": return "IconSet";
    case "topBottom": return "TopBottom";
    case "preset": return "PresetCriteria";
    case "carried": throw notImplemented(`A conditional format of the kind ${format.rule.type}`);
  }
}

/** The two ways to a kind's own object: one that refuses, one that answers null. */
function kind(rule: HighlightRule["kind"], object: ObjectClass<ConditionalSelf>, strict: boolean): Navigation<ConditionalSelf> {
  return navigation<ConditionalSelf>("1.6", (self) => {
    if (formatOf(self).rule.kind === rule) return object.of(self);
    if (strict) throw itemNotFound();
    return null;
  });
}

/** Gives a format a priority; the others keep their order. */
function setPriority(self: ConditionalSelf, value: unknown): void {
  const format = formatOf(self);
  const wanted = wholeFrom(value);
  const others = [...self.sheet.get("conditionalFormats")].filter((other) => other.id !== format.id).sort((a, b) => a.priority - b.priority);
  if (wanted < 0) throw invalidArgument();
  others.splice(wanted, 0, format);
  self.sheet.set("conditionalFormats", others.map((other, priority) => ({ ...other, priority })));
}

const formatClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalFormat, ConditionalSelf>("ConditionalFormat", { identity: ({ id }) => ({ Id: id }) }, {
  scalars: {
    id: scalar("1.6", (self) => formatOf(self).id),
    priority: scalar("1.6", (self) => formatOf(self).priority, setPriority),
    stopIfTrue: scalar("1.6", (self) => formatOf(self).stopIfTrue, (self, value) => { const stopIfTrue = flagFrom(value); changeFormat(self, (format) => ({ ...format, stopIfTrue })); }),
    type: scalar("1.6", (self) => kindOf(formatOf(self))),
  },
  navigations: {
    custom: kind("custom", customClass, true), customOrNullObject: kind("custom", customClass, false),
    cellValue: kind("cellValue", cellValueClass, true), cellValueOrNullObject: kind("cellValue", cellValueClass, false),
    textComparison: kind("containsText", textClass, true), textComparisonOrNullObject: kind("containsText", textClass, false),
    colorScale: kind("colourScale", colourScaleClass, true), colorScaleOrNullObject: kind("colourScale", colourScaleClass, false),
    dataBar: kind("dataBar", dataBarClass, true), dataBarOrNullObject: kind("dataBar", dataBarClass, false),
    topBottom: kind("topBottom", topBottomClass, true), topBottomOrNullObject: kind("topBottom", topBottomClass, false),
    preset: kind("preset", presetClass, true), presetOrNullObject: kind("preset", presetClass, false),
    iconSet: kind("iconSet", iconSetClass, true), iconSetOrNullObject: kind("iconSet", iconSetClass, false),
  },
  methods: {
    delete: method("1.6", (self) => {
      formatOf(self);
      assertAllowed(self.sheet, "allowFormatCells");
      self.sheet.set("conditionalFormats", self.sheet.get("conditionalFormats").filter((format) => format.id !== self.id));
    }),
    getRange: method("1.6", (self) => {
      const [first, ...more] = formatOf(self).areas;
      if (first === undefined || more.length > 0) throw itemNotFound();
      return rangeClass.of(self.session.range(self.sheet, first));
    }),
    getRanges: method("1.9", (self) => rangeAreasClass.of(self.session.areas(self.sheet, formatOf(self).areas))),
    getRangeOrNullObject: method("1.6", (self) => {
      const [first, ...more] = formatOf(self).areas;
      return first === undefined || more.length > 0 ? null : rangeClass.of(self.session.range(self.sheet, first));
    }),
  },
});

/** The formats over any cell of the stretch, first priority first. */
function formats({ session, sheet, areas: over }: Stretch): readonly ConditionalSelf[] {
  const stretch = over();
  return [...sheet.get("conditionalFormats")].filter(({ areas }) => areas.some((one) => stretch.some((area) => intersect(one, area) !== null)))
    .sort((a, b) => a.priority - b.priority).map(({ id }) => ({ session, sheet, id }));
}

/** A new format has the first priority. */
function add({ session, sheet, areas }: Stretch, asked: Kind): HostObject {
  assertAllowed(sheet, "allowFormatCells");
  const id = freeId(session);
  const made: ConditionalFormat = { id, areas: areas(), priority: 0, stopIfTrue: false, rule: startingRule(asked) };
  sheet.set("conditionalFormats", [made, ...sheet.get("conditionalFormats").map((format) => ({ ...format, priority: format.priority + 1 }))]);
  return formatClass.of({ session, sheet, id });
}

function freeId({ workbook }: Session): string {
  const taken = new Set(workbook.sheets.flatMap((sheet) => sheet.get("conditionalFormats").map(({ id }) => id)));
  for (let n = taken.size + 1; ; n++) {
    const id = `{${n.toString(16).toUpperCase().padStart(8, "0")}-C0DE-4000-8000-000000000000}`;
    if (!taken.has(id)) return id;
  }
}

function find(range: Stretch, id: string): HostObject | null {
  const found = formats(range).find((format) => format.id === id);
  return found === undefined ? null : formatClass.of(found);
}
function existing(range: Stretch, id: string): HostObject {
  const format = find(range, id);
  if (format === null) throw itemNotFound();
  return format;
}

function clearAll({ sheet, areas }: Stretch): void {
  assertAllowed(sheet, "allowFormatCells");
  const left = sheet.get("conditionalFormats").map((format) => ({ ...format, areas: withoutAreas(format.areas, areas()) }));
  sheet.set("conditionalFormats", left.filter((format) => format.areas.length > 0));
}

export const conditionalFormatsClass: ObjectClass<Stretch> = declareClass<Excel.ConditionalFormatCollection, Stretch>(
  "ConditionalFormatCollection",
  { items: (range) => formats(range).map((format) => formatClass.of(format)), item: (range, args) => existing(range, args.text(0)) },
  {
    methods: {
      add: method("1.6", (range, args) => add(range, args.oneOf(0, KINDS))),
      clearAll: method("1.6", clearAll),
      getCount: method("1.6", (range) => formats(range).length),
      getItem: method("1.6", (range, args) => existing(range, args.text(0))),
      getItemAt: method("1.6", (range, args) => {
        const format = formats(range)[args.whole(0)];
        if (format === undefined) throw itemNotFound();
        return formatClass.of(format);
      }),
      getItemOrNullObject: method("1.14", (range, args) => find(range, args.text(0))),
    },
  },
);
