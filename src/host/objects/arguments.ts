/** The arguments of a request, parsed: they come from outside, and Excel refuses the wrong ones with InvalidArgument. */
import type { HostObject, ObjectClass, Owned } from "./definition";
import { namedColours } from "./named-colours";
import { invalidArgument, notImplemented } from "./refusal";

export function textFrom(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}
export function numberFrom(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}
/** @throws Refusal InvalidArgument for what is no number from `least` to `most` */
export const between = (least: number, most: number) => (value: unknown): number => {
  const number = numberFrom(value);
  if (number < least || number > most) throw invalidArgument();
  return number;
};
export function wholeFrom(value: unknown): number {
  const number = numberFrom(value);
  if (!Number.isInteger(number)) throw invalidArgument();
  return number;
}
export function flagFrom(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}
export function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw invalidArgument();
  return found;
}
/** One of Excel's words that the host works with. @throws Refusal ApiNotFound for a word of Excel's that is not built, InvalidArgument for any other */
export function oneOfBuilt<T extends string>(value: unknown, built: readonly T[], others: readonly string[], member: string): T {
  if (typeof value === "string" && others.includes(value)) throw notImplemented(`${member} ${value}`);
  return oneOf(value, built);
}
/** A plain JSON object's fields. */
export function fieldsFrom(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalidArgument();
  return Object.fromEntries(Object.entries(value));
}
/** `#RRGGBB` from what Excel takes: "#F00000", "F00000", or one of the HTML names. "" is none. */
export function colourFrom(value: unknown): string | null {
  const text = textFrom(value).trim();
  if (text === "") return null;
  const hex = /^#?([0-9a-f]{6})$/i.exec(text);
  if (hex) return `#${(hex[1] ?? "").toUpperCase()}`;
  const name = text.toLowerCase();
  const named = Object.hasOwn(namedColours, name) ? namedColours[name] : undefined;
  if (named === undefined) throw invalidArgument();
  return named;
}
export class Arguments {
  constructor(private readonly values: readonly unknown[]) {}

  get count(): number { return this.values.length; }
  /** null, which the library sends for an argument that was left out, counts as missing. */
  has(index: number): boolean { return this.values[index] !== undefined && this.values[index] !== null; }
  raw(index: number): unknown { return this.values[index]; }
  text(index: number): string { return textFrom(this.values[index]); }
  number(index: number): number { return numberFrom(this.values[index]); }
  whole(index: number): number { return wholeFrom(this.values[index]); }
  wholeOr(index: number, otherwise: number): number { return this.has(index) ? this.whole(index) : otherwise; }
  flagOr(index: number, otherwise: boolean): boolean { return this.has(index) ? flagFrom(this.values[index]) : otherwise; }
  textOr(index: number, otherwise: string): string { return this.has(index) ? this.text(index) : otherwise; }
  oneOf<T extends string>(index: number, choices: readonly T[]): T { return oneOf(this.values[index], choices); }
  oneOfOr<T extends string>(index: number, choices: readonly T[], otherwise: T): T { return this.has(index) ? this.oneOf(index, choices) : otherwise; }

  /** What stands behind an argument that is an object of a class; null when it is something else. */
  object<S extends Owned>(index: number, of: ObjectClass<S>): S | null {
    const value = this.values[index];
    return isHostObject(value) ? of.behind(value) : null;
  }
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "className" in value && "identity" in value && "kindOf" in value;
}
