/** How a sheet prints, where that changed. */
import type { PageSetup } from "../../workbook/features";
import { sameData } from "../opened-file";
import type { ThreeParts } from "../read/page-setup";
import { escapeText } from "../xml/text";
import { headerFooterOrder, OrderedXml } from "./ordered-xml";
import { putSheetProperty, type SheetPropertyState } from "./sheet-view";

const POINTS_PER_INCH = 72;
const inches = (points: number): number => Math.round((points / POINTS_PER_INCH) * 1e9) / 1e9;

export function putPageSetup(xml: OrderedXml, properties: SheetPropertyState, before: PageSetup, now: PageSetup): void {
  const { zoom, margins } = now;
  const change = (local: string, changed: boolean, attributes: Readonly<Record<string, string | number | boolean | null>>): void => {
    if (!changed) return;
    const element = new OrderedXml(xml.text(local) ?? `<${xml.prefix}${local}/>`, [], local);
    element.setAttributes(attributes);
    xml.put(local, element.apply());
  };
  change("printOptions", before.centreHorizontally !== now.centreHorizontally || before.centreVertically !== now.centreVertically || before.gridlines !== now.gridlines || before.headings !== now.headings, {
    horizontalCentered: now.centreHorizontally || null, verticalCentered: now.centreVertically || null, headings: now.headings || null, gridLines: now.gridlines || null,
  });
  change("pageMargins", !sameData(before.margins, margins), {
    left: inches(margins.left), right: inches(margins.right), top: inches(margins.top), bottom: inches(margins.bottom), header: inches(margins.header), footer: inches(margins.footer),
  });
  const fit = "fit" in zoom ? zoom.fit : null;
  change("pageSetup", before.paper !== now.paper || before.orientation !== now.orientation || !sameData(before.zoom, zoom), {
    paperSize: now.paper, scale: "scale" in zoom && zoom.scale !== 100 ? zoom.scale : null,
    fitToWidth: fit === null || fit.wide === 1 ? null : fit.wide ?? 0, fitToHeight: fit === null || fit.tall === 1 ? null : fit.tall ?? 0,
    orientation: now.orientation === "Landscape" ? "landscape" : "portrait",
  });
  if ("fit" in before.zoom !== "fit" in zoom) {
    putSheetProperty(xml, properties, "pageSetUpPr", (written) => {
      const element = new OrderedXml(written ?? `<${xml.prefix}pageSetUpPr/>`, [], "pageSetUpPr");
      element.setAttributes({ fitToPage: "fit" in zoom ? true : null });
      return element.applyOrDrop();
    });
  }
  if (!sameData(before.header, now.header) || !sameData(before.footer, now.footer)) putHeaders(xml, before, now);
}

function putHeaders(xml: OrderedXml, before: PageSetup, now: PageSetup): void {
  const text = new OrderedXml(xml.text("headerFooter") ?? `<${xml.prefix}headerFooter/>`, headerFooterOrder, "headerFooter");
  for (const [local, was, is] of [["oddHeader", before.header, now.header], ["oddFooter", before.footer, now.footer]] as const) {
    if (!sameData(was, is)) text.put(local, partsXml(local, is));
  }
  xml.put("headerFooter", text.applyOrDrop());
}

function partsXml(local: string, { left, centre, right }: ThreeParts): string | null {
  const text = (left === "" ? "" : `&L${left}`) + (centre === "" ? "" : `&C${centre}`) + (right === "" ? "" : `&R${right}`);
  return text === "" ? null : `<${local}>${escapeText(text)}</${local}>`;
}
