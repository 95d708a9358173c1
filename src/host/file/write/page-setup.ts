/** How a sheet prints, where that changed. */
import { MAX_COLUMNS, MAX_ROWS } from "../../workbook/area";
import type { PageBreaks, PageSetup } from "../../workbook/features";
import { sameData } from "../opened-file";
import { commentsWord, errorsWord, headerParts, type ThreeParts } from "../read/page-setup";
import { childrenOf } from "../xml/query";
import { escapeText } from "../xml/text";
import { tag } from "../xml/write";
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
  const printing = ["blackAndWhite", "draft", "firstPageNumber", "comments", "errors", "order"] as const;
  change("pageSetup", before.paper !== now.paper || before.orientation !== now.orientation || !sameData(before.zoom, zoom) || printing.some((key) => before[key] !== now[key]), {
    paperSize: now.paper, scale: "scale" in zoom && zoom.scale !== 100 ? zoom.scale : null,
    fitToWidth: fit === null || fit.wide === 1 ? null : fit.wide ?? 0, fitToHeight: fit === null || fit.tall === 1 ? null : fit.tall ?? 0,
    orientation: now.orientation === "Landscape" ? "landscape" : "portrait",
    ...(printing.some((key) => before[key] !== now[key]) ? printingAttributes(now) : {}),
  });
  if ("fit" in before.zoom !== "fit" in zoom) {
    putSheetProperty(xml, properties, "pageSetUpPr", (written) => {
      const element = new OrderedXml(written ?? `<${xml.prefix}pageSetUpPr/>`, [], "pageSetUpPr");
      element.setAttributes({ fitToPage: "fit" in zoom ? true : null });
      return element.applyOrDrop();
    });
  }
  const headers = [...headerParts.map(([, key]) => key), "evenDiffers", "firstDiffers", "headersKeepMargins", "headersScale"] as const;
  if (headers.some((key) => !sameData(before[key], now[key]))) putHeaders(xml, before, now);
}

const printingAttributes = (now: PageSetup): Readonly<Record<string, string | number | boolean | null>> => ({
  blackAndWhite: now.blackAndWhite || null, draft: now.draft || null, useFirstPageNumber: now.firstPageNumber === null ? null : true, firstPageNumber: now.firstPageNumber,
  cellComments: now.comments === "NoComments" ? null : commentsWord(now.comments), errors: now.errors === "AsDisplayed" ? null : errorsWord(now.errors),
  pageOrder: now.order === "OverThenDown" ? "overThenDown" : null,
});

function putHeaders(xml: OrderedXml, before: PageSetup, now: PageSetup): void {
  const text = new OrderedXml(xml.text("headerFooter") ?? `<${xml.prefix}headerFooter/>`, headerFooterOrder, "headerFooter");
  text.setAttributes({
    differentOddEven: now.evenDiffers || null, differentFirst: now.firstDiffers || null,
    scaleWithDoc: now.headersScale ? null : false, alignWithMargins: now.headersKeepMargins ? null : false,
  });
  for (const [local, key] of headerParts) if (!sameData(before[key], now[key])) text.put(local, partsXml(local, now[key]));
  xml.put("headerFooter", text.applyOrDrop());
}

/** A break that is still the file's own is written as it has it. */
export function putPageBreaks(xml: OrderedXml, now: PageBreaks): void {
  for (const [local, lines, max] of [["rowBreaks", now.rows, MAX_COLUMNS - 1], ["colBreaks", now.columns, MAX_ROWS - 1]] as const) {
    const element = xml.child(local);
    const opened = childrenOf(element, "brk");
    const own = opened.filter((brk) => brk.attributes.get("man") !== "1" && brk.attributes.get("man") !== "true");
    const kept = (line: number): string => {
      const found = opened.find((brk) => brk.attributes.get("id") === String(line) && !own.includes(brk));
      return found === undefined ? tag("brk", { id: line, max, man: true }) : xml.source.slice(found.start, found.end);
    };
    const all = [...[...lines].sort((a, b) => a - b).map(kept), ...own.map((brk) => xml.source.slice(brk.start, brk.end))];
    xml.put(local, all.length === 0 ? null : tag(local, { count: all.length, manualBreakCount: lines.length }, all.join("")));
  }
}

function partsXml(local: string, { left, centre, right }: ThreeParts): string | null {
  const text = (left === "" ? "" : `&L${left}`) + (centre === "" ? "" : `&C${centre}`) + (right === "" ? "" : `&R${right}`);
  return text === "" ? null : `<${local}>${escapeText(text)}</${local}>`;
}
