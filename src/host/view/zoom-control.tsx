/** How large the sheet shows: smaller, larger, and back to 100%. */
import * as React from "react";
import type { Hand } from "./hand";

const STEP = 10;

export function ZoomControl({ hand }: { readonly hand: Hand }): JSX.Element {
  const zoom = hand.sheet.get("zoom");
  return (
    <span className="zoom" role="group" aria-label="Zoom">
      <button type="button" aria-label="Zoom out" title="Zoom out (Ctrl and mouse wheel)" disabled={zoom <= 10} onClick={() => hand.zoomTo(nextZoom(zoom, -1))}>−</button>
      <input type="range" className="zoom-slider" aria-label="Zoom" aria-valuetext={`${zoom}%`} min={10} max={400} step={STEP} value={zoom} onChange={(event) => hand.zoomTo(Number(event.target.value))} />
      <button type="button" aria-label="Zoom in" title="Zoom in (Ctrl and mouse wheel)" disabled={zoom >= 400} onClick={() => hand.zoomTo(nextZoom(zoom, 1))}>+</button>
      <button type="button" className="zoom-now" aria-label={`Zoom ${zoom}%. Show at 100%`} title="Show at 100%" onClick={() => hand.zoomTo(100)}>{zoom}%</button>
    </span>
  );
}

/** The next full ten. @example nextZoom(85, 1) // => 90 */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  return direction === 1 ? Math.floor(zoom / STEP + 1) * STEP : Math.ceil(zoom / STEP - 1) * STEP;
}
