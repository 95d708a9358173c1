/** One figure as a person entered it. A blank, a zero, "not applicable" and a withheld count are four different things. */

export type Figure =
  | { readonly kind: "number"; readonly value: number }
  /** Nothing was entered: nobody knows yet, or nobody has filled it in. Never 0. */
  | { readonly kind: "blank" }
  /** The question does not arise here, and that was said. */
  | { readonly kind: "not-applicable" }
  /** The number is known but not shown, to protect people. `as` is what stands in its place, such as "<5". */
  | { readonly kind: "withheld"; readonly as: string }
  /** Something was entered that is no figure. */
  | { readonly kind: "unreadable"; readonly text: string };

export const blank: Figure = { kind: "blank" };
export const notApplicable: Figure = { kind: "not-applicable" };

/** @example entered(-0) // => { kind: "number", value: 0 } */
export function entered(value: number): Figure {
  return { kind: "number", value: value === 0 ? 0 : value };
}

export function withheld(as: string): Figure {
  return { kind: "withheld", as };
}

export function unreadable(text: string): Figure {
  return { kind: "unreadable", text };
}

/** The number, or null for everything that is not one. Callers decide what null means; it never means 0. */
export function numberOf(figure: Figure): number | null {
  return figure.kind === "number" ? figure.value : null;
}

/** Why figures cannot be added or compared. Worst first: what is unreadable hides everything else. */
export type Missing = "not-entered" | "not-applicable" | "withheld";

/** The sum, or the reason that there is none. A single figure missing leaves the whole sum unknown. */
export type Total = { readonly kind: "number"; readonly value: number } | { readonly kind: Missing };

/**
 * Adds figures up without ever taking a missing one as 0. What is blank or unreadable makes the sum "not entered";
 * after that a withheld figure makes it "withheld". Not applicable adds nothing, unless every figure is.
 * @example sumOf([entered(1), blank]) // => { kind: "not-entered" }
 */
export function sumOf(figures: readonly Figure[]): Total {
  if (figures.length === 0 || figures.some((figure) => figure.kind === "blank" || figure.kind === "unreadable")) return { kind: "not-entered" };
  if (figures.some((figure) => figure.kind === "withheld")) return { kind: "withheld" };
  const numbers = figures.map(numberOf).filter((value): value is number => value !== null);
  if (numbers.length === 0) return { kind: "not-applicable" };
  return { kind: "number", value: numbers.reduce((sum, value) => sum + value, 0) };
}

/** The first reason why a set of figures cannot be worked with, or null when each is a number. */
export function firstMissing(figures: readonly Figure[]): Missing | null {
  if (figures.some((figure) => figure.kind === "blank" || figure.kind === "unreadable")) return "not-entered";
  if (figures.some((figure) => figure.kind === "withheld")) return "withheld";
  return figures.some((figure) => figure.kind === "not-applicable") ? "not-applicable" : null;
}
