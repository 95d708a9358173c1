/** What a file has tied to cells and the model does not move with them. Shifting such cells is refused, so that nothing ends up beside the wrong figures. */
import { parseArea, type Area } from "../../workbook/area";
import type { Anchored } from "../../workbook/sheet";
import { relationships, type Parts } from "../package/package";
import { attribute, child, childrenOf, descendants, numberAttribute } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";
import { STANDS_FOR } from "./comments";
import { areasFrom } from "./validations";

/** @param root - the sheet's element */
export function readAnchored(parts: Parts, sheetPart: string, root: XmlElement): readonly Anchored[] {
  return [...inOtherParts(parts, sheetPart), ...inExtensions(root), ...protectedRanges(root)];
}

function inOtherParts(parts: Parts, sheetPart: string): readonly Anchored[] {
  return relationships(parts, sheetPart).flatMap(({ kind, external, target }): readonly Anchored[] => {
    if (external || (kind !== "comments" && kind !== "pivotTable") || !parts.has(target)) return [];
    const root = scanXml(parts.text(target), target);
    if (kind === "pivotTable") return placed("a pivot table", parseArea(attribute(child(root, "location"), "ref") ?? ""));
    // What only stands in for a comment moves with it.
    const authors = childrenOf(child(root, "authors"), "author").map((author) => author.text);
    const isNote = (comment: XmlElement): boolean => !(authors[numberAttribute(comment, "authorId") ?? 0] ?? "").startsWith(STANDS_FOR);
    return childrenOf(child(root, "commentList"), "comment").filter(isNote).flatMap((comment) => placed("notes", parseArea(attribute(comment, "ref") ?? "")));
  });
}

function inExtensions(root: XmlElement): readonly Anchored[] {
  const list = child(root, "extLst");
  if (list === null) return [];
  return [...descendants(list)].flatMap((element): readonly Anchored[] => {
    const what = element.local === "sparkline" ? "sparklines" : element.local === "conditionalFormatting" ? "newer kinds of highlight" : null;
    return what === null ? [] : areasFrom(child(element, "sqref")?.text ?? "").map((area) => ({ what, area }));
  });
}

function protectedRanges(root: XmlElement): readonly Anchored[] {
  return childrenOf(child(root, "protectedRanges"), "protectedRange").flatMap((range) => areasFrom(attribute(range, "sqref") ?? "").map((area) => ({ what: "ranges with a password", area })));
}

const placed = (what: string, area: Area | null): readonly Anchored[] => (area === null ? [] : [{ what, area }]);
