/** Data validation and conditional formats of a worksheet. */
import { childOf, childrenOf, duplicates, rectangle, type Parts } from "./parts";
import type { Book } from "./workbook";

const areasOf = (element: Element): string => element.getAttribute("sqref") ?? "";
const onAreas = (element: Element): boolean => areasOf(element).split(" ").every((ref) => rectangle(ref) !== null);

function checkValidation(parts: Parts, part: string, validation: Element): void {
  const where = areasOf(validation);
  if (!onAreas(validation)) parts.report("VAL-1", part, `a validation lies on "${where}", which is no area`);
  const formula = childOf(validation, "formula1")?.textContent ?? "";
  const type = validation.getAttribute("type") ?? "none";
  if ((type !== "none" && formula === "") || formula.startsWith("=")) parts.report("VAL-2", part, `the validation on ${where} has no proper formula`);
  if (/^".*"$/s.test(formula) && formula.slice(1, -1).replace(/""/g, '"').length > 255) parts.report("VAL-3", part, `the list on ${where} is longer than 255 characters`);
  for (const [name, most] of [["promptTitle", 32], ["errorTitle", 32], ["prompt", 255], ["error", 225]] as const) {
    if ((validation.getAttribute(name) ?? "").length > most) parts.report("VAL-4", part, `${name} on ${where} is longer than ${most} characters`);
  }
}

/** How many icons a set has is in its name. */
const iconsIn = (set: string): number => Number(/^\d/.exec(set)?.[0] ?? 3);

function checkKind(parts: Parts, part: string, rule: Element): void {
  const type = rule.getAttribute("type") ?? "";
  const body = childOf(rule, type);
  const points = childrenOf(body, "cfvo").length;
  const says = (what: string): void => parts.report("CFR-4", part, `the ${type} of priority ${rule.getAttribute("priority") ?? ""} has ${what}`);
  if (type === "colorScale" && (points < 2 || points > 3 || childrenOf(body, "color").length !== points)) says(`${points} points and ${childrenOf(body, "color").length} colours`);
  if (type === "dataBar" && points !== 2) says(`${points} points`);
  if (type === "iconSet" && points !== iconsIn(body?.getAttribute("iconSet") ?? "3")) says(`${points} points for ${body?.getAttribute("iconSet") ?? "three icons"}`);
  const formulas = childrenOf(rule, "formula").filter((formula) => (formula.textContent ?? "") !== "").length;
  const wanted = type === "expression" ? 1 : type === "cellIs" ? (/etween/.test(rule.getAttribute("operator") ?? "") ? 2 : 1) : formulas;
  if (formulas !== wanted) parts.report("CFR-5", part, `the rule of priority ${rule.getAttribute("priority") ?? ""} has ${formulas} formulas and needs ${wanted}`);
}

export function checkRules(parts: Parts, part: string, root: Element, book: Book): void {
  for (const validation of childrenOf(childOf(root, "dataValidations"), "dataValidation")) checkValidation(parts, part, validation);
  const blocks = childrenOf(root, "conditionalFormatting");
  for (const block of blocks) if (!onAreas(block)) parts.report("CFR-3", part, `a conditional format lies on "${areasOf(block)}", which is no area`);
  const rules = blocks.flatMap((block) => childrenOf(block, "cfRule"));
  const priorities = rules.map((rule) => rule.getAttribute("priority") ?? "");
  for (const priority of priorities) if (!/^[1-9]\d*$/.test(priority)) parts.report("CFR-2", part, `a rule has the priority "${priority}"`);
  for (const priority of duplicates(priorities)) parts.report("CFR-2", part, `two rules have the priority ${priority}`);
  for (const rule of rules) {
    const look = rule.getAttribute("dxfId");
    if (look !== null && Number(look) >= book.styles.patches) parts.report("CFR-1", part, `a highlight uses look ${look}, and there are ${book.styles.patches}`);
    checkKind(parts, part, rule);
  }
}
