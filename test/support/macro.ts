/** What no entry does to a workbook, done as a macro or another add-in does it: by the unmodified Office.js, in a page of its own on the same host. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Host } from "../../src/host/host";
import { openInJsdom } from "../../src/host/protocol/jsdom-page";
import { repository } from "./job";

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

export interface Macro {
  /** Runs `Excel.run(async (context) => { body; await context.sync(); })`. @throws Error with what Excel refused */
  run(body: string): Promise<void>;
  close(): void;
}

export async function openMacro(host: Host): Promise<Macro> {
  const folder = mkdtempSync(path.join(tmpdir(), "talent-plan-macro-"));
  writeFileSync(path.join(folder, "macro.html"), `<!doctype html><html><head><script src="${CDN}"></script></head><body><script>Office.onReady(function () {});</script></body></html>`);
  const onProblem = (problem: Error): void => { throw problem; };
  const { frame, window } = openInJsdom(host.pages, { folder, page: "macro.html", kind: "taskpane", officeFolder: path.join(repository, "node_modules/@microsoft/office-js/dist"), onProblem });
  await frame.ready;
  return {
    run: async (body) => {
      const said: unknown = await window.eval(`Excel.run(async (context) => { const book = context.workbook; const sheet = (name) => book.worksheets.getItem(name); ${body}; await context.sync(); }).then(() => "", (error) => String(error.code) + ": " + error.message + " at " + (error.debugInfo && error.debugInfo.errorLocation))`);
      if (said !== "") throw new Error(`The macro was refused: ${String(said)}`);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
