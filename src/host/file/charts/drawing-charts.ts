/** The anchors of a drawing that hold charts, wherever they stand in its text. */
import type { Parts } from "../package/package";
import { related } from "../package/package";
import { attribute, child, descendants, relationId } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";

export interface AnchoredChart {
  readonly anchor: XmlElement;
  /** The shape's name, number and alternative text. */
  readonly properties: XmlElement;
  readonly relation: string;
  readonly part: string;
  /** A chart of a newer kind (`cx:chart`: waterfall, treemap and so on), which has a part of another shape. */
  readonly newer: boolean;
}

const isAnchor = ({ local }: XmlElement): boolean => local === "twoCellAnchor" || local === "oneCellAnchor" || local === "absoluteAnchor";

/** Charts inside a group of shapes move with the group, so they are left to the drawing. */
function chartIn(parts: Parts, drawing: string, anchor: XmlElement): AnchoredChart | null {
  const alternative = child(anchor, "AlternateContent");
  const holder = alternative === null ? anchor : child(alternative, "Choice");
  const frame = child(holder, "graphicFrame");
  if (frame === null) return null;
  const all = [...descendants(frame)];
  const chart = all.find(({ local }) => local === "chart");
  const properties = all.find(({ local }) => local === "cNvPr");
  const relation = relationId(chart ?? null);
  const part = related(parts, drawing, relation);
  if (chart === undefined || properties === undefined || relation === null || part === null || !parts.has(part)) return null;
  return { anchor, properties, relation, part, newer: attribute(child(child(frame, "graphic"), "graphicData"), "uri")?.includes("chartex") === true };
}

/** In the drawing's order, which is also what lies over what. */
export function anchoredCharts(parts: Parts, drawing: string): readonly AnchoredChart[] {
  return scanXml(parts.text(drawing), drawing).children.filter(isAnchor).flatMap((anchor) => chartIn(parts, drawing, anchor) ?? []);
}
