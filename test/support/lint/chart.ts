/** A chart: the schema's order, axes, series, labels, and where its formulas lead. */
import { all, checkOrder, childOf, childrenOf, duplicates, sheetsIn, type Parts } from "./parts";
import type { Book } from "./workbook";

const AXIS = [
  "axId", "scaling", "delete", "axPos", "majorGridlines", "minorGridlines", "title", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses",
  "crossesAt", "auto", "lblAlgn", "lblOffset", "baseTimeUnit", "tickLblSkip", "tickMarkSkip", "noMultiLvlLbl", "crossBetween", "majorUnit", "majorTimeUnit", "minorUnit", "minorTimeUnit", "dispUnits", "extLst",
];
const PLOT = [
  "barDir", "radarStyle", "scatterStyle", "ofPieType", "wireframe", "grouping", "varyColors", "ser", "dLbls", "bubble3D", "bubbleScale", "showNegBubbles", "sizeRepresents", "gapDepth", "dropLines",
  "hiLowLines", "upDownBars", "marker", "smooth", "gapWidth", "overlap", "splitType", "splitPos", "secondPieSize", "shape", "serLines", "firstSliceAng", "holeSize", "bandFmts", "axId", "extLst",
];
const orders: ReadonlyMap<string, readonly string[]> = new Map([
  ["chartSpace", ["date1904", "lang", "roundedCorners", "style", "clrMapOvr", "pivotSource", "protection", "chart", "spPr", "txPr", "externalData", "printSettings", "userShapes", "extLst"]],
  ["chart", ["title", "autoTitleDeleted", "pivotFmts", "view3D", "floor", "sideWall", "backWall", "plotArea", "legend", "plotVisOnly", "dispBlanksAs", "showDLblsOverMax", "extLst"]],
  ["title", ["tx", "layout", "overlay", "spPr", "txPr", "extLst"]], ["legend", ["legendPos", "legendEntry", "layout", "overlay", "spPr", "txPr", "extLst"]],
  ["scaling", ["logBase", "orientation", "max", "min", "extLst"]], ["catAx", AXIS], ["valAx", AXIS], ["dateAx", AXIS], ["serAx", AXIS],
  ["ser", ["idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt", "dLbls", "trendline", "errBars", "cat", "xVal", "val", "yVal", "shape", "smooth", "bubbleSize", "bubble3D", "extLst"]],
  ["dLbls", ["dLbl", "delete", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize", "separator", "showLeaderLines", "leaderLines", "extLst"]],
]);

const CLUSTERED = ["ctr", "inEnd", "inBase", "outEnd"];
const POINTS = ["t", "b", "l", "r", "ctr"];

/** Where labels may stand in a plot; Excel calls the file damaged for any other place. */
function places(plot: Element): readonly string[] {
  const grouping = childOf(plot, "grouping")?.getAttribute("val");
  switch (plot.localName) {
    case "barChart": return grouping === "clustered" ? CLUSTERED : CLUSTERED.slice(0, 3);
    case "lineChart": case "scatterChart": case "bubbleChart": return POINTS;
    case "pieChart": case "ofPieChart": return ["bestFit", "ctr", "inEnd", "outEnd"];
    case "radarChart": return ["outEnd"];
    default: return [];
  }
}

/** A shape's fill stands before its line, and a line's fill before its dashes. */
function checkLook(parts: Parts, part: string, root: Element): void {
  const fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];
  for (const shape of all(root, "spPr")) {
    const locals = childrenOf(shape).map(({ localName }) => localName);
    const line = locals.indexOf("ln");
    if (line >= 0 && locals.some((local, index) => fills.includes(local) && index > line)) parts.report("CHT-6", part, "a fill stands after its line");
  }
  for (const line of all(root, "ln")) {
    const locals = childrenOf(line).map(({ localName }) => localName);
    if (locals.findIndex((local) => fills.includes(local)) > Math.max(0, locals.indexOf("prstDash")) && locals.includes("prstDash")) parts.report("CHT-6", part, "a line's fill stands after its dashes");
  }
}

export function checkChart(parts: Parts, part: string, book: Book): void {
  const root = parts.root(part);
  if (root === null || root.localName !== "chartSpace" || root.namespaceURI?.includes("chartex") === true) return;
  for (const element of [root, ...root.getElementsByTagNameNS("*", "*")]) {
    const order = element.namespaceURI === root.namespaceURI ? orders.get(element.localName) ?? (element.parentElement?.localName === "plotArea" && element.localName.endsWith("Chart") ? PLOT : undefined) : undefined;
    if (order !== undefined && !(element.localName === "chart" && element.parentElement !== root)) checkOrder(parts, "CHT-1", part, element, order);
  }
  checkLook(parts, part, root);
  const area = childOf(childOf(root, "chart"), "plotArea");
  const value = (element: Element): string => element.getAttribute("val") ?? "";
  const axes = childrenOf(area).filter(({ localName }) => localName.endsWith("Ax")).flatMap((axis) => childrenOf(axis, "axId").map(value));
  for (const id of duplicates(axes)) parts.report("CHT-2", part, `two axes have the number ${id}`);
  for (const crossed of childrenOf(area).flatMap((axis) => childrenOf(axis, "crossAx").map(value))) if (!axes.includes(crossed)) parts.report("CHT-2", part, `the axis ${crossed}, which another crosses, is not there`);
  for (const plot of childrenOf(area).filter(({ localName }) => localName.endsWith("Chart"))) {
    for (const id of childrenOf(plot, "axId").map(value)) if (!axes.includes(id)) parts.report("CHT-2", part, `the axis ${id} is not there`);
    for (const place of all(plot, "dLblPos").map(value)) if (!places(plot).includes(place)) parts.report("CHT-3", part, `labels of <${plot.localName}> cannot stand at ${place}`);
  }
  for (const local of ["idx", "order"]) for (const id of duplicates(all(area, "ser").flatMap((series) => childrenOf(series, local).map(value)))) parts.report("CHT-4", part, `two series have ${local} ${id}`);
  if (all(area, "ser").length > 255) parts.report("CHT-4", part, `there are ${all(area, "ser").length} series`);
  for (const cache of [...all(root, "numCache"), ...all(root, "strCache")]) {
    const count = Number(childOf(cache, "ptCount")?.getAttribute("val") ?? 0);
    if (childrenOf(cache, "pt").some((point) => !(Number(point.getAttribute("idx")) < count))) parts.report("CHT-7", part, `a point is numbered beyond the ${count} that are said`);
  }
  const known = new Set(book.sheets.map(({ name }) => name.toLowerCase()));
  for (const formula of all(root, "f").map((element) => element.textContent ?? "")) {
    for (const sheet of sheetsIn(formula)) if (!known.has(sheet.toLowerCase()) && !book.names.includes(formula.split("!")[1] ?? "")) parts.report("CHT-5", part, `${formula} leads to a sheet that is not there`);
  }
}
