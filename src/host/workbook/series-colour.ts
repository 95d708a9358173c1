/** The colours of series that have none of their own. */
import type { ChartSeries, ChartType } from "./chart";

/** Excel's colours for series that have none of their own, in turn. */
const ACCENTS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47", "#264478", "#9E480E", "#636363", "#997300", "#255E91", "#43682B"];
export const accent = (index: number): string => ACCENTS[index % ACCENTS.length] ?? "#4472C4";

/** The colour in which a series is drawn. @param index - counted from the chart's first series */
export function seriesColour(series: ChartSeries, type: ChartType, index: number): string {
  const drawnAsLine = type.startsWith("Line") || type.startsWith("XY") || type === "Radar";
  return (drawnAsLine ? series.line.colour ?? series.marker.fill : series.fill) ?? accent(index);
}
