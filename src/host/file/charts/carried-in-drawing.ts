/** What lies on a sheet besides charts that are drawn, in words. All of it stays in the file. */
import type { Sheet } from "../../workbook/sheet";
import { relatedOfKind, type Parts } from "../package/package";
import { scanXml, type XmlElement } from "../xml/scan";

const kinds: ReadonlyMap<string, string> = new Map([
  ["pic", "pictures"], ["sp", "shapes"], ["cxnSp", "lines"], ["grpSp", "groups of shapes"], ["contentPart", "ink"], ["model3d", "3D models"], ["relIds", "diagrams"],
]);

/** Every element below; what stands in for something newer (a shape that says "this is a slicer") is not there in its own right. */
function* shown(element: XmlElement): IterableIterator<XmlElement> {
  for (const next of element.children) {
    if (next.local === "Fallback") continue;
    yield next;
    yield* shown(next);
  }
}

/** @param sheet - with its charts */
export function carriedInDrawing(parts: Parts, sheetPart: string, sheet: Sheet): readonly string[] {
  const drawing = relatedOfKind(parts, sheetPart, "drawing");
  if (drawing === null) return [];
  const found = new Set([...shown(scanXml(parts.text(drawing), drawing))].flatMap(({ local }) => kinds.get(local) ?? []));
  const unknown = sheet.get("charts").filter(({ type }) => type === "Unknown");
  return [
    ...[...found].map((what) => `${sheet.name}: ${what} kept, not shown.`),
    ...unknown.map(({ name }) => `${sheet.name}: the chart ${name} is of a kind that is kept, not drawn.`),
  ];
}
