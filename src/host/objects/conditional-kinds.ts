/** The kinds of conditional format: by formula, by value, by text, colour scale, data bar, icon set. */
import type { BarBound, Comparison, IconPoint, ScalePoint } from "../workbook/features";
import { colourFrom, fieldsFrom, flagFrom, oneOf, textFrom } from "./arguments";
import { changeRule, ruleOf, type ConditionalSelf } from "./conditional-self";
import { conditionalRangeFormatClass } from "./conditional-look";
import { declareClass, navigation, scalar, type ObjectClass, type Scalar } from "./definition";
import { readFormula } from "./entered";
import { invalidArgument } from "./refusal";

const format = navigation<ConditionalSelf>("1.6", (self) => conditionalRangeFormatClass.of(self));

/** Without "="; Excel takes a formula, or a number as text. */
function operand(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = textFrom(value);
  return readFormula(text.startsWith("=") ? text : `=${text}`);
}

const ruleClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalFormatRule, ConditionalSelf>("ConditionalFormatRule", {}, {
  scalars: {
    formula: scalar("1.6", (self) => `=${ruleOf(self, "custom").formula}`, (self, value) => {
      const formula = operand(value);
      changeRule(self, "custom", (rule) => ({ ...rule, formula }));
    }),
    formulaLocal: scalar("1.6", (self) => `=${ruleOf(self, "custom").formula}`, (self, value) => {
      const formula = operand(value);
      changeRule(self, "custom", (rule) => ({ ...rule, formula }));
    }),
  },
});

export const customClass: ObjectClass<ConditionalSelf> = declareClass<Excel.CustomConditionalFormat, ConditionalSelf>("CustomConditionalFormat", {}, {
  navigations: { format, rule: navigation("1.6", (self) => ruleClass.of(self)) },
});

/** Excel's words for comparisons here differ from those of data validation in their last two letters. */
const COMPARISONS: Readonly<Record<string, Comparison>> = {
  Between: "Between", NotBetween: "NotBetween", EqualTo: "EqualTo", NotEqualTo: "NotEqualTo", GreaterThan: "GreaterThan", LessThan: "LessThan",
  GreaterThanOrEqual: "GreaterThanOrEqualTo", LessThanOrEqual: "LessThanOrEqualTo",
};

function comparisonFrom(value: unknown): Comparison {
  const comparison = COMPARISONS[textFrom(value)];
  if (comparison === undefined) throw invalidArgument();
  return comparison;
}
function comparisonShown(operator: Comparison): Excel.ConditionalCellValueRule["operator"] {
  return operator === "GreaterThanOrEqualTo" ? "GreaterThanOrEqual" : operator === "LessThanOrEqualTo" ? "LessThanOrEqual" : operator;
}

export const cellValueClass: ObjectClass<ConditionalSelf> = declareClass<Excel.CellValueConditionalFormat, ConditionalSelf>("CellValueConditionalFormat", {}, {
  navigations: { format },
  scalars: {
    rule: scalar("1.6", (self): Excel.ConditionalCellValueRule => {
      const { formula1, formula2, operator } = ruleOf(self, "cellValue");
      return { formula1: `=${formula1}`, operator: comparisonShown(operator), ...(formula2 === null ? {} : { formula2: `=${formula2}` }) };
    }, (self, value) => {
      const fields = fieldsFrom(value);
      const operator = comparisonFrom(fields["operator"]);
      const twoSided = operator === "Between" || operator === "NotBetween";
      const formula1 = operand(fields["formula1"]);
      const formula2 = twoSided ? operand(fields["formula2"]) : null;
      changeRule(self, "cellValue", (rule) => ({ ...rule, operator, formula1, formula2 }));
    }),
  },
});

export const textClass: ObjectClass<ConditionalSelf> = declareClass<Excel.TextConditionalFormat, ConditionalSelf>("TextConditionalFormat", {}, {
  navigations: { format },
  scalars: {
    rule: scalar("1.6", (self): Excel.ConditionalTextComparisonRule => {
      const { operator, text } = ruleOf(self, "containsText");
      return { operator, text };
    }, (self, value) => {
      const fields = fieldsFrom(value);
      const operator = oneOf(fields["operator"], ["Contains", "NotContains", "BeginsWith", "EndsWith"] as const);
      const text = textFrom(fields["text"]);
      changeRule(self, "containsText", (rule) => ({ ...rule, operator, text }));
    }),
  },
});

const SCALE_KINDS = ["LowestValue", "HighestValue", "Number", "Percent", "Percentile", "Formula"] as const;

function pointFrom(value: unknown): ScalePoint {
  const fields = fieldsFrom(value);
  const formula = fields["formula"];
  return { kind: oneOf(fields["type"], SCALE_KINDS), value: formula === undefined || formula === null ? null : operand(formula), colour: colourFrom(fields["color"]) ?? "#FFFFFF" };
}
const pointShown = (point: ScalePoint): Excel.ConditionalColorScaleCriterion =>
  ({ type: point.kind, color: point.colour, ...(point.value === null ? {} : { formula: point.kind === "Formula" ? `=${point.value}` : point.value }) });

export const colourScaleClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ColorScaleConditionalFormat, ConditionalSelf>("ColorScaleConditionalFormat", {}, {
  scalars: {
    threeColorScale: scalar("1.6", (self) => ruleOf(self, "colourScale").points.length === 3),
    criteria: scalar("1.6", (self) => {
      const { points } = ruleOf(self, "colourScale");
      const [minimum, middle] = points;
      const maximum = points.at(-1);
      if (minimum === undefined || maximum === undefined) return null;
      return { minimum: pointShown(minimum), maximum: pointShown(maximum), ...(points.length === 3 && middle !== undefined ? { midpoint: pointShown(middle) } : {}) };
    }, (self, value) => {
      const fields = fieldsFrom(value);
      const middle = fields["midpoint"];
      const points = [pointFrom(fields["minimum"]), ...(middle === undefined || middle === null ? [] : [pointFrom(middle)]), pointFrom(fields["maximum"])];
      changeRule(self, "colourScale", (rule) => ({ ...rule, points }));
    }),
  },
});

const positiveClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalDataBarPositiveFormat, ConditionalSelf>("ConditionalDataBarPositiveFormat", {}, {
  scalars: {
    fillColor: scalar("1.6", (self) => ruleOf(self, "dataBar").colour, (self, value) => {
      const colour = colourFrom(value);
      if (colour === null) throw invalidArgument();
      changeRule(self, "dataBar", (rule) => ({ ...rule, colour }));
    }),
  },
});

/** Where a bar begins or ends. @param own - the kind that is the automatic one of this end in files too */
function bound(end: "lower" | "upper", own: BarBound["kind"]): Scalar<ConditionalSelf, Excel.ConditionalDataBarRule> {
  return scalar<ConditionalSelf, Excel.ConditionalDataBarRule>("1.6", (self) => {
    const found = ruleOf(self, "dataBar")[end];
    return found === undefined ? { type: "Automatic" } : { type: found.kind, ...(found.value === null ? {} : { formula: `=${found.value}` }) };
  }, (self, value) => {
    const fields = fieldsFrom(value);
    const kind = oneOf(fields["type"], [...SCALE_KINDS, "Automatic"] as const);
    const isAutomatic = kind === "Automatic" || kind === own;
    const needsValue = !isAutomatic && kind !== "LowestValue" && kind !== "HighestValue";
    const given: BarBound | null = kind === "Automatic" || isAutomatic ? null : { kind, value: needsValue ? operand(fields["formula"]) : null };
    changeRule(self, "dataBar", (rule) => {
      const { [end]: _before, ...rest } = rule;
      return given === null ? rest : { ...rest, [end]: given };
    });
  });
}

export const dataBarClass: ObjectClass<ConditionalSelf> = declareClass<Excel.DataBarConditionalFormat, ConditionalSelf>("DataBarConditionalFormat", {}, {
  navigations: { positiveFormat: navigation("1.6", (self) => positiveClass.of(self)) },
  scalars: {
    lowerBoundRule: bound("lower", "LowestValue"),
    upperBoundRule: bound("upper", "HighestValue"),
    showDataBarOnly: scalar("1.6", (self) => !ruleOf(self, "dataBar").showValue, (self, value) => {
      const showValue = !flagFrom(value);
      changeRule(self, "dataBar", (rule) => ({ ...rule, showValue }));
    }),
  },
});

/** Icons in a set, by the number that its name starts with. */
const ICONS: readonly (readonly [prefix: string, icons: number])[] = [["Three", 3], ["Four", 4], ["Five", 5]];

function evenPoints(icons: number): readonly IconPoint[] {
  return Array.from({ length: icons }, (_point, index) => ({ kind: "Percent", value: String(Math.round((100 * index) / icons)), orEqual: true }));
}

function iconPoint(value: unknown, index: number): IconPoint {
  const fields = fieldsFrom(value);
  // The first icon is for everything below the second; Excel takes an empty criterion for it.
  if (index === 0 && (fields["type"] === undefined || fields["type"] === null)) return { kind: "Percent", value: "0", orEqual: true };
  return {
    kind: oneOf(fields["type"], ["Number", "Percent", "Percentile", "Formula"] as const), value: operand(fields["formula"]),
    orEqual: oneOf(fields["operator"], ["GreaterThan", "GreaterThanOrEqual"] as const) === "GreaterThanOrEqual",
  };
}

export const iconSetClass: ObjectClass<ConditionalSelf> = declareClass<Excel.IconSetConditionalFormat, ConditionalSelf>("IconSetConditionalFormat", {}, {
  scalars: {
    style: scalar("1.6", (self) => ruleOf(self, "iconSet").set as Excel.IconSet /* the set's name is the enum's word */, (self, value) => {
      const set = textFrom(value);
      const icons = ICONS.find(([prefix]) => set.startsWith(prefix))?.[1];
      if (icons === undefined) throw invalidArgument();
      changeRule(self, "iconSet", (rule) => ({ ...rule, set, points: rule.points.length === icons ? rule.points : evenPoints(icons) }));
    }),
    criteria: scalar("1.6", (self) => ruleOf(self, "iconSet").points.map((point): Excel.ConditionalIconCriterion =>
      ({ type: point.kind, formula: `=${point.value}`, operator: point.orEqual ? "GreaterThanOrEqual" : "GreaterThan" })), (self, value) => {
      if (!Array.isArray(value) || value.length !== ruleOf(self, "iconSet").points.length) throw invalidArgument();
      const points = value.map(iconPoint);
      changeRule(self, "iconSet", (rule) => ({ ...rule, points }));
    }),
    reverseIconOrder: scalar("1.6", (self) => ruleOf(self, "iconSet").reverse, (self, value) => {
      const reverse = flagFrom(value);
      changeRule(self, "iconSet", (rule) => ({ ...rule, reverse }));
    }),
    showIconOnly: scalar("1.6", (self) => !ruleOf(self, "iconSet").showValue, (self, value) => {
      const showValue = !flagFrom(value);
      changeRule(self, "iconSet", (rule) => ({ ...rule, showValue }));
    }),
  },
});
