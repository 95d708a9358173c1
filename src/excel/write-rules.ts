/** Queues help for entry and colours by rule. Excel's own validation is help only: the check reads every cell again. Nothing here syncs. */
import { areaName } from "../blueprint/place";
import { styles } from "../blueprint/theme";
import type { Entry, HighlightBlueprint, ValidationBlueprint } from "../blueprint/types";
import { follow, type Naming } from "./naming";

/** Excel cuts longer titles and messages off with an error. */
const TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;
/** The day that Excel's calendar starts. */
const FIRST_DAY = "1900-01-01";
const LAST_DAY = "2099-12-31";

export function queueValidation(sheet: Excel.Worksheet, { area, entry, title, hint }: ValidationBlueprint): void {
  const { dataValidation } = sheet.getRange(areaName(area));
  const rule = ruleFor(entry, areaName({ ...area, rows: 1, columns: 1 }));
  dataValidation.rule = rule.rule;
  dataValidation.ignoreBlanks = true;
  dataValidation.errorAlert = { showAlert: true, style: rule.strict ? "Stop" : "Information", title: title.slice(0, TITLE_LIMIT), message: rule.says.slice(0, MESSAGE_LIMIT) };
  if (hint !== "") dataValidation.prompt = { showPrompt: true, title: title.slice(0, TITLE_LIMIT), message: hint.slice(0, MESSAGE_LIMIT) };
}

interface Help { readonly rule: Excel.DataValidationRule; readonly says: string; readonly strict: boolean }

/** A count cell also takes the words that stand for a figure: n/a, and a withheld count such as <5. */
const orWords = (cell: string, test: string): string => `=OR(${test},${cell}="n/a",LEFT(${cell},1)="<",${cell}="*",${cell}="[c]")`;

/** @param cell - the first cell that the rule is for */
export function ruleFor(entry: Entry, cell: string): Help {
  switch (entry.kind) {
    case "count": return { strict: true, rule: { custom: { formula: orWords(cell, `IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}=INT(${cell})),FALSE)`) } }, says: "Enter a whole number, 0 or more; n/a where a figure cannot exist; or <5 where a small count is withheld." };
    case "demand": return { strict: true, rule: { custom: { formula: orWords(cell, `IF(ISNUMBER(${cell}),AND(${cell}>=0,ROUND(${cell},1)=${cell}),FALSE)`) } }, says: "Enter a number with at most one decimal place, 0 or more; n/a where a figure cannot exist; or <5 where a small count is withheld." };
    case "percentage": return { strict: true, rule: { custom: { formula: orWords(cell, `IF(ISNUMBER(${cell}),AND(${cell}>=0,${cell}<=100),FALSE)`) } }, says: "Enter a percentage from 0 to 100, such as 24.2, or n/a." };
    case "number": return { strict: true, rule: { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } }, says: "Enter a number, 0 or more." };
    case "date": return { strict: true, rule: { date: { formula1: FIRST_DAY, formula2: LAST_DAY, operator: "Between" } }, says: "Enter a date, such as 31 March 2010." };
    case "text": return { strict: true, rule: { textLength: { formula1: entry.longest, operator: "LessThanOrEqualTo" } }, says: `Enter ${entry.longest} characters or fewer.` };
    case "one-of": return { strict: true, rule: { list: { inCellDropDown: true, source: entry.words.join(",") } }, says: `Choose one of: ${entry.words.join(", ")}.` };
    case "suggested": return { strict: false, rule: { list: { inCellDropDown: true, source: entry.words.join(",") } }, says: "This is not in the usual list. That is allowed." };
  }
}

/** First that fits wins. Excel puts each new rule before those that are there, so they are queued from the last. */
export function queueHighlights(sheet: Excel.Worksheet, highlights: readonly HighlightBlueprint[], naming: Naming): void {
  for (const highlight of [...highlights].reverse()) queueHighlight(sheet, highlight, naming);
}

function queueHighlight(sheet: Excel.Worksheet, { area, when, look }: HighlightBlueprint, naming: Naming): void {
  const style = styles[look];
  const added = sheet.getRange(areaName(area)).conditionalFormats.add("Custom");
  added.custom.rule.formula = follow(when, naming);
  added.custom.format.font.color = style.colour;
  if (style.bold) added.custom.format.font.bold = true;
  if (style.fill !== null) added.custom.format.fill.color = style.fill;
  added.stopIfTrue = true;
}
