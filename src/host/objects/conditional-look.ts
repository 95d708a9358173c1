/** What a conditional format lays over a cell: fill, font, number format, borders. */
import type { StylePatch } from "../workbook/features";
import type { BorderLine, BorderSide } from "../workbook/style";
import { colourFrom, flagFrom, oneOf, textFrom } from "./arguments";
import { changePatch, patchOf, type ConditionalSelf } from "./conditional-self";
import { declareClass, method, navigation, scalar, type ObjectClass, type Scalar } from "./definition";
import { itemNotFound } from "./refusal";

/** A patch without some of its parts. */
function without(patch: StylePatch, ...parts: readonly (keyof StylePatch)[]): StylePatch {
  return Object.fromEntries(Object.entries(patch).filter(([name]) => !parts.some((part) => part === name)));
}

const fillClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalRangeFill, ConditionalSelf>("ConditionalRangeFill", {}, {
  scalars: {
    color: scalar("1.6", (self) => patchOf(self).fill ?? "", (self, value) => {
      const fill = colourFrom(value);
      changePatch(self, (patch) => ({ ...patch, fill }));
    }),
  },
  methods: { clear: method("1.6", (self) => changePatch(self, (patch) => without(patch, "fill"))) },
});

function flag(key: "bold" | "italic" | "strike"): Scalar<ConditionalSelf, boolean> {
  return scalar<ConditionalSelf, boolean>("1.6", (self) => patchOf(self)[key] ?? false, (self, value) => {
    const wanted = flagFrom(value);
    changePatch(self, (patch) => ({ ...patch, [key]: wanted }));
  });
}

const fontClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalRangeFont, ConditionalSelf>("ConditionalRangeFont", {}, {
  scalars: {
    bold: flag("bold"),
    italic: flag("italic"),
    strikethrough: flag("strike"),
    color: scalar("1.6", (self) => patchOf(self).fontColour ?? "", (self, value) => {
      const fontColour = colourFrom(value);
      changePatch(self, (patch) => ({ ...patch, fontColour }));
    }),
    underline: scalar("1.6", (self) => (patchOf(self).underline === true ? "Single" : "None"), (self, value) => {
      const underline = oneOf(value, ["None", "Single"] as const) === "Single";
      changePatch(self, (patch) => ({ ...patch, underline }));
    }),
  },
  methods: { clear: method("1.6", (self) => changePatch(self, (patch) => without(patch, "bold", "italic", "strike", "underline", "fontColour"))) },
});

type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight";
const EDGES: readonly Edge[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"];
const sideOf: Readonly<Record<Edge, BorderSide>> = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" };
interface EdgeSelf extends ConditionalSelf { readonly edge: Edge }

const LINES = { None: null, Continuous: "Thin", Dash: "Dash", DashDot: "DashDot", DashDotDot: "DashDotDot", Dot: "Dot" } as const satisfies Readonly<Record<string, BorderLine | null>>;
type LineWord = keyof typeof LINES;
const WORDS: readonly LineWord[] = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"];

function setEdge(self: EdgeSelf, line: BorderLine | null, colour: string | null): void {
  changePatch(self, (patch) => {
    const borders = Object.fromEntries(Object.entries(patch.borders ?? {}).filter(([side]) => side !== sideOf[self.edge]));
    return { ...patch, borders: line === null ? borders : { ...borders, [sideOf[self.edge]]: { line, colour } } };
  });
}

const edgeClass: ObjectClass<EdgeSelf> = declareClass<Excel.ConditionalRangeBorder, EdgeSelf>("ConditionalRangeBorder", {}, {
  scalars: {
    sideIndex: scalar("1.6", ({ edge }) => edge),
    style: scalar("1.6", (self) => {
      const line = patchOf(self).borders?.[sideOf[self.edge]]?.line;
      return WORDS.find((word) => LINES[word] === (line ?? null)) ?? "Continuous";
    }, (self, value) => setEdge(self, LINES[oneOf(value, WORDS)], patchOf(self).borders?.[sideOf[self.edge]]?.colour ?? null)),
    color: scalar("1.6", (self) => patchOf(self).borders?.[sideOf[self.edge]]?.colour ?? "#000000",
      (self, value) => setEdge(self, patchOf(self).borders?.[sideOf[self.edge]]?.line ?? "Thin", colourFrom(value))),
  },
});

const edge = (name: Edge) => navigation<ConditionalSelf>("1.6", (self) => edgeClass.of({ ...self, edge: name }));

const bordersClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalRangeBorderCollection, ConditionalSelf>(
  "ConditionalRangeBorderCollection",
  {
    items: (self) => EDGES.map((name) => edgeClass.of({ ...self, edge: name })),
    item: (self, args) => edgeClass.of({ ...self, edge: args.oneOf(0, EDGES) }),
  },
  {
    scalars: { count: scalar("1.6", () => EDGES.length) },
    navigations: { top: edge("EdgeTop"), bottom: edge("EdgeBottom"), left: edge("EdgeLeft"), right: edge("EdgeRight") },
    methods: {
      getItemAt: method("1.6", (self, args) => {
        const name = EDGES[args.whole(0)];
        if (name === undefined) throw itemNotFound();
        return edgeClass.of({ ...self, edge: name });
      }),
    },
  },
);

export const conditionalRangeFormatClass: ObjectClass<ConditionalSelf> = declareClass<Excel.ConditionalRangeFormat, ConditionalSelf>("ConditionalRangeFormat", {}, {
  navigations: {
    borders: navigation("1.6", (self) => bordersClass.of(self)),
    fill: navigation("1.6", (self) => fillClass.of(self)),
    font: navigation("1.6", (self) => fontClass.of(self)),
  },
  scalars: {
    numberFormat: scalar("1.6", (self): unknown => patchOf(self).numberFormat ?? "", (self, value) => {
      const numberFormat = textFrom(value);
      changePatch(self, (patch) => ({ ...patch, numberFormat }));
    }),
  },
});
