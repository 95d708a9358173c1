/** Where a chart lies: points in the model, cells and distances into them in a drawing. */
import type { Chart, Frame } from "../../workbook/chart";
import { columnAt, leftOf, rowAt, topOf } from "../../workbook/measure";
import type { Sheet } from "../../workbook/sheet";
import { at, child, numberAttribute } from "../xml/query";
import type { XmlElement } from "../xml/scan";
import { tag } from "../xml/write";
import { EMU_PER_POINT } from "./write-shape";

const emu = (points: number): number => Math.round(points * EMU_PER_POINT);

/** A corner's place, the inside of `<xdr:from>` or `<xdr:to>`. @param prefix - what the drawing puts before its element names: "xdr:" */
function cornerXml(sheet: Sheet, left: number, top: number, prefix: string): string {
  const { column, into } = columnAt(sheet, left);
  const { row, into: down } = rowAt(sheet, top);
  const whole = (name: string, value: number): string => tag(prefix + name, {}, String(value));
  return whole("col", column) + whole("colOff", emu(into)) + whole("row", row) + whole("rowOff", emu(down));
}

/** `<xdr:from>` and `<xdr:to>` for a frame on a sheet with its columns and rows as they are now. */
export function cornersXml(sheet: Sheet, frame: Frame, prefix = "xdr:"): { readonly from: string; readonly to: string } {
  return {
    from: tag(`${prefix}from`, {}, cornerXml(sheet, frame.left, frame.top, prefix)),
    to: tag(`${prefix}to`, {}, cornerXml(sheet, frame.left + frame.width, frame.top + frame.height, prefix)),
  };
}

/** The anchor of a chart made here: it moves and grows with the cells below it, as Excel's own do. */
export function anchorXml(sheet: Sheet, chart: Chart, shapeId: number, relation: string): string {
  const { from, to } = cornersXml(sheet, chart.frame);
  const { title, description } = chart.altText;
  const properties = tag("xdr:cNvPr", { id: shapeId, name: chart.name, descr: description === "" ? null : description, title: title === "" ? null : title });
  const graphic = tag("a:graphic", {}, tag("a:graphicData", { uri: "http://schemas.openxmlformats.org/drawingml/2006/chart" },
    tag("c:chart", { "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart", "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r:id": relation })));
  const shape = tag("xdr:graphicFrame", { macro: "" }, tag("xdr:nvGraphicFramePr", {}, properties + tag("xdr:cNvGraphicFramePr"))
    + tag("xdr:xfrm", {}, tag("a:off", { x: 0, y: 0 }) + tag("a:ext", { cx: 0, cy: 0 })) + graphic);
  return tag("xdr:twoCellAnchor", {}, from + to + shape + tag("xdr:clientData"));
}

function cornerOf(sheet: Sheet, corner: XmlElement | null): { readonly left: number; readonly top: number } {
  const number = (name: string): number => { const value = Number(child(corner, name)?.text ?? "0"); return Number.isFinite(value) ? value : 0; };
  return { left: leftOf(sheet, number("col")) + number("colOff") / EMU_PER_POINT, top: topOf(sheet, number("row")) + number("rowOff") / EMU_PER_POINT };
}

/** A tenth of a thousandth of a point is far below what a file can say. */
const tidy = (points: number): number => Math.round(points * 10_000) / 10_000;

/** The frame that an anchor of any of the three kinds stands for. */
export function frameOf(sheet: Sheet, anchor: XmlElement): Frame {
  const size = child(anchor, "ext") ?? at(anchor, "graphicFrame", "xfrm", "ext");
  const position = child(anchor, "pos");
  const start = position === null
    ? cornerOf(sheet, child(anchor, "from"))
    : { left: (numberAttribute(position, "x") ?? 0) / EMU_PER_POINT, top: (numberAttribute(position, "y") ?? 0) / EMU_PER_POINT };
  const far = child(anchor, "to");
  const end = far === null
    ? { left: start.left + (numberAttribute(size, "cx") ?? 0) / EMU_PER_POINT, top: start.top + (numberAttribute(size, "cy") ?? 0) / EMU_PER_POINT }
    : cornerOf(sheet, far);
  return { left: tidy(start.left), top: tidy(start.top), width: tidy(Math.max(0, end.left - start.left)), height: tidy(Math.max(0, end.top - start.top)) };
}
