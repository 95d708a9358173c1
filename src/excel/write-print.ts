/** Queues how a sheet prints: A4, titles repeated, and a footer that says whose it is and how it is to be handled. Nothing here syncs. */
import { areaName } from "../blueprint/place";
import type { SheetBlueprint } from "../blueprint/types";

/** What the foot of every page says. */
export interface Footer { readonly organisation: string; readonly period: string }

export const SENSITIVITY = "OFFICIAL-SENSITIVE (working)";

/** Points: a centimetre and a half, with room for the footer below. */
const MARGIN = 36;
const FOOT = 48;

export function queuePrint(sheet: Excel.Worksheet, { print, tables }: SheetBlueprint, footer: Footer): void {
  const layout = sheet.pageLayout;
  layout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.zoom = print.pagesTall === null ? { horizontalFitToPages: print.pagesWide } : { horizontalFitToPages: print.pagesWide, verticalFitToPages: print.pagesTall };
  layout.leftMargin = MARGIN;
  layout.rightMargin = MARGIN;
  layout.topMargin = MARGIN;
  layout.bottomMargin = FOOT;
  layout.footerMargin = MARGIN / 2;
  if (print.parts !== undefined && print.parts.length > 0) layout.setPrintArea(print.parts.map(areaName).join(","));
  const titleRow = print.titleRow === null ? undefined : print.titleRow + 1;
  if (titleRow !== undefined) layout.setPrintTitleRows(`$${titleRow}:$${titleRow}`);
  if (print.titleColumns > 0 && tables.length > 0 && (print.pagesWide > 1 || (print.parts?.length ?? 0) > 1)) layout.setPrintTitleColumns(print.titleColumns === 1 ? "$A:$A" : "$A:$B");
  queueWhose(sheet, footer);
  const page = layout.headersFooters.defaultForAllPages;
  page.centerFooter = SENSITIVITY;
  page.rightFooter = "Page &P of &N";
}

/** Whose a page is and for when, alone: for sheets that stand when that changes. */
export function queueWhose(sheet: Excel.Worksheet, { organisation, period }: Footer): void {
  sheet.pageLayout.headersFooters.defaultForAllPages.leftFooter = `${literal(organisation)}, ${literal(period)}`;
}

/** In a footer "&" starts a code, so a real one is doubled. */
const literal = (text: string): string => text.replace(/&/g, "&&");
