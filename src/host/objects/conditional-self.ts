/** A conditional format as its objects hold it: by id, on a sheet. */
import type { ConditionalFormat, HighlightRule, StylePatch } from "../workbook/features";
import type { Sheet } from "../workbook/sheet";
import { assertAllowed } from "./cells";
import type { Owned } from "./definition";
import { invalidOperation, itemNotFound } from "./refusal";
import type { Session } from "./session";

export interface ConditionalSelf extends Owned { readonly session: Session; readonly sheet: Sheet; readonly id: string }

/** @throws Refusal ItemNotFound when it is gone */
export function formatOf({ session, sheet, id }: ConditionalSelf): ConditionalFormat {
  const format = session.workbook.sheetById(sheet.id) === sheet ? sheet.get("conditionalFormats").find((candidate) => candidate.id === id) : undefined;
  if (format === undefined) throw itemNotFound();
  return format;
}

export function changeFormat(self: ConditionalSelf, how: (format: ConditionalFormat) => ConditionalFormat): void {
  formatOf(self);
  assertAllowed(self.sheet, "allowFormatCells");
  self.sheet.set("conditionalFormats", self.sheet.get("conditionalFormats").map((format) => (format.id === self.id ? how(format) : format)));
}

type RuleOf<K extends HighlightRule["kind"]> = Extract<HighlightRule, { readonly kind: K }>;

const isKind = <K extends HighlightRule["kind"]>(rule: HighlightRule, kind: K): rule is RuleOf<K> => rule.kind === kind;

/** The rule, which must be of the kind. @throws Refusal InvalidOperation */
export function ruleOf<K extends HighlightRule["kind"]>(self: ConditionalSelf, kind: K): RuleOf<K> {
  const { rule } = formatOf(self);
  if (!isKind(rule, kind)) throw invalidOperation();
  return rule;
}

export function changeRule<K extends HighlightRule["kind"]>(self: ConditionalSelf, kind: K, how: (rule: RuleOf<K>) => HighlightRule): void {
  const rule = how(ruleOf(self, kind));
  changeFormat(self, (format) => ({ ...format, rule }));
}

/** What the format lays over a cell, for the kinds that have it. */
export function patchOf(self: ConditionalSelf): StylePatch {
  const { rule } = formatOf(self);
  if (!("format" in rule)) throw invalidOperation();
  return rule.format;
}

export function changePatch(self: ConditionalSelf, how: (patch: StylePatch) => StylePatch): void {
  const patch = how(patchOf(self));
  changeFormat(self, (format) => ("format" in format.rule ? { ...format, rule: { ...format.rule, format: patch } } : format));
}
