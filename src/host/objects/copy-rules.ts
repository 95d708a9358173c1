/** What lies over cells, copied with them: merged cells, validation, conditional formats. */
import { respeltFormat, respeltValidation } from "../calc/every-formula";
import { moveFormula } from "../calc/shift-formula";
import { intersect, type Area } from "../workbook/area";
import { within, withoutAreas } from "../workbook/areas";
import type { ConditionalFormat } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";

/** `rows` and `columns` are the source's size: a larger target is filled with copies of it. */
export interface RulesCopy { readonly from: Sheet; readonly source: Area; readonly to: Sheet; readonly target: Area; readonly rows: number; readonly columns: number }

/** An area of the source in every copy of it. */
function copies({ source, target, rows, columns }: RulesCopy, area: Area): readonly Area[] {
  const placed: Area[] = [];
  for (let top = target.top; top <= target.bottom; top += rows) for (let left = target.left; left <= target.right; left += columns) {
    placed.push({ top: area.top - source.top + top, bottom: area.bottom - source.top + top, left: area.left - source.left + left, right: area.right - source.left + left });
  }
  return placed;
}

const partsIn = (copy: RulesCopy, areas: readonly Area[]): readonly Area[] => areas.flatMap((area) => { const shared = intersect(area, copy.source); return shared === null ? [] : copies(copy, shared); });

/** A rule's formulas count from its first cell: they go along to where the copy's first cell is. */
function moved(areas: readonly Area[], parts: readonly Area[]): (formula: string) => string {
  const [was, is] = [areas[0], parts[0]];
  return (formula) => (was === undefined || is === undefined ? formula : moveFormula(formula, is.top - was.top, is.left - was.left));
}

const others = <R extends { readonly areas: readonly Area[] }>(rules: readonly R[], target: Area): readonly R[] =>
  rules.map((rule) => (rule.areas.some((area) => intersect(area, target) !== null) ? { ...rule, areas: withoutAreas(rule.areas, [target]) } : rule)).filter(({ areas }) => areas.length > 0);

export function copyValidations(copy: RulesCopy): void {
  const { from, to, target } = copy;
  const added = from.get("validations").flatMap((rule) => {
    const areas = partsIn(copy, rule.areas);
    return areas.length === 0 ? [] : [{ ...respeltValidation(rule, moved(rule.areas, areas)), areas }];
  });
  const left = others(to.get("validations"), target);
  if (added.length > 0 || left.length < to.get("validations").length || left.some((rule, index) => rule !== to.get("validations")[index])) to.set("validations", [...left, ...added]);
}

/** A copy on the same sheet comes under the rule that is there already; elsewhere it gets one of its own. */
export function copyHighlights(copy: RulesCopy): void {
  const { from, to, target } = copy;
  const rules = from.get("conditionalFormats").map((format) => ({ format, parts: partsIn(copy, format.areas) })).filter(({ parts }) => parts.length > 0);
  const left = others(to.get("conditionalFormats"), target);
  if (rules.length === 0 && left.every((rule, index) => rule === to.get("conditionalFormats")[index]) && left.length === to.get("conditionalFormats").length) return;
  if (from === to) {
    const joined = left.map((format) => { const own = rules.find((rule) => rule.format.id === format.id); return own === undefined ? format : { ...format, areas: [...format.areas, ...own.parts] }; });
    // One whose cells were all copied over goes on in the copies.
    const again = rules.filter(({ format }) => !left.some(({ id }) => id === format.id)).map(({ format, parts }) => ({ ...respeltFormat(format, moved(format.areas, parts)), areas: parts }));
    to.set("conditionalFormats", [...joined, ...again]);
    return;
  }
  const taken = new Set(to.workbook.sheets.flatMap((sheet) => sheet.get("conditionalFormats").map(({ id }) => id)));
  const added = rules.map(({ format, parts }, index): ConditionalFormat => {
    let n = 1;
    while (taken.has(`${format.id}-${n}`)) n += 1;
    taken.add(`${format.id}-${n}`);
    return { ...respeltFormat(format, moved(format.areas, parts)), id: `${format.id}-${n}`, areas: parts, priority: index };
  });
  to.set("conditionalFormats", [...added, ...left.map((format) => ({ ...format, priority: format.priority + added.length }))]);
}

export function copyMerges(copy: RulesCopy): void {
  const { from, to, target } = copy;
  const added = from.get("merges").filter((merge) => within(merge, copy.source)).flatMap((merge) => copies(copy, merge));
  const left = to.get("merges").filter((merge) => intersect(merge, target) === null);
  if (added.length > 0 || left.length < to.get("merges").length) to.set("merges", [...left, ...added]);
}
