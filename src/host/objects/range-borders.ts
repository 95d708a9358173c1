/** The borders of a range: its four edges and the lines inside. */
import { columnCount, rowCount, type Area } from "../workbook/area";
import type { Border, BorderLine, BorderSide, CellStyle } from "../workbook/style";
import { colourFrom, oneOf } from "./arguments";
import { assertAllowed, restyle, standing, stylesIn } from "./cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { invalidArgument, itemNotFound, notImplemented } from "./refusal";
import type { RangeHold } from "./session";

export type Side = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideVertical" | "InsideHorizontal" | "DiagonalDown" | "DiagonalUp";
/** In Excel's order. */
const SIDES: readonly Side[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];

/** Whoever has borders: a range's cells, or a cell style. */
export interface BorderHolder extends Owned {
  /** What stands on a side of every cell that carries it. @throws Refusal ApiNotFound for diagonals */
  readonly on: (side: Side) => readonly (Border | undefined)[];
  readonly change: (side: Side, how: (before: Border | undefined) => Border | undefined) => void;
}
interface BorderSelf extends Owned { readonly holder: BorderHolder; readonly side: Side }

type Style = "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
type Weight = "Hairline" | "Thin" | "Medium" | "Thick";
const STYLES: readonly Style[] = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
const WEIGHTS: readonly Weight[] = ["Hairline", "Thin", "Medium", "Thick"];

const lineOf: Readonly<Record<BorderLine, { readonly style: Style; readonly weight: Weight }>> = {
  Hair: { style: "Continuous", weight: "Hairline" }, Thin: { style: "Continuous", weight: "Thin" }, Medium: { style: "Continuous", weight: "Medium" },
  Thick: { style: "Continuous", weight: "Thick" }, Dash: { style: "Dash", weight: "Thin" }, MediumDash: { style: "Dash", weight: "Medium" },
  Dot: { style: "Dot", weight: "Thin" }, DashDot: { style: "DashDot", weight: "Thin" }, MediumDashDot: { style: "DashDot", weight: "Medium" },
  DashDotDot: { style: "DashDotDot", weight: "Thin" }, MediumDashDotDot: { style: "DashDotDot", weight: "Medium" },
  SlantDashDot: { style: "SlantDashDot", weight: "Medium" }, Double: { style: "Double", weight: "Thick" },
};

/** The line that has a style and a weight; Excel has not every pair, and gives the style in the weight it has. */
function lineFor(style: Exclude<Style, "None">, weight: Weight): BorderLine {
  const names = Object.entries(lineOf).filter(([, line]) => line.style === style);
  const exact = names.find(([, line]) => line.weight === weight) ?? names[0];
  const found = LINES.find((line) => line === exact?.[0]);
  if (found === undefined) throw invalidArgument();
  return found;
}
const LINES: readonly BorderLine[] = ["Thin", "Medium", "Thick", "Hair", "Dash", "Dot", "DashDot", "DashDotDot", "MediumDash", "MediumDashDot", "MediumDashDotDot", "SlantDashDot", "Double"];

/** The cells that carry a side of the range, and which of their own sides it is. */
function carriers(area: Area, side: Side): readonly (readonly [Area, BorderSide])[] {
  switch (side) {
    case "EdgeTop": return [[{ ...area, bottom: area.top }, "top"]];
    case "EdgeBottom": return [[{ ...area, top: area.bottom }, "bottom"]];
    case "EdgeLeft": return [[{ ...area, right: area.left }, "left"]];
    case "EdgeRight": return [[{ ...area, left: area.right }, "right"]];
    case "InsideVertical": return columnCount(area) < 2 ? [] : [[{ ...area, right: area.right - 1 }, "right"], [{ ...area, left: area.left + 1 }, "left"]];
    case "InsideHorizontal": return rowCount(area) < 2 ? [] : [[{ ...area, bottom: area.bottom - 1 }, "bottom"], [{ ...area, top: area.top + 1 }, "top"]];
    default: throw notImplemented(`RangeBorder ${side}`);
  }
}

/** The border all carrying cells share: undefined for none, null where they differ. */
function borderOf({ holder, side }: BorderSelf): Border | undefined | null {
  const borders = holder.on(side);
  const [first] = borders;
  return borders.every((border) => border?.line === first?.line && border?.colour === first?.colour) ? first : null;
}

const setBorder = ({ holder, side }: BorderSelf, how: (before: Border | undefined) => Border | undefined): void => holder.change(side, how);

/** A look with one of its own sides changed. */
export function withBorder(style: CellStyle, own: BorderSide, how: (before: Border | undefined) => Border | undefined): CellStyle {
  const { [own]: before, ...others } = style.borders;
  const after = how(before);
  return { ...style, borders: after === undefined ? others : { ...others, [own]: after } };
}

function bordersOf(range: RangeHold): BorderHolder {
  return {
    session: range.session,
    on: (side) => {
      const { sheet, area } = standing(range);
      const [carrier] = carriers(area, side);
      return carrier === undefined ? [undefined] : stylesIn(sheet, carrier[0]).map((style) => style.borders[carrier[1]]);
    },
    change: (side, how) => {
      const { sheet, area } = standing(range);
      assertAllowed(sheet, "allowFormatCells");
      for (const [cells, own] of carriers(area, side)) restyle(sheet, cells, (style: CellStyle) => withBorder(style, own, how));
    },
  };
}

const borderClass: ObjectClass<BorderSelf> = declareClass<Excel.RangeBorder, BorderSelf>("RangeBorder", {}, {
  scalars: {
    sideIndex: scalar("1.1", ({ side }) => side),
    style: scalar("1.1", (self) => {
      const border = borderOf(self);
      return border === null ? null : border === undefined ? "None" : lineOf[border.line].style;
    }, (self, value) => {
      const style = oneOf(value, STYLES);
      setBorder(self, (before) => (style === "None" ? undefined : { line: lineFor(style, before === undefined ? "Thin" : lineOf[before.line].weight), colour: before?.colour ?? null }));
    }),
    weight: scalar("1.1", (self) => {
      const border = borderOf(self);
      return border === null ? null : border === undefined ? "Thin" : lineOf[border.line].weight;
    }, (self, value) => {
      const weight = oneOf(value, WEIGHTS);
      setBorder(self, (before) => ({ line: lineFor(styleOf(before), weight), colour: before?.colour ?? null }));
    }),
    color: scalar("1.1", (self) => {
      const border = borderOf(self);
      return border === null ? "" : border?.colour ?? "#000000";
    }, (self, value) => {
      const colour = colourFrom(value);
      setBorder(self, (before) => ({ line: before?.line ?? "Thin", colour }));
    }),
  },
});

function styleOf(border: Border | undefined): Exclude<Style, "None"> {
  const style = border === undefined ? "Continuous" : lineOf[border.line].style;
  return style === "None" ? "Continuous" : style;
}

const bordersClass: ObjectClass<BorderHolder> = declareClass<Excel.RangeBorderCollection, BorderHolder>(
  "RangeBorderCollection",
  {
    items: (holder) => SIDES.filter((side) => !side.startsWith("Diagonal")).map((side) => borderClass.of({ session: holder.session, holder, side })),
    item: (holder, args) => borderClass.of({ session: holder.session, holder, side: args.oneOf(0, SIDES) }),
  },
  {
    scalars: { count: scalar("1.1", () => SIDES.length) },
    methods: {
      getItemAt: method("1.1", (holder, args) => {
        const side = SIDES[args.whole(0)];
        if (side === undefined) throw itemNotFound();
        return borderClass.of({ session: holder.session, holder, side });
      }),
    },
  },
);
export const bordersWornBy = (holder: BorderHolder): HostObject => bordersClass.of(holder);
export const rangeBorders = (range: RangeHold): HostObject => bordersClass.of(bordersOf(range));
