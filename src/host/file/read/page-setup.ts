/** How a sheet prints. */
import { defaultPageSetup, type PageSetup } from "../../workbook/features";
import { attribute, at, child, numberAttribute, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";

const POINTS_PER_INCH = 72;
/** Margins are held in points; a file's inches are rounded as far as both can hold. */
const points = (inches: number): number => Math.round(inches * POINTS_PER_INCH * 1e6) / 1e6;

export type ThreeParts = PageSetup["header"];

export function readPageSetup(root: XmlElement): PageSetup {
  const setup = child(root, "pageSetup");
  const margins = child(root, "pageMargins");
  const options = child(root, "printOptions");
  const text = child(root, "headerFooter");
  const margin = (name: keyof PageSetup["margins"]): number => {
    const inches = numberAttribute(margins, name);
    return inches === null ? defaultPageSetup.margins[name] : points(inches);
  };
  return {
    orientation: attribute(setup, "orientation") === "landscape" ? "Landscape" : "Portrait",
    // A page set-up that names no paper means Letter; none at all leaves it to the printer.
    paper: setup === null ? defaultPageSetup.paper : numberAttribute(setup, "paperSize") ?? 1,
    zoom: yesNo(at(root, "sheetPr", "pageSetUpPr"), "fitToPage", false)
      ? { fit: { wide: pages(setup, "fitToWidth"), tall: pages(setup, "fitToHeight") } }
      : { scale: numberAttribute(setup, "scale") ?? 100 },
    margins: { top: margin("top"), bottom: margin("bottom"), left: margin("left"), right: margin("right"), header: margin("header"), footer: margin("footer") },
    centreHorizontally: yesNo(options, "horizontalCentered", false),
    centreVertically: yesNo(options, "verticalCentered", false),
    gridlines: yesNo(options, "gridLines", false),
    headings: yesNo(options, "headings", false),
    header: threeParts(child(text, "oddHeader")?.text ?? ""),
    footer: threeParts(child(text, "oddFooter")?.text ?? ""),
  };
}

/** 0 means as many pages as it takes. */
function pages(setup: XmlElement | null, name: string): number | null {
  const written = numberAttribute(setup, name) ?? 1;
  return written === 0 ? null : written;
}

/** A header's text taken apart at `&L`, `&C` and `&R`; codes inside the parts stay. @example threeParts("&LDraft&RPage &P") // => { left: "Draft", centre: "", right: "Page &P" } */
export function threeParts(text: string): ThreeParts {
  const parts = { left: "", centre: "", right: "" };
  let here: keyof ThreeParts = "centre";
  // A font's name in quotes may hold any letter; "&&" is an ampersand.
  for (const [piece] of text.matchAll(/&"[^"]*"|&[\s\S]|[^&]+|&/g)) {
    const letter = piece.length === 2 && piece.startsWith("&") ? piece.charAt(1).toUpperCase() : "";
    if (letter === "L") here = "left";
    else if (letter === "C") here = "centre";
    else if (letter === "R") here = "right";
    else parts[here] += piece;
  }
  return parts;
}
