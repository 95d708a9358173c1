/** Fills, lines, borders and fonts of a chart's parts: each part says which of its own properties they set. */
import type { ChartSeries, MarkerStyle } from "../../workbook/chart";
import { between, colourFrom, flagFrom, numberFrom, oneOfBuilt, textFrom, wholeFrom } from "../arguments";
import { declareClass, method, scalar, type HostObject, type ObjectClass, type Owned } from "../definition";
import { invalidArgument, notImplemented } from "../refusal";
import { chartColour } from "./chart-self";

export const MARKERS: readonly MarkerStyle[] = ["Automatic", "None", "Circle", "Square", "Diamond", "Triangle", "X", "Star", "Plus", "Dash", "Dot"];

/** @throws Refusal InvalidArgument for what is no whole number from `least` to `most` */
export const within = (value: unknown, least: number, most: number): number => between(least, most)(wholeFrom(value));

type SessionOf = Owned["session"];

/** How a part of a chart keeps its fill; a part whose fill the model does not keep refuses by name. */
export interface FillPart { readonly part: string; readonly set: (colour: string | null) => void }
interface FillSelf extends Owned, FillPart {}

const fillClass: ObjectClass<FillSelf> = declareClass<Excel.ChartFill, FillSelf>("ChartFill", {}, {
  methods: {
    setSolidColor: method("1.1", (self, args) => self.set(chartColour(args.text(0), colourFrom))),
    clear: method("1.1", (self) => self.set(null)),
  },
});
export const fillOf = (session: SessionOf, part: FillPart): HostObject => fillClass.of({ session, ...part });

export type Dash = ChartSeries["line"]["dash"];
export interface LinePart {
  readonly part: string;
  readonly get: () => ChartSeries["line"];
  readonly set: (line: ChartSeries["line"]) => void;
  /** The colour that the part has without one of its own; black where it is left out. */
  readonly automatic?: () => string;
}
interface LineSelf extends Owned, LinePart {}

type DashWord = "None" | "Continuous" | "Dash" | "Dot" | "Automatic" | "RoundDot" | "DashDot" | "DashDotDot" | "Grey25" | "Grey50" | "Grey75";
const DASHES: readonly DashWord[] = ["None", "Continuous", "Dash", "Dot", "Automatic", "RoundDot"];

function dashFrom(value: unknown): Dash {
  const word = oneOfBuilt(value, DASHES, ["DashDot", "DashDotDot", "Grey25", "Grey50", "Grey75"], "ChartLineFormat.lineStyle");
  if (word === "Automatic") return null;
  return word === "RoundDot" ? "Dot" : word === "None" || word === "Continuous" || word === "Dash" || word === "Dot" ? word : null;
}

const lineScalars = {
  color: scalar("1.1", (self: LineSelf) => self.get().colour ?? self.automatic?.() ?? "#000000", (self, value) => self.set({ ...self.get(), colour: chartColour(value, colourFrom), dash: self.get().dash === "None" ? null : self.get().dash })),
  lineStyle: scalar("1.7", (self: LineSelf): DashWord => self.get().dash ?? "Automatic", (self, value) => self.set({ ...self.get(), dash: dashFrom(value) })),
  weight: scalar("1.7", (self: LineSelf) => self.get().width ?? 0.75, (self, value) => self.set({ ...self.get(), width: positive(value) })),
};
function positive(value: unknown): number {
  const number = numberFrom(value);
  if (number < 0) throw invalidArgument();
  return number;
}

const lineClass: ObjectClass<LineSelf> = declareClass<Excel.ChartLineFormat, LineSelf>("ChartLineFormat", {}, {
  scalars: lineScalars,
  methods: { clear: method("1.1", (self) => self.set({ colour: null, width: null, dash: "None" })) },
});
const borderClass: ObjectClass<LineSelf> = declareClass<Excel.ChartBorder, LineSelf>("ChartBorder", {}, {
  scalars: { ...lineScalars, color: { ...lineScalars.color, since: "1.7" } },
  methods: { clear: method("1.8", (self) => self.set({ colour: null, width: null, dash: "None" })) },
});
export const lineOf = (session: SessionOf, part: LinePart): HostObject => lineClass.of({ session, ...part });
export const borderOf = (session: SessionOf, part: LinePart): HostObject => borderClass.of({ session, ...part });

/** A border that is there or not, which is all that the model keeps of it. */
export function borderFlag(part: string, get: () => boolean, set: (shown: boolean) => void): LinePart {
  return {
    part, get: () => ({ colour: null, width: null, dash: get() ? null : "None" }),
    set: ({ dash, colour, width }) => {
      if (colour !== null || width !== null) throw notImplemented(`Colour and weight of the border of the ${part}`);
      set(dash !== "None");
    },
  };
}

export interface ChartFontLook { readonly size: number | null; readonly bold: boolean | null; readonly colour: string | null; readonly name: string | null }
export interface FontPart {
  readonly part: string;
  readonly get: () => ChartFontLook;
  /** Takes what the model keeps for the part; refuses the rest by name. */
  readonly set: (change: Partial<ChartFontLook>) => void;
}
interface FontSelf extends Owned, FontPart {}

const fontClass: ObjectClass<FontSelf> = declareClass<Excel.ChartFont, FontSelf>("ChartFont", {}, {
  scalars: {
    size: scalar("1.1", (self) => self.get().size ?? 10, (self, value) => self.set({ size: positive(value) })),
    bold: scalar("1.1", (self) => self.get().bold ?? false, (self, value) => self.set({ bold: flagFrom(value) })),
    color: scalar("1.1", (self) => self.get().colour ?? "#000000", (self, value) => self.set({ colour: chartColour(value, colourFrom) })),
    name: scalar("1.1", (self) => self.get().name ?? "Calibri", (self, value) => self.set({ name: textFrom(value) })),
  },
});
export const fontOf = (session: SessionOf, part: FontPart): HostObject => fontClass.of({ session, ...part });

/** Refuses by name the parts of a font that the model does not keep for a part. */
export function onlyKept(part: string, change: Partial<ChartFontLook>, kept: readonly (keyof ChartFontLook)[]): void {
  for (const name of Object.keys(change)) if (!kept.some((one) => one === name)) throw notImplemented(`Font ${name} of the ${part}`);
}
/** A part of a chart that the model keeps no look of. */
export const notKept = (what: string) => (): never => { throw notImplemented(what); };
