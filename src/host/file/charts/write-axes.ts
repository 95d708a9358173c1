/** The axes of a chart. Scatter charts have two value axes; pies and doughnuts none. */
import type { ChartAxis } from "../../workbook/chart";
import { tag } from "../xml/write";
import { dashes, tickLabels, tickMarks, unitWords } from "./words";
import { FAINT, lineXml, shapeXml, textLookXml, titleXml, val } from "./write-shape";

export interface AxisPlace {
  readonly kind: "catAx" | "valAx";
  readonly id: number;
  readonly crosses: number;
  readonly side: "b" | "l" | "r" | "t";
  /** Where it meets the other axis; a second value axis stands at the far end. */
  readonly meets: "autoZero" | "max";
  readonly between: "between" | "midCat";
  readonly hidden: boolean;
  /** The format of the cells, which an axis without its own follows. */
  readonly sourceFormat: string;
  readonly fontName: string | null;
}

/** Both kinds of axis in the schema's order. */
export function axisXml(axis: ChartAxis, place: AxisPlace): string {
  const font = { size: axis.fontSize, colour: axis.fontColour, font: place.fontName };
  const upright = place.side === "l" || place.side === "r";
  return tag(`c:${place.kind}`, {}, [
    val("axId", place.id),
    tag("c:scaling", {}, (place.kind === "valAx" ? val("logBase", axis.logBase ?? null) : "") + val("orientation", axis.reversed ? "maxMin" : "minMax") + (place.kind === "valAx" ? val("max", axis.maximum) + val("min", axis.minimum) : "")),
    val("delete", place.hidden || !axis.visible), val("axPos", place.side),
    axis.majorGridlines ? tag("c:majorGridlines", {}, shapeXml(lineXml({ colour: axis.gridlineColour ?? FAINT, width: 0.75, dash: null }))) : "",
    axis.minorGridlines === true ? tag("c:minorGridlines", {}, shapeXml(lineXml({ colour: "#F2F2F2", width: 0.75, dash: null }))) : "",
    axis.title === null ? "" : titleXml(axis.title, { ...font, bold: false }, upright),
    tag("c:numFmt", { formatCode: axis.numberFormat ?? place.sourceFormat, sourceLinked: axis.numberFormat === null }),
    val("majorTickMark", tickMarks[axis.majorTicks ?? "None"]), val("minorTickMark", tickMarks[axis.minorTicks ?? "None"]), val("tickLblPos", tickLabels[axis.tickLabels]),
    axis.line !== undefined ? shapeXml(lineXml({ ...axis.line, dash: axis.line.dash === null ? null : axis.line.dash === "None" ? "none" : dashes[axis.line.dash] })) : shapeXml(place.kind === "catAx" ? lineXml({ colour: "#BFBFBF", width: 0.75, dash: null }) : lineXml({ colour: null, width: null, dash: "none" })),
    textLookXml(font),
    val("crossAx", place.crosses), val("crosses", place.meets),
    place.kind === "catAx" ? val("auto", true) + val("lblAlgn", "ctr") + val("lblOffset", 100) + val("tickLblSkip", axis.labelSpacing ?? null) + val("tickMarkSkip", axis.markSpacing ?? null) + val("noMultiLvlLbl", false) : val("crossBetween", place.between) + val("majorUnit", axis.majorUnit) + val("minorUnit", axis.minorUnit ?? null)
      + (axis.displayUnit === undefined ? "" : tag("c:dispUnits", {}, val("builtInUnit", unitWords[axis.displayUnit]) + tag("c:dispUnitsLbl"))),
  ].join(""));
}
