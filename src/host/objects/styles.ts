/** Excel.StyleCollection and Excel.Style: looks by name. Cells that have a style follow it where they have nothing of their own. */
import { allStyles, dressed, namedStyle, newStyle, replaceStyle, type NamedStyle, type StyleGroup } from "../workbook/named-styles";
import type { BorderSide, CellStyle } from "../workbook/style";
import { flagFrom, textFrom } from "./arguments";
import { assertAllowed, restyle, standing } from "./cells";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass, type Owned, type Scalar } from "./definition";
import { bordersWornBy, withBorder, type BorderHolder, type Side } from "./range-borders";
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound, notImplemented } from "./refusal";
import type { RangeHold, Session } from "./session";
import { alignment, fillClass, fontClass, formulaHidden, locked, type LookHolder } from "./worn-look";

interface StylesSelf extends Owned { readonly session: Session }
interface StyleSelf extends StylesSelf { readonly name: string }

const LONGEST_NAME = 255;

function kept({ session, name }: StyleSelf): NamedStyle {
  const style = namedStyle(session.workbook, name);
  if (style === null) throw itemNotFound();
  return style;
}

/** @throws Refusal AccessDenied where a sheet is protected: its cells would change with the style. ApiNotFound for Normal, which every cell stands on */
function replace(self: StyleSelf, how: (style: NamedStyle) => NamedStyle | null): void {
  const before = kept(self);
  if (before.name.toLowerCase() === "normal") throw notImplemented("Changing the style Normal");
  const { workbook } = self.session;
  if (workbook.sheets.some((sheet) => sheet.get("protection") !== null)) throw accessDenied();
  replaceStyle(workbook, before, how(before));
}

const wornBy = (self: StyleSelf): LookHolder => ({
  session: self.session, looks: () => [kept(self).look], change: (how) => replace(self, (style) => ({ ...style, look: how(style.look) })),
});

/** A style's sides; a style lies on single cells, so it has no lines inside. */
function ownSide(side: Side): BorderSide {
  switch (side) {
    case "EdgeTop": return "top";
    case "EdgeBottom": return "bottom";
    case "EdgeLeft": return "left";
    case "EdgeRight": return "right";
    default: throw notImplemented(`Style border ${side}`);
  }
}
const bordersOf = (self: StyleSelf): BorderHolder => ({
  session: self.session,
  on: (side) => [side.startsWith("Inside") ? undefined : kept(self).look.borders[ownSide(side)]],
  change: (side, how) => wornBy(self).change((look) => withBorder(look, ownSide(side), how)),
});

function on<T>({ since, known, get, set }: Scalar<LookHolder, T>): Scalar<StyleSelf, T> {
  return scalar<StyleSelf, T>(since, (self) => get(wornBy(self)), (self, value) => set?.(wornBy(self), value), known);
}

function includes(group: StyleGroup): Scalar<StyleSelf, boolean> {
  return scalar<StyleSelf, boolean>("1.7", (self) => kept(self).includes[group], (self, value) => {
    const included = flagFrom(value);
    replace(self, (style) => ({ ...style, includes: { ...style.includes, [group]: included } }));
  });
}

function numberFormat(since: string): Scalar<StyleSelf, string> {
  return scalar<StyleSelf, string>(since, (self) => kept(self).look.numberFormat, (self, value) => {
    const format = textFrom(value);
    wornBy(self).change((look: CellStyle) => ({ ...look, numberFormat: format }));
  });
}

const styleClass: ObjectClass<StyleSelf> = declareClass<Excel.Style, StyleSelf>("Style", { identity: ({ name }) => ({ _Id: name }) }, {
  navigations: {
    borders: navigation("1.7", (self) => bordersWornBy(bordersOf(self))),
    fill: navigation("1.7", (self) => fillClass.of(wornBy(self))),
    font: navigation("1.7", (self) => fontClass.of(wornBy(self))),
  },
  scalars: {
    name: scalar("1.7", (self) => kept(self).name), builtIn: scalar("1.7", (self) => kept(self).builtIn),
    numberFormat: numberFormat("1.7"), numberFormatLocal: numberFormat("1.7"), locked: on(locked("1.7")), formulaHidden: on(formulaHidden("1.7")),
    horizontalAlignment: on(alignment.horizontal("1.7")), verticalAlignment: on(alignment.vertical("1.7")), wrapText: on(alignment.wrap("1.7")), indentLevel: on(alignment.indent("1.7")),
    shrinkToFit: on(alignment.shrink("1.7")), readingOrder: on(alignment.reading("1.7")), textOrientation: on(alignment.orientation("1.8")), autoIndent: on(alignment.autoIndent("1.8")),
    includeAlignment: includes("alignment"), includeBorder: includes("border"), includeFont: includes("font"), includeNumber: includes("number"), includePatterns: includes("fill"), includeProtection: includes("protection"),
  },
  aliases: { Orientation: on(alignment.orientation("1.8")) },
  methods: {
    delete: method("1.7", (self) => {
      if (kept(self).builtIn) throw notImplemented("Deleting a style of Excel's own");
      replace(self, () => null);
    }),
  },
});

function add({ session }: StylesSelf, name: string): void {
  if (name.trim() === "" || name.length > LONGEST_NAME) throw invalidArgument();
  if (namedStyle(session.workbook, name) !== null) throw itemAlreadyExists();
  replaceStyle(session.workbook, null, newStyle(session.workbook, name));
}

function found({ session }: StylesSelf, name: string): HostObject | null {
  const style = namedStyle(session.workbook, name);
  return style === null ? null : styleClass.of({ session, name: style.name });
}
function existing(self: StylesSelf, name: string): HostObject {
  const style = found(self, name);
  if (style === null) throw itemNotFound();
  return style;
}

export const stylesClass: ObjectClass<StylesSelf> = declareClass<Excel.StyleCollection, StylesSelf>(
  "StyleCollection",
  { items: ({ session }) => allStyles(session.workbook).map(({ name }) => styleClass.of({ session, name })), item: (self, args) => existing(self, args.text(0)) },
  {
    methods: {
      add: method("1.7", (self, args) => add(self, args.text(0))),
      getCount: method("1.9", ({ session }) => allStyles(session.workbook).length),
      getItem: method("1.7", (self, args) => existing(self, args.text(0))),
      getItemAt: method("1.9", (self, args) => {
        const style = allStyles(self.session.workbook)[args.whole(0)];
        if (style === undefined) throw itemNotFound();
        return styleClass.of({ session: self.session, name: style.name });
      }),
      getItemOrNullObject: method("1.14", (self, args) => found(self, args.text(0))),
    },
  },
);

/**
 * Gives the cells a style by name. Normal takes all that the cells have of their own away.
 *
 * @throws Refusal InvalidArgument for a style that is not there
 */
export function giveStyle(range: RangeHold, value: unknown): void {
  const { sheet, area } = standing(range);
  assertAllowed(sheet, "allowFormatCells");
  const name = textFrom(value);
  const style = namedStyle(sheet.workbook, name);
  if (style === null) throw invalidArgument(`There is no cell style called ${name}.`);
  restyle(sheet, area, (look) => dressed(look, style));
}
