/** Excel.HeaderFooterGroup and Excel.HeaderFooter: one header and footer for all pages. */
import type { PageSetup } from "../workbook/features";
import { textFrom } from "./arguments";
import { declareClass, navigation, scalar, type ObjectClass, type Scalar } from "./definition";
import { changePage, pageOf } from "./page-layout";
import { invalidArgument, notImplemented } from "./refusal";
import type { SheetSelf } from "./worksheet";

const LONGEST = 255;

function part(of: "header" | "footer", where: keyof PageSetup["header"]): Scalar<SheetSelf, string> {
  return scalar<SheetSelf, string>("1.9", (self) => pageOf(self)[of][where], (self, value) => {
    const text = textFrom(value);
    if (text.length > LONGEST) throw invalidArgument();
    changePage(self, (page) => ({ ...page, [of]: { ...page[of], [where]: text } }));
  });
}

const headerFooterClass: ObjectClass<SheetSelf> = declareClass<Excel.HeaderFooter, SheetSelf>("HeaderFooter", {}, {
  scalars: {
    leftHeader: part("header", "left"), centerHeader: part("header", "centre"), rightHeader: part("header", "right"),
    leftFooter: part("footer", "left"), centerFooter: part("footer", "centre"), rightFooter: part("footer", "right"),
  },
});

export const headerFooterGroupClass: ObjectClass<SheetSelf> = declareClass<Excel.HeaderFooterGroup, SheetSelf>("HeaderFooterGroup", {}, {
  navigations: { defaultForAllPages: navigation("1.9", (self) => headerFooterClass.of(self)) },
  scalars: {
    state: scalar("1.9", () => "Default", (_self, value) => {
      if (value !== "Default") throw notImplemented(`HeaderFooterGroup.state ${String(value)}`);
    }),
  },
});
