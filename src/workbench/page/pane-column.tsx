/** The add-in's pane: its unmodified page in an iframe, beside a handle that makes it wider or narrower. */
import * as React from "react";
import { openInIframe } from "../../host/protocol/iframe-page";
import type { OpenBook } from "./open-book";
import { words } from "./words";

interface Props {
  readonly book: OpenBook;
  readonly title: string;
  readonly page: string;
  readonly onClose: () => void;
}

const NARROWEST = 320;
const WIDEST = 600;
const USUAL = 380;
const STEP = 20;
const within = (width: number): number => Math.max(NARROWEST, Math.min(WIDEST, width));

export function PaneColumn({ book, title, page, onClose }: Props): JSX.Element {
  const [width, setWidth] = React.useState(USUAL);
  const [isDragging, setDragging] = React.useState(false);
  const place = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (place.current === null) return;
    const { frame, element } = openInIframe(book.host.pages, page, { kind: "taskpane" }, place.current);
    element.title = title;
    return () => book.host.pages.close(frame);
  }, [book, page, title]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const next: Readonly<Record<string, number>> = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: WIDEST, End: NARROWEST };
    const to = next[event.key];
    if (to === undefined) return;
    setWidth(within(to));
    event.preventDefault();
  };
  return (
    <>
      <div
        className={isDragging ? "pane-handle dragging" : "pane-handle"} role="separator" aria-orientation="vertical" aria-label={words.paneWidth} tabIndex={0}
        aria-valuenow={width} aria-valuemin={NARROWEST} aria-valuemax={WIDEST} onKeyDown={onKeyDown}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setDragging(true); }}
        onPointerMove={(event) => { if (isDragging) setWidth(within(window.innerWidth - event.clientX - 3)); }}
        onPointerUp={() => setDragging(false)} onPointerCancel={() => setDragging(false)}
      />
      <aside className="pane" style={{ width }} aria-label={title}>
        <div className="pane-title">
          <h2>{title}</h2>
          <button type="button" aria-label={words.closePane} title={words.closePane} onClick={onClose}>✕</button>
        </div>
        <div ref={place} className="pane-page" style={{ pointerEvents: isDragging ? "none" : "auto" }} />
      </aside>
    </>
  );
}
