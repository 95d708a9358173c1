/** The charts of a sheet, floating over its cells. One that lies across frozen panes shows its part in each: what is frozen does not scroll. */
import * as React from "react";
import type { Chart } from "../workbook/chart";
import type { GridPicture } from "./grid-picture";
import { frozenPixels, type Window } from "./hit";
import { ChartPicture } from "./chart-picture";
import { framePixels, type PixelFrame } from "./layout";

interface Props {
  readonly picture: GridPicture;
  readonly content: number;
  readonly window: Window;
  readonly room: { readonly width: number; readonly height: number };
  readonly onWheel: (event: React.WheelEvent) => void;
}

interface Placed { readonly chart: Chart; readonly frame: PixelFrame }

export function ChartLayer({ picture, content, window, room, onWheel }: Props): JSX.Element {
  const { sheet, layout } = picture;
  const width = frozenPixels(layout.columns);
  const height = frozenPixels(layout.rows);
  const placed = sheet.get("charts").map((chart): Placed => ({ chart, frame: framePixels(sheet, layout, chart.frame) }));
  const panes = [[false, false], [true, false], [false, true], [true, true]] as const;
  return (
    <>
      {panes.map(([isLeft, isTop]) => {
        const here = placed.filter(({ frame }) => (isLeft ? frame.left < width : frame.left + frame.width > width) && (isTop ? frame.top < height : frame.top + frame.height > height));
        if (here.length === 0) return null;
        const left = isLeft ? 0 : width;
        const top = isTop ? 0 : height;
        const box: React.CSSProperties = {
          left: window.headingWidth + left, top: window.headingHeight + top,
          width: Math.max(0, (isLeft ? Math.min(window.headingWidth + width, room.width) : room.width) - window.headingWidth - left),
          height: Math.max(0, (isTop ? Math.min(window.headingHeight + height, room.height) : room.height) - window.headingHeight - top),
        };
        return (
          <div key={`${isLeft} ${isTop}`} className="chart-pane" style={box} onWheel={onWheel}>
            {here.map(({ chart, frame }) => (
              <ChartPicture
                key={`${sheet.id} ${chart.id} ${Math.max(1, layout.zoom)}`} chart={chart} isRepeated={(!isLeft && frame.left < width) || (!isTop && frame.top < height)} workbook={sheet.workbook} content={content} zoom={layout.zoom}
                frame={{ ...frame, left: frame.left - left - (isLeft ? 0 : window.scrollLeft), top: frame.top - top - (isTop ? 0 : window.scrollTop) }}
              />
            ))}
          </div>
        );
      })}
    </>
  );
}
