/**
 * A page with the unmodified Office.js in jsdom, for tests of the host: code is run in the page's own window, because the library
 * patches the globals of the realm it is loaded in.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Calculator } from "../../../src/host/calc/calculator";
import { Host, type HostOptions } from "../../../src/host/host";
import { dialogsInJsdom, openInJsdom } from "../../../src/host/protocol/jsdom-page";
import type { Frame } from "../../../src/host/protocol/frame";
import { Workbook } from "../../../src/host/workbook/workbook";

const OFFICE = join(__dirname, "../../../node_modules/@microsoft/office-js/dist");
const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";

export interface OfficePage {
  readonly host: Host;
  readonly workbook: Workbook;
  readonly frame: Frame;
  /** What went wrong in the page or the host, in words. A test that expects none says so. */
  readonly problems: string[];
  /** Runs `Excel.run(async (context) => { body })` in the page and gives back what it returns, as JSON. */
  run(body: string): Promise<unknown>;
  /** Runs any code in the page; `await` works, and what is returned comes back as JSON. */
  script(body: string): Promise<unknown>;
  close(): void;
}

export interface PageOptions {
  readonly profile?: HostOptions["profile"];
  readonly faults?: NonNullable<HostOptions["faults"]>;
  readonly settings?: HostOptions["settings"];
  /** The page's own script, after Office.js. */
  readonly pageScript?: string;
  /** More files of the add-in, by name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly onRequest?: NonNullable<HostOptions["onRequest"]>;
  readonly person?: NonNullable<HostOptions["person"]>;
  readonly ribbon?: NonNullable<HostOptions["ribbon"]>;
  readonly fill?: (workbook: Workbook) => void;
  /** One that a file was opened to, in place of a new one. */
  readonly workbook?: Workbook;
}

export const NOW = new Date("2026-04-30T09:00:00Z");

/** Opens a workbook with one sheet, "Sheet1", or the one that is given, and a page on it. */
export async function openOfficePage(options: PageOptions = {}): Promise<OfficePage> {
  const folder = mkdtempSync(join(tmpdir(), "office-page-"));
  const own = options.pageScript === undefined ? "Office.onReady(function () {});" : options.pageScript;
  writeFileSync(join(folder, "page.html"), `<!doctype html><html><head><script src="${CDN}"></script></head><body><script>${own}</script></body></html>`);
  for (const [name, text] of Object.entries(options.files ?? {})) writeFileSync(join(folder, name), text);
  const workbook = options.workbook ?? new Workbook("Test.xlsx");
  if (options.workbook === undefined) workbook.addSheet("Sheet1");
  options.fill?.(workbook);
  const problems: string[] = [];
  const onProblem = (problem: Error): void => { problems.push(problem.message); };
  const openDialog = dialogsInJsdom(() => host.pages, { folder, officeFolder: OFFICE, onProblem });
  const host: Host = new Host({
    workbook, calculator: new Calculator(workbook, { now: () => NOW }), profile: options.profile ?? { platform: "web", api: "1.14" },
    faults: options.faults ?? {}, addinName: "Test add-in", now: () => NOW, ...(options.person === undefined ? {} : { person: options.person }), ...(options.ribbon === undefined ? {} : { ribbon: options.ribbon }), onProblem, openDialog, ...(options.settings === undefined ? {} : { settings: options.settings }), ...(options.onRequest === undefined ? {} : { onRequest: options.onRequest }),
  });
  const { frame, window } = openInJsdom(host.pages, { folder, page: "page.html", kind: "taskpane", officeFolder: OFFICE, onProblem });
  await frame.ready;
  const script = async (body: string): Promise<unknown> => {
    const answer: unknown = await window.eval(`(async () => { ${body} })().then((value) => JSON.stringify(value), (error) => JSON.stringify({ refused: error.code, at: error.debugInfo && error.debugInfo.errorLocation, says: error.message }))`);
    return typeof answer === "string" ? JSON.parse(answer) as unknown : undefined;
  };
  return {
    host, workbook, frame, problems, script,
    run: (body) => script(`return Excel.run(async (context) => { ${body} });`),
    close: () => {
      host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
