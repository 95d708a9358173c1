/** Excel.PageLayout: how a sheet is printed. */
import { MAX_COLUMNS, MAX_ROWS, parseArea, type Area } from "../workbook/area";
import type { PageSetup } from "../workbook/features";
import { absolute, areaOnSheet, splitAddress } from "./address";
import { fieldsFrom, flagFrom, numberFrom, oneOf, wholeFrom, type Arguments } from "./arguments";
import { declareClass, method, navigation, scalar, type ClassPart, type HostObject, type ObjectClass, type Scalar } from "./definition";
import { headerFooterGroupClass } from "./header-footer";
import { rangeClass } from "./range";
import { areasFrom, rangeAreasClass } from "./range-areas";
import { accessDenied, invalidArgument, itemNotFound } from "./refusal";
import { present, type SheetSelf } from "./worksheet";

/** Excel's words for paper, by OOXML number less one. */
const PAPERS = [
  "Letter", "LetterSmall", "Tabloid", "Ledger", "Legal", "Statement", "Executive", "A3", "A4", "A4Small", "A5", "B4", "B5", "Folio", "Quatro", "Paper10x14", "Paper11x17", "Note",
] as const;

export function changePage(self: SheetSelf, how: (page: PageSetup) => PageSetup): void {
  const sheet = present(self);
  if (sheet.get("protection") !== null) throw accessDenied();
  sheet.set("pageSetup", how(sheet.get("pageSetup")));
}
export const pageOf = (self: SheetSelf): PageSetup => present(self).get("pageSetup");

function flag(key: "centreHorizontally" | "centreVertically" | "gridlines" | "headings" | "blackAndWhite" | "draft"): Scalar<SheetSelf, boolean> {
  return scalar<SheetSelf, boolean>("1.9", (self) => pageOf(self)[key], (self, value) => {
    const wanted = flagFrom(value);
    changePage(self, (page) => ({ ...page, [key]: wanted }));
  });
}

type Margin = keyof PageSetup["margins"];
function setMargins(self: SheetSelf, margins: Readonly<Partial<Record<Margin, number>>>): void {
  if (Object.values(margins).some((points) => points < 0)) throw invalidArgument();
  changePage(self, (page) => ({ ...page, margins: { ...page.margins, ...margins } }));
}
function margin(key: Margin): Scalar<SheetSelf, number> {
  return scalar<SheetSelf, number>("1.9", (self) => pageOf(self).margins[key], (self, value) => setMargins(self, { [key]: numberFrom(value) }));
}

const LEAST_SCALE = 10;
const MOST_SCALE = 400;

function zoomFrom(value: unknown): PageSetup["zoom"] {
  const fields = fieldsFrom(value);
  const pages = (name: string): number | null => {
    const asked = fields[name];
    if (asked === undefined || asked === null) return null;
    const count = wholeFrom(asked);
    if (count < 0) throw invalidArgument();
    return count === 0 ? null : count;
  };
  if (fields["scale"] !== undefined && fields["scale"] !== null) {
    const scale = wholeFrom(fields["scale"]);
    if (scale < LEAST_SCALE || scale > MOST_SCALE) throw invalidArgument();
    return { scale };
  }
  return { fit: { wide: pages("horizontalFitToPages"), tall: pages("verticalFitToPages") } };
}

function zoomShown({ zoom }: PageSetup): Excel.PageLayoutZoomOptions {
  if ("scale" in zoom) return { scale: zoom.scale };
  const { wide, tall } = zoom.fit;
  return { ...(wide === null ? {} : { horizontalFitToPages: wide }), ...(tall === null ? {} : { verticalFitToPages: tall }) };
}

const properties: ClassPart<Excel.PageLayout, SheetSelf> = {
  navigations: { headersFooters: navigation("1.9", (self) => headerFooterGroupClass.of(self)) },
  scalars: {
    orientation: scalar("1.9", (self) => pageOf(self).orientation, (self, value) => { const orientation = oneOf(value, ["Portrait", "Landscape"] as const); changePage(self, (page) => ({ ...page, orientation })); }),
    paperSize: scalar("1.9", (self) => PAPERS[pageOf(self).paper - 1] ?? null, (self, value) => { const paper = PAPERS.indexOf(oneOf(value, PAPERS)) + 1; changePage(self, (page) => ({ ...page, paper })); }),
    zoom: scalar("1.9", (self) => zoomShown(pageOf(self)), (self, value) => { const zoom = zoomFrom(value); changePage(self, (page) => ({ ...page, zoom })); }),
    topMargin: margin("top"), bottomMargin: margin("bottom"), leftMargin: margin("left"), rightMargin: margin("right"),
    headerMargin: margin("header"), footerMargin: margin("footer"),
    centerHorizontally: flag("centreHorizontally"), centerVertically: flag("centreVertically"),
    printGridlines: flag("gridlines"), printHeadings: flag("headings"), blackAndWhite: flag("blackAndWhite"), draftMode: flag("draft"),
    printComments: scalar("1.9", (self) => pageOf(self).comments, (self, value) => { const comments = oneOf(value, ["NoComments", "EndSheet", "InPlace"] as const); changePage(self, (page) => ({ ...page, comments })); }),
    printErrors: scalar("1.9", (self) => pageOf(self).errors, (self, value) => { const errors = oneOf(value, ["AsDisplayed", "Blank", "Dash", "NotAvailable"] as const); changePage(self, (page) => ({ ...page, errors })); }),
    printOrder: scalar("1.9", (self) => pageOf(self).order, (self, value) => { const order = oneOf(value, ["DownThenOver", "OverThenDown"] as const); changePage(self, (page) => ({ ...page, order })); }),
    // "" counts on by itself.
    firstPageNumber: scalar<SheetSelf, number | "">("1.9", (self) => pageOf(self).firstPageNumber ?? "", (self, value) => {
      const firstPageNumber = value === "" ? null : wholeFrom(value);
      changePage(self, (page) => ({ ...page, firstPageNumber }));
    }),
  },
};

/** The area of an argument that is a range or an address on this sheet; "$1:$3" and "$A:$B" too. */
function areaFrom(self: SheetSelf, args: Arguments): Area {
  const range = args.object(0, rangeClass);
  if (range !== null && range.sheet !== present(self)) throw invalidArgument();
  return range?.area ?? areaOnSheet(self.session, args.text(0), present(self));
}

/** One area or, as several ranges or an address with commas, more: each prints on pages of its own. */
const printedAreas = (self: SheetSelf, args: Arguments): readonly Area[] => areasFrom({ session: self.session, sheet: present(self) }, args, 0);

const PRINT_AREA = "Print_Area";
const PRINT_TITLES = "Print_Titles";

/** The areas that one of Excel's own print names has. */
function printed(self: SheetSelf, name: string): readonly Area[] {
  const sheet = present(self);
  const kept = self.session.workbook.names.find((candidate) => candidate.scope === sheet.id && candidate.name === name);
  if (kept === undefined) return [];
  return kept.formula.split(/,(?=(?:[^']*'[^']*')*[^']*$)/).flatMap((part) => {
    const area = parseArea(splitAddress(part).rest);
    return area === null ? [] : [area];
  });
}

function setPrinted(self: SheetSelf, name: string, areas: readonly Area[]): void {
  const sheet = present(self);
  const others = self.session.workbook.names.filter((candidate) => candidate.scope !== sheet.id || candidate.name !== name);
  const formula = areas.map((area) => absolute(sheet, area)).join(",");
  self.session.workbook.setNames(areas.length === 0 ? others : [...others, { name, formula, scope: sheet.id, visible: true, comment: "" }]);
}

function printArea(self: SheetSelf): HostObject | null {
  const areas = printed(self, PRINT_AREA);
  return areas.length === 0 ? null : rangeAreasClass.of(self.session.areas(present(self), areas));
}

const isRows = (area: Area): boolean => area.left === 0 && area.right === MAX_COLUMNS - 1;
const isColumns = (area: Area): boolean => area.top === 0 && area.bottom === MAX_ROWS - 1;

/** Rows to repeat on every page; the columns that repeat stay. */
function setTitles(self: SheetSelf, args: Arguments, of: "rows" | "columns"): void {
  const asked = areaFrom(self, args);
  const whole = of === "rows" ? { ...asked, left: 0, right: MAX_COLUMNS - 1 } : { ...asked, top: 0, bottom: MAX_ROWS - 1 };
  const others = printed(self, PRINT_TITLES).filter(of === "rows" ? isColumns : isRows);
  // Excel writes columns before rows.
  setPrinted(self, PRINT_TITLES, of === "rows" ? [...others, whole] : [whole, ...others]);
}

function titles(self: SheetSelf, of: "rows" | "columns"): HostObject | null {
  const area = printed(self, PRINT_TITLES).find(of === "rows" ? isRows : isColumns);
  return area === undefined ? null : rangeClass.of(self.session.range(present(self), area));
}
function strictTitles(self: SheetSelf, of: "rows" | "columns"): HostObject {
  const range = titles(self, of);
  if (range === null) throw itemNotFound();
  return range;
}

const POINTS_PER_UNIT = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 } as const;

function setPrintMargins(self: SheetSelf, args: Arguments): void {
  const points = POINTS_PER_UNIT[args.oneOf(0, ["Points", "Inches", "Centimeters"] as const)];
  const fields = fieldsFrom(args.raw(1));
  const margins: Partial<Record<Margin, number>> = {};
  for (const key of ["top", "bottom", "left", "right", "header", "footer"] as const) {
    const asked = fields[key];
    if (asked !== undefined && asked !== null) margins[key] = numberFrom(asked) * points;
  }
  setMargins(self, margins);
}

export const pageLayoutClass: ObjectClass<SheetSelf> = declareClass<Excel.PageLayout, SheetSelf>("PageLayout", {}, properties, {
  methods: {
    getPrintArea: method("1.9", (self) => {
      const area = printArea(self);
      if (area === null) throw itemNotFound();
      return area;
    }),
    getPrintAreaOrNullObject: method("1.9", printArea),
    setPrintArea: method("1.9", (self, args) => setPrinted(self, PRINT_AREA, printedAreas(self, args))),
    setPrintTitleRows: method("1.9", (self, args) => setTitles(self, args, "rows")),
    setPrintTitleColumns: method("1.9", (self, args) => setTitles(self, args, "columns")),
    getPrintTitleRows: method("1.9", (self) => strictTitles(self, "rows")),
    getPrintTitleRowsOrNullObject: method("1.9", (self) => titles(self, "rows")),
    getPrintTitleColumns: method("1.9", (self) => strictTitles(self, "columns")),
    getPrintTitleColumnsOrNullObject: method("1.9", (self) => titles(self, "columns")),
    setPrintMargins: method("1.9", setPrintMargins),
  },
});
