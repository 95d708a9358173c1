/** One chart, drawn from the chart model and the cells it points at. */
import * as React from "react";
import { titleWords } from "../calc/title-words";
import type { Chart } from "../workbook/chart";
import type { Workbook } from "../workbook/workbook";
import type { EChartsType } from "./chart-engine";

interface Props {
  readonly chart: Chart;
  readonly workbook: Workbook;
  /** Goes up when cells may have changed. */
  readonly content: number;
  readonly frame: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly zoom: number;
  /** The same chart is told to screen readers once, in the pane where it begins. */
  readonly isRepeated: boolean;
}

export function ChartPicture({ chart, workbook, content, frame, zoom, isRepeated }: Props): JSX.Element {
  const place = React.useRef<HTMLDivElement>(null);
  const drawing = React.useRef<EChartsType | null>(null);
  const [problem, setProblem] = React.useState<string | null>(null);
  const { width, height } = frame;
  React.useEffect(() => {
    let isGone = false;
    void drawInto(place.current, drawing, chart, workbook, zoom, () => isGone).then(() => setProblem(null), (error: unknown) => setProblem(String(error)));
    return () => { isGone = true; };
  }, [chart, workbook, content]);
  React.useEffect(() => { drawing.current?.resize({ width: width / zoom, height: height / zoom }); }, [width, height, zoom]);
  React.useEffect(() => () => {
    drawing.current?.dispose();
    drawing.current = null;
  }, []);
  const says = problem === null ? `Chart: ${chartName(chart, workbook)}.${chart.altText.description === "" ? "" : ` ${chart.altText.description}`}` : `${chartName(chart, workbook)} could not be drawn: ${problem}`;
  return (
    <div className="chart" role="img" aria-label={says} aria-hidden={isRepeated} style={frame}>
      {chart.type === "Unknown" || problem !== null
        ? <p className="chart-placeholder">{problem === null ? `${chartName(chart, workbook)}: a kind of chart that is kept in the file and not drawn here.` : says}</p>
        : <div ref={place} className="chart-drawing" style={{ width: width / zoom, height: height / zoom, transform: `scale(${zoom})` }} />}
    </div>
  );
}

const chartName = (chart: Chart, workbook: Workbook): string => (chart.altText.title !== "" ? chart.altText.title : (chart.title.visible ? titleWords(workbook, chart.title) : "") || chart.name);

/** The drawing library comes when the first chart shows; by then the chart may be gone again. */
async function drawInto(place: HTMLElement | null, drawing: React.MutableRefObject<EChartsType | null>, chart: Chart, workbook: Workbook, zoom: number, isGone: () => boolean): Promise<void> {
  if (place === null || chart.type === "Unknown") return;
  const [{ startDrawing }, { chartOption }] = await Promise.all([import("./chart-engine"), import("./chart-option")]);
  if (isGone()) return;
  drawing.current ??= startDrawing(place, zoom);
  drawing.current.setOption(chartOption(chart, workbook), { notMerge: true });
}
