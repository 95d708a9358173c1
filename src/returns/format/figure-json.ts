/** A figure in the form in which it travels, and back. The four kinds of "no number" stay four. */
import { blank, entered, notApplicable, unreadable, withheld, type Figure } from "../../domain/figures";
import type { FigureJson } from "./return-document";

/** @example figureAsJson({ kind: "withheld", as: "<5" }) // => { withheld: "<5" } */
export function figureAsJson(figure: Figure): FigureJson {
  switch (figure.kind) {
    case "number": return figure.value;
    case "blank": return null;
    case "not-applicable": return "n/a";
    case "withheld": return { withheld: figure.as };
    case "unreadable": return { unreadable: figure.text };
  }
}

/** @example figureFromJson("n/a") // => { kind: "not-applicable" } */
export function figureFromJson(json: FigureJson): Figure {
  if (json === null) return blank;
  if (typeof json === "number") return entered(json);
  if (json === "n/a") return notApplicable;
  return "withheld" in json ? withheld(json.withheld) : unreadable(json.unreadable);
}
