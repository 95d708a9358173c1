/** The workbench in Debian's Chromium, as a person meets it: started as `npm start` starts it, worked with keys and clicks. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type BrowserContext, type Page, type Request } from "playwright-core";
import { repository } from "./job";

const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const STARTED = /^Workbench: (https:\/\/localhost:\d+\/)$/m;

export interface Workbench {
  readonly page: Page;
  readonly address: string;
  /** What a page logged as an error or threw, and requests that went unanswered or outside this machine. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Starts the server on a free port and a fresh browser on its page. @throws Error with the server's words when it does not start */
export async function openWorkbench(size = { width: 1440, height: 900 }): Promise<Workbench> {
  const { server, address } = await startServer();
  const profile = mkdtempSync(path.join(tmpdir(), "talent-plan-browser-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: "/usr/bin/chromium", args: FLAGS, ignoreHTTPSErrors: true, viewport: size, acceptDownloads: true });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = listen(context, address);
  await page.goto(address);
  return {
    page, address,
    get complaints() { return complaints.filter(({ request }) => request === null || !leftBehind(request)).map(({ says }) => says); },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
      server.kill("SIGTERM");
    },
  };
}

function startServer(): Promise<{ readonly server: ChildProcess; readonly address: string }> {
  return new Promise((resolve, reject) => {
    const server = spawn(process.execPath, [path.join(repository, "src/workbench/launch/start.mjs")], { cwd: repository, env: { ...process.env, PORT: "0", BROWSER: "none" }, stdio: ["ignore", "pipe", "pipe"] });
    let words = "";
    const heard = (piece: Buffer): void => {
      words += piece.toString();
      const address = STARTED.exec(words)?.[1];
      if (address !== undefined) resolve({ server, address });
    };
    server.stdout.on("data", heard);
    server.stderr.on("data", heard);
    server.on("exit", (status) => reject(new Error(`The workbench's server ended with status ${status}. ${words}`)));
  });
}

interface Complaint {
  readonly says: string;
  /** The request it is about. */
  readonly request: Request | null;
}

/** Whether the page that asked was closed before the answer came: another workbook was opened while the pane was still loading. */
function leftBehind(request: Request): boolean {
  return request.failure()?.errorText === "net::ERR_ABORTED" && request.frame().isDetached();
}

function listen(context: BrowserContext, address: string): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const add = (says: string, request: Request | null = null): void => { complaints.push({ says, request }); };
  const { origin } = new URL(address);
  const watch = (page: Page): void => {
    page.on("pageerror", (error) => add(`thrown: ${error.message}`));
    page.on("console", (message) => { if (message.type() === "error") add(`logged: ${message.text()}`); });
  };
  context.on("request", (request) => {
    const outside = !request.url().startsWith(origin) && !/^(data|blob|about):/.test(request.url());
    if (outside) add(`asked outside this machine: ${request.url()}`);
  });
  context.on("requestfailed", (request) => add(`unanswered: ${request.url()} ${request.failure()?.errorText ?? ""}`, request));
  context.pages().forEach(watch);
  context.on("page", watch);
  return complaints;
}
