/** Excel.HeaderFooterGroup and Excel.HeaderFooter: what stands at the head and foot of all pages, of even ones, of the first. */
import type { HeaderParts, PageSetup } from "../workbook/features";
import { flagFrom, oneOf, textFrom } from "./arguments";
import { declareClass, navigation, scalar, type ObjectClass, type Scalar } from "./definition";
import { changePage, pageOf } from "./page-layout";
import { invalidArgument } from "./refusal";
import type { SheetSelf } from "./worksheet";

const LONGEST = 255;

/** The pages that a header and a footer are for. */
interface HeadSelf extends SheetSelf { readonly header: "header" | "evenHeader" | "firstHeader"; readonly footer: "footer" | "evenFooter" | "firstFooter" }

function part(of: "header" | "footer", where: keyof HeaderParts): Scalar<HeadSelf, string> {
  return scalar<HeadSelf, string>("1.9", (self) => pageOf(self)[self[of]][where], (self, value) => {
    const text = textFrom(value);
    if (text.length > LONGEST) throw invalidArgument();
    changePage(self, (page) => ({ ...page, [self[of]]: { ...page[self[of]], [where]: text } }));
  });
}

const headerFooterClass: ObjectClass<HeadSelf> = declareClass<Excel.HeaderFooter, HeadSelf>("HeaderFooter", {}, {
  scalars: {
    leftHeader: part("header", "left"), centerHeader: part("header", "centre"), rightHeader: part("header", "right"),
    leftFooter: part("footer", "left"), centerFooter: part("footer", "centre"), rightFooter: part("footer", "right"),
  },
});

const pages = (header: HeadSelf["header"], footer: HeadSelf["footer"]) => navigation<SheetSelf>("1.9", (self) => headerFooterClass.of({ ...self, header, footer }));

/** Which pages differ, by Excel's word for both answers together. */
const STATES = ["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"] as const;
const stateOf = ({ firstDiffers, evenDiffers }: PageSetup): (typeof STATES)[number] =>
  (firstDiffers ? (evenDiffers ? "FirstOddAndEven" : "FirstAndDefault") : evenDiffers ? "OddAndEven" : "Default");

function flag(key: "headersKeepMargins" | "headersScale"): Scalar<SheetSelf, boolean> {
  return scalar<SheetSelf, boolean>("1.9", (self) => pageOf(self)[key], (self, value) => {
    const wanted = flagFrom(value);
    changePage(self, (page) => ({ ...page, [key]: wanted }));
  });
}

export const headerFooterGroupClass: ObjectClass<SheetSelf> = declareClass<Excel.HeaderFooterGroup, SheetSelf>("HeaderFooterGroup", {}, {
  navigations: {
    defaultForAllPages: pages("header", "footer"), oddPages: pages("header", "footer"), evenPages: pages("evenHeader", "evenFooter"), firstPage: pages("firstHeader", "firstFooter"),
  },
  scalars: {
    state: scalar("1.9", (self) => stateOf(pageOf(self)), (self, value) => {
      const state = oneOf(value, STATES);
      changePage(self, (page) => ({ ...page, firstDiffers: state.startsWith("First"), evenDiffers: state.endsWith("OddAndEven") }));
    }),
    useSheetMargins: flag("headersKeepMargins"), useSheetScale: flag("headersScale"),
  },
});
