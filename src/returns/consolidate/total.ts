/** One total of a region: what is added, over how many organisations, and what stops it. */
import { blank, entered, notApplicable, withheld, type Figure, type Total } from "../../domain/figures";
import { addedUp } from "../../domain/rounding";
import type { ConsolidatedFigure } from "./consolidation";
import type { Contribution } from "./gather";

export interface Adding {
  readonly isWithheld: boolean;
  /** Organisations that count, whether or not they have a figure here. */
  readonly of: number;
  /** To be taken off, since two organisations declared the same. */
  readonly shared: number;
  /** Openings in whole-time equivalents and in headcount are not the same thing and are never added: such a total is "not applicable", with a finding. */
  readonly isInUnits: boolean;
}

/** A blank or unreadable figure is not in the total and its organisation not in `from`; "not applicable" adds nothing. */
export function totalOf(contributions: readonly Contribution[], { isWithheld, of, shared, isInUnits }: Adding): ConsolidatedFigure {
  const numbers = contributions.flatMap(({ figure }) => (figure.kind === "number" ? [figure.value] : []));
  const total = totalIn(contributions, numbers, { isWithheld, shared, isInUnits });
  return { total, from: codesOf(contributions).size, of, shared };
}

/** Units of the organisations whose numbers would be added. */
export const unitsIn = (contributions: readonly Contribution[]): ReadonlySet<string> => new Set(contributions.filter(({ figure }) => figure.kind === "number").map(({ unit }) => unit));

function totalIn(contributions: readonly Contribution[], numbers: readonly number[], { isWithheld, shared, isInUnits }: Pick<Adding, "isWithheld" | "shared" | "isInUnits">): Total {
  if (isWithheld) return { kind: "withheld" };
  if (numbers.length === 0) return { kind: contributions.length > 0 && contributions.every(({ figure }) => figure.kind === "not-applicable") ? "not-applicable" : "not-entered" };
  if (isInUnits && unitsIn(contributions).size > 1) return { kind: "not-applicable" };
  return { kind: "number", value: addedUp([...numbers, -shared]) };
}

/** Organisations of which all that was asked is in the total: one that left a role group blank is not among them. */
function codesOf(contributions: readonly Contribution[]): ReadonlySet<string> {
  const lacking = new Set(contributions.filter(({ figure }) => figure.kind !== "number" && figure.kind !== "not-applicable").map(({ code }) => code));
  return new Set(contributions.filter(({ figure, code }) => figure.kind === "number" && !lacking.has(code)).map(({ code }) => code));
}

/** A total as a figure, so that it can be worked with as what organisations entered is. */
export function figureOfTotal(total: Total): Figure {
  switch (total.kind) {
    case "number": return entered(total.value);
    case "withheld": return withheld("Withheld");
    case "not-applicable": return notApplicable;
    case "not-entered": return blank;
  }
}

