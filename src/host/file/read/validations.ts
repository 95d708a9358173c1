/** What may be entered in cells. Rules that lead to another sheet may stand in the extension list; both kinds are read alike. */
import { parseArea, type Area } from "../../workbook/area";
import type { Comparison, DataValidation, ValidationRule } from "../../workbook/features";
import { formulaFromFile } from "../formula-form";
import { attribute, child, childrenOf, descendants, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { decodeCellText } from "../xml/text";

export const operators: ReadonlyMap<string, Comparison> = new Map([
  ["between", "Between"], ["notBetween", "NotBetween"], ["equal", "EqualTo"], ["notEqual", "NotEqualTo"],
  ["greaterThan", "GreaterThan"], ["lessThan", "LessThan"], ["greaterThanOrEqual", "GreaterThanOrEqualTo"], ["lessThanOrEqual", "LessThanOrEqualTo"],
]);

/** The areas of a `sqref`: those that lie on a sheet. */
export function areasFrom(sqref: string): readonly Area[] {
  return sqref.trim().split(/\s+/).flatMap((name) => parseArea(name) ?? []);
}

export function readValidations(root: XmlElement, text: string, written: Map<object, string>): readonly DataValidation[] {
  const usual = childrenOf(child(root, "dataValidations"), "dataValidation").flatMap((element) => {
    const validation = readValidation(element, attribute(element, "sqref") ?? "");
    if (validation !== null) written.set(validation, text.slice(element.start, element.end));
    return validation ?? [];
  });
  const extended = extensions(root).flatMap((element) => readValidation(element, child(element, "sqref")?.text ?? "") ?? []);
  return [...usual, ...extended];
}

/** The validations of Excel 2010's extension. */
function extensions(root: XmlElement): readonly XmlElement[] {
  const list = child(root, "extLst");
  return list === null ? [] : [...descendants(list)].filter((element) => element.local === "dataValidation");
}

function readValidation(element: XmlElement, sqref: string): DataValidation | null {
  const areas = areasFrom(sqref);
  const rule = readRule(element);
  if (areas.length === 0 || rule === null) return null;
  const style = attribute(element, "errorStyle");
  const words = (name: string): string => decodeCellText(attribute(element, name) ?? "");
  return {
    areas, rule, ignoreBlanks: yesNo(element, "allowBlank", false),
    prompt: { show: yesNo(element, "showInputMessage", false), title: words("promptTitle"), message: words("prompt") },
    alert: { show: yesNo(element, "showErrorMessage", false), style: style === "warning" ? "Warning" : style === "information" ? "Information" : "Stop", title: words("errorTitle"), message: words("error") },
  };
}

function readRule(element: XmlElement): ValidationRule | null {
  const formula = (name: string): string | null => {
    const found = child(element, name);
    const text = found === null ? null : found.text || (child(found, "f")?.text ?? "");
    return text === null ? null : formulaFromFile(text, null);
  };
  const type = attribute(element, "type") ?? "none";
  const formula1 = formula("formula1") ?? "";
  switch (type) {
    // A prompt that stands without a rule.
    case "none": return { kind: "any" };
    case "custom": return { kind: "custom", formula: formula1 };
    // The file says when the list is not to be shown.
    case "list": return { kind: "list", source: formula1, dropDown: !yesNo(element, "showDropDown", false) };
    case "whole": return comparison("wholeNumber");
    case "decimal": case "date": case "time": case "textLength": return comparison(type);
    default: return null;
  }
  function comparison(kind: "wholeNumber" | "decimal" | "date" | "time" | "textLength"): ValidationRule {
    return { kind, operator: operators.get(attribute(element, "operator") ?? "between") ?? "Between", formula1, formula2: formula("formula2") };
  }
}
