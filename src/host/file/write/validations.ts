/** Data validation, where it changed: rules that are still the file's own are written as it has them. */
import { areaName } from "../../workbook/area";
import type { Area } from "../../workbook/area";
import type { DataValidation, ValidationRule } from "../../workbook/features";
import { formulaForFile } from "../formula-form";
import { operators } from "../read/validations";
import { descendants } from "../xml/query";
import { encodeCellText, escapeText } from "../xml/text";
import { Splices } from "../xml/splice";
import { scanXml } from "../xml/scan";
import { attributesXml, tag } from "../xml/write";
import type { OrderedXml } from "./ordered-xml";

/** How files spell comparisons. */
export const operatorWords: ReadonlyMap<string, string> = new Map([...operators].map(([written, operator]) => [operator, written]));

export const sqref = (areas: readonly Area[]): string => areas.map(areaReference).join(" ");
/** Whole columns and rows are spelt out in references of this kind. */
export function areaReference(area: Area): string {
  const name = areaName(area);
  return /^[A-Z]+:/.test(name) ? name.replace(/^([A-Z]+):([A-Z]+)$/, "$11:$21048576") : name.replace(/^(\d+):(\d+)$/, "A$1:XFD$2");
}

export function putValidations(xml: OrderedXml, now: readonly DataValidation[], written: ReadonlyMap<object, string>): void {
  const all = now.map((validation) => written.get(validation) ?? validationXml(validation));
  xml.put("dataValidations", all.length === 0 ? null : tag("dataValidations", { count: all.length }, all.join("")));
  // Rules from the extension list are in the model too and now stand among the others.
  dropExtension(xml, "dataValidations");
}

/** Takes the extension out that holds elements of a name. */
export function dropExtension(xml: OrderedXml, local: string): void {
  const list = xml.text("extLst");
  if (list === null) return;
  const root = scanXml(list, "extLst");
  const gone = root.children.filter((ext) => [...descendants(ext)].some((element) => element.local === local));
  if (gone.length === 0) return;
  const splices = new Splices(list);
  for (const ext of gone) splices.replace(ext.start, ext.end, "");
  xml.put("extLst", gone.length === root.children.length ? null : splices.apply());
}

const kinds: Readonly<Record<ValidationRule["kind"], string | null>> = { any: null, wholeNumber: "whole", decimal: "decimal", date: "date", time: "time", textLength: "textLength", list: "list", custom: "custom" };

function validationXml({ areas, rule, ignoreBlanks, prompt, alert }: DataValidation): string {
  const words = (text: string): string | null => (text === "" ? null : encodeCellTextOnce(text));
  const attributes = attributesXml({
    type: kinds[rule.kind], errorStyle: alert.style === "Stop" ? null : alert.style.toLowerCase(),
    operator: "operator" in rule && rule.operator !== "Between" ? operatorWords.get(rule.operator) ?? null : null,
    allowBlank: ignoreBlanks || null, showDropDown: rule.kind === "list" && !rule.dropDown ? true : null, showInputMessage: prompt.show || null, showErrorMessage: alert.show || null,
    errorTitle: words(alert.title), error: words(alert.message), promptTitle: words(prompt.title), prompt: words(prompt.message), sqref: sqref(areas),
  });
  const [first, second] = formulas(rule);
  const inside = (first === null ? "" : tag("formula1", {}, escapeText(formulaForFile(first, null)))) + (second === null ? "" : tag("formula2", {}, escapeText(formulaForFile(second, null))));
  return inside === "" ? `<dataValidation${attributes}/>` : `<dataValidation${attributes}>${inside}</dataValidation>`;
}

/** Attributes are escaped when they are written; only Excel's own spelling of odd characters is made here. */
const encodeCellTextOnce = (text: string): string => encodeCellText(text).replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

function formulas(rule: ValidationRule): readonly [string | null, string | null] {
  if (rule.kind === "any") return [null, null];
  if (rule.kind === "list") return [rule.source, null];
  if (rule.kind === "custom") return [rule.formula, null];
  return [rule.formula1, rule.formula2];
}
