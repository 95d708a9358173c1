/** Listening in a page: what handlers were told, in order, without waiting on a clock. */
import type { OfficePage } from "./office-page";

export interface Listener {
  /** Adds handlers: `add` is code that calls `window.take("name")` for each, with `worksheets`, `sheet` (Sheet1) and `context` at hand. */
  listen(add: string): Promise<unknown>;
  /** The first events, once that many were heard. */
  heard(count: number): Promise<unknown>;
}

export function listener(page: () => OfficePage): Listener {
  return {
    listen: (add) => page().script(`
      window.heard = []; window.expected = []; window.handlers = [];
      window.take = (kind) => async (event) => { const { type, ...rest } = event; window.heard.push([kind, JSON.parse(JSON.stringify(rest))]); window.expected.forEach((check) => check()); };
      window.until = (count) => new Promise((resolve) => { const check = () => { if (window.heard.length >= count) resolve(window.heard); }; window.expected.push(check); check(); });
      return Excel.run(async (context) => { const { worksheets } = context.workbook; const sheet = worksheets.getItem("Sheet1"); ${add}; await context.sync(); });
    `),
    heard: (count) => page().script(`return window.until(${count});`),
  };
}
