/** How a sheet prints. */
import { defaultPageSetup, type PageBreaks, type PageSetup } from "../../workbook/features";
import { attribute, at, child, childrenOf, numberAttribute, yesNo } from "../xml/query";
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
    blackAndWhite: yesNo(setup, "blackAndWhite", false), draft: yesNo(setup, "draft", false),
    firstPageNumber: yesNo(setup, "useFirstPageNumber", false) ? numberAttribute(setup, "firstPageNumber") ?? 1 : null,
    comments: COMMENTS.get(attribute(setup, "cellComments") ?? "none") ?? "NoComments",
    errors: ERRORS.get(attribute(setup, "errors") ?? "displayed") ?? "AsDisplayed",
    order: attribute(setup, "pageOrder") === "overThenDown" ? "OverThenDown" : "DownThenOver",
    ...headers(text),
  };
}

const COMMENTS: ReadonlyMap<string, PageSetup["comments"]> = new Map([["none", "NoComments"], ["atEnd", "EndSheet"], ["asDisplayed", "InPlace"]]);
const ERRORS: ReadonlyMap<string, PageSetup["errors"]> = new Map([["displayed", "AsDisplayed"], ["blank", "Blank"], ["dash", "Dash"], ["NA", "NotAvailable"]]);
export const commentsWord = (comments: PageSetup["comments"]): string => [...COMMENTS].find(([, one]) => one === comments)?.[0] ?? "none";
export const errorsWord = (errors: PageSetup["errors"]): string => [...ERRORS].find(([, one]) => one === errors)?.[0] ?? "displayed";

/** The six headers and footers of a file, by the model's names. */
export const headerParts = [
  ["oddHeader", "header"], ["oddFooter", "footer"], ["evenHeader", "evenHeader"], ["evenFooter", "evenFooter"], ["firstHeader", "firstHeader"], ["firstFooter", "firstFooter"],
] as const;

type Headers = Pick<PageSetup, (typeof headerParts)[number][1] | "evenDiffers" | "firstDiffers" | "headersKeepMargins" | "headersScale">;

function headers(text: XmlElement | null): Headers {
  const part = (local: string): ThreeParts => threeParts(child(text, local)?.text ?? "");
  return {
    header: part("oddHeader"), footer: part("oddFooter"), evenHeader: part("evenHeader"), evenFooter: part("evenFooter"), firstHeader: part("firstHeader"), firstFooter: part("firstFooter"),
    evenDiffers: yesNo(text, "differentOddEven", false), firstDiffers: yesNo(text, "differentFirst", false),
    headersKeepMargins: yesNo(text, "alignWithMargins", true), headersScale: yesNo(text, "scaleWithDoc", true),
  };
}

/** The breaks that somebody set; a file counts the rows before each. */
export function readPageBreaks(root: XmlElement): PageBreaks {
  const lines = (local: string): readonly number[] => childrenOf(child(root, local), "brk").flatMap((brk) => {
    const line = numberAttribute(brk, "id");
    return line === null || !yesNo(brk, "man", false) ? [] : [line];
  });
  return { rows: lines("rowBreaks"), columns: lines("colBreaks") };
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
