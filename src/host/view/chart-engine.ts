/** The parts of the drawing library that our charts need. Loaded when the first chart shows. */
import { BarChart, LineChart, PieChart, RadarChart, ScatterChart } from "echarts/charts";
import { AriaComponent, DatasetComponent, GraphicComponent, GridComponent, LegendComponent, MarkLineComponent, RadarComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsCoreOption, type EChartsType } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { CanvasRenderer } from "echarts/renderers";

use([
  BarChart, LineChart, PieChart, RadarChart, ScatterChart, AriaComponent, DatasetComponent, GraphicComponent, GridComponent, LegendComponent, MarkLineComponent,
  RadarComponent, TitleComponent, TooltipComponent, LabelLayout, CanvasRenderer,
]);

/** Starts a drawing in an element. @param zoom - how much larger it will be shown, so that its letters stay sharp */
export const startDrawing = (place: HTMLElement, zoom: number): EChartsType => init(place, null, { renderer: "canvas", devicePixelRatio: window.devicePixelRatio * Math.max(1, zoom) });
export type { EChartsCoreOption, EChartsType };
