/** Where the grid is scrolled to, and how large it is in sight. Each sheet is found again where it was left. */
import * as React from "react";

export interface Scroll { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export interface Scroller {
  readonly scroll: Scroll;
  to(left: number, top: number): void;
  by(right: number, down: number): void;
}

const SCROLLER = ".dvn-scroller";

/** @param sheet - id of the sheet that shows */
export function useScroll(place: React.RefObject<HTMLElement>, sheet: string): Scroller {
  const [scroll, setScroll] = React.useState<Scroll>({ left: 0, top: 0, width: 0, height: 0 });
  const left = React.useRef(new Map<string, { readonly left: number; readonly top: number }>());
  const shown = React.useRef(sheet);
  const element = React.useCallback((): HTMLElement | null => place.current?.querySelector<HTMLElement>(SCROLLER) ?? null, [place]);
  const read = React.useCallback(() => {
    const scroller = element();
    if (scroller === null) return;
    const now = { left: scroller.scrollLeft, top: scroller.scrollTop, width: scroller.clientWidth, height: scroller.clientHeight };
    left.current.set(shown.current, now);
    setScroll((before) => (before.left === now.left && before.top === now.top && before.width === now.width && before.height === now.height ? before : now));
  }, [element]);
  React.useEffect(() => {
    const watched = place.current;
    if (watched === null) return;
    // Scrolling is heard on the way down: it does not bubble, and the library makes its scroller when it has a size.
    watched.addEventListener("scroll", read, true);
    const sizes = new ResizeObserver(() => requestAnimationFrame(read));
    sizes.observe(watched);
    const made = new MutationObserver(read);
    made.observe(watched, { childList: true, subtree: true, attributes: true, attributeFilter: ["style"] });
    return () => {
      watched.removeEventListener("scroll", read, true);
      sizes.disconnect();
      made.disconnect();
    };
  }, [place, read]);
  React.useLayoutEffect(() => {
    shown.current = sheet;
    const scroller = element();
    const before = left.current.get(sheet) ?? { left: 0, top: 0 };
    if (scroller !== null) Object.assign(scroller, { scrollLeft: before.left, scrollTop: before.top });
    read();
  }, [sheet, element, read]);
  return React.useMemo(() => ({
    scroll,
    to: (x, y) => { const scroller = element(); if (scroller !== null) Object.assign(scroller, { scrollLeft: x, scrollTop: y }); },
    by: (x, y) => element()?.scrollBy(x, y),
  }), [scroll, element]);
}
