/** The kinds of conditional format that look at a cell among the others: top and bottom, and the presets. */
import type { PresetCriterion } from "../workbook/features";
import { fieldsFrom, oneOf, wholeFrom } from "./arguments";
import { conditionalRangeFormatClass } from "./conditional-look";
import { changeRule, ruleOf, type ConditionalSelf } from "./conditional-self";
import { declareClass, navigation, scalar, type ObjectClass } from "./definition";
import { invalidArgument } from "./refusal";

const format = navigation<ConditionalSelf>("1.6", (self) => conditionalRangeFormatClass.of(self));
const MOST_ITEMS = 1_000;

export const topBottomClass: ObjectClass<ConditionalSelf> = declareClass<Excel.TopBottomConditionalFormat, ConditionalSelf>("TopBottomConditionalFormat", {}, {
  navigations: { format },
  scalars: {
    rule: scalar("1.6", (self): Excel.ConditionalTopBottomRule => {
      const { bottom, percent, rank } = ruleOf(self, "topBottom");
      return { rank, type: `${bottom ? "Bottom" : "Top"}${percent ? "Percent" : "Items"}` };
    }, (self, value) => {
      const fields = fieldsFrom(value);
      const type = oneOf(fields["type"], ["TopItems", "TopPercent", "BottomItems", "BottomPercent"] as const);
      const rank = wholeFrom(fields["rank"]);
      const percent = type.endsWith("Percent");
      if (rank < 1 || rank > (percent ? 100 : MOST_ITEMS)) throw invalidArgument();
      changeRule(self, "topBottom", (rule) => ({ ...rule, rank, percent, bottom: type.startsWith("Bottom") }));
    }),
  },
});

const CRITERIA: readonly PresetCriterion[] = [
  "Blanks", "NonBlanks", "Errors", "NonErrors", "Yesterday", "Today", "Tomorrow", "LastSevenDays", "LastWeek", "ThisWeek", "NextWeek", "LastMonth", "ThisMonth", "NextMonth", "AboveAverage",
  "BelowAverage", "EqualOrAboveAverage", "EqualOrBelowAverage", "OneStdDevAboveAverage", "OneStdDevBelowAverage", "TwoStdDevAboveAverage", "TwoStdDevBelowAverage", "ThreeStdDevAboveAverage",
  "ThreeStdDevBelowAverage", "UniqueValues", "DuplicateValues",
];

export const presetClass: ObjectClass<ConditionalSelf> = declareClass<Excel.PresetCriteriaConditionalFormat, ConditionalSelf>("PresetCriteriaConditionalFormat", {}, {
  navigations: { format },
  scalars: {
    rule: scalar("1.6", (self): Excel.ConditionalPresetCriteriaRule => ({ criterion: ruleOf(self, "preset").criterion }), (self, value) => {
      const criterion = oneOf(fieldsFrom(value)["criterion"], CRITERIA);
      changeRule(self, "preset", (rule) => ({ ...rule, criterion }));
    }),
  },
});
