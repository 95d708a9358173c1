/** Excel.ChartCollection of a worksheet. */
import { defaultAxis, type Chart, type ChartType } from "../../workbook/chart";
import { oneOfBuilt, type Arguments } from "../arguments";
import { standing } from "../cells";
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "../definition";
import { chartCollectionEvents, eventMethods } from "../event-registration";
import { rangeClass } from "../range";
import { invalidArgument, itemNotFound } from "../refusal";
import { present, type SheetSelf } from "../worksheet";
import { CHART_TYPES, chartClass, OTHER_CHART_TYPES, withSource } from "./chart";
import { assertChartsAllowed, type ChartSelf } from "./chart-self";
import type { SeriesBy } from "./chart-source";

/** Points; the size that Excel gives a new chart. */
const NEW_FRAME = { left: 72, top: 72, width: 360, height: 216 };

const charts = (self: SheetSelf): readonly ChartSelf[] => present(self).get("charts").map(({ id }) => ({ session: self.session, sheet: self.sheet, id }));

/** By name, without regard to case, or by id. */
function find(self: SheetSelf, key: string): HostObject | null {
  const known = present(self).get("charts");
  const found = known.find(({ id }) => id === key) ?? known.find(({ name }) => name.toLowerCase() === key.toLowerCase());
  return found === undefined ? null : chartClass.of({ session: self.session, sheet: self.sheet, id: found.id });
}
function existing(self: SheetSelf, key: string): HostObject {
  const chart = find(self, key);
  if (chart === null) throw itemNotFound();
  return chart;
}

function newChart(self: SheetSelf, type: ChartType): Chart {
  const taken = new Set(self.session.workbook.sheets.flatMap((sheet) => sheet.get("charts").flatMap(({ id, name }) => [id, sheet === self.sheet ? name.toLowerCase() : ""])));
  const free = (spell: (n: number) => string): string => {
    for (let n = 1; ; n++) if (!taken.has(spell(n).toLowerCase()) && !taken.has(spell(n))) return spell(n);
  };
  const round = type === "Pie" || type === "Doughnut";
  return {
    id: free((n) => `{${n.toString(16).toUpperCase().padStart(8, "0")}-CA47-4000-8000-000000000000}`), name: free((n) => `Chart ${n}`), type, frame: NEW_FRAME,
    title: { text: "Chart Title", formula: null, visible: true, size: null, bold: null, colour: null }, legend: { visible: true, position: round ? "Right" : "Bottom", fontSize: null },
    categoryAxis: defaultAxis, valueAxis: { ...defaultAxis, majorGridlines: !round }, secondaryAxis: null, series: [], fill: null, border: true, fontName: null,
    altText: { title: "", description: "" }, blanks: "NotPlotted", carried: null,
  };
}

function add(self: SheetSelf, args: Arguments): HostObject {
  const sheet = present(self);
  const type = oneOfBuilt(args.raw(0), CHART_TYPES, OTHER_CHART_TYPES, "ChartCollection.add of");
  const source = args.object(1, rangeClass);
  if (source === null) throw invalidArgument();
  assertChartsAllowed(sheet);
  const by = args.oneOfOr<SeriesBy>(2, ["Auto", "Columns", "Rows"], "Auto");
  self.session.settle();
  const chart = withSource(newChart(self, type), standing(source), by);
  sheet.set("charts", [...sheet.get("charts"), chart]);
  return chartClass.of({ session: self.session, sheet, id: chart.id });
}

export const chartsClass: ObjectClass<SheetSelf> = declareClass<Excel.ChartCollection, SheetSelf>(
  "ChartCollection",
  { items: (self) => charts(self).map((chart) => chartClass.of(chart)), item: (self, args) => existing(self, args.text(0)) },
  {
    scalars: { count: scalar("1.1", (self) => charts(self).length) },
    methods: {
      add: method("1.1", add),
      getCount: method("1.4", (self) => charts(self).length),
      getItem: method("1.1", (self, args) => existing(self, args.text(0))),
      getItemAt: method("1.1", (self, args) => {
        const chart = charts(self)[args.whole(0)];
        if (chart === undefined) throw itemNotFound();
        return chartClass.of(chart);
      }),
      getItemOrNullObject: method("1.4", (self, args) => find(self, args.text(0))),
    },
    wire: eventMethods(chartCollectionEvents, (self: SheetSelf) => present(self).id),
  },
);
