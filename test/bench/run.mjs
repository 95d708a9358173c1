// `npm run bench`: how long things take, how much they send, how big they are. Each row against a named alternative measured in the same run; the ratio is what counts,
// since machines differ. A ratio of 0.50 means half of the alternative's time. Counts (syncs, bytes) have budgets; they are tests as well.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ensureBuilt, ensureInstalled, repository } from "../../src/workbench/launch/ensure-built.mjs";
import { median, medians, shown, table } from "./measure.mjs";

const require = createRequire(import.meta.url);
const say = (line) => process.stderr.write(`${line}\n`);
const folder = path.join(repository, "test/output/bench");
const example = path.join(repository, "assets/examples/trust-workforce.xlsx");

await ensureInstalled(say);
await ensureBuilt(say);
mkdirSync(folder, { recursive: true });

/** One job through the headless runner: the steps of its report. */
function job(name, steps, open) {
  const [file, report, save] = ["json", "report.json", "xlsx"].map((ending) => path.join(folder, `${name}.${ending}`));
  writeFileSync(file, JSON.stringify({ profile: { platform: "web", api: "1.14" }, steps }));
  const started = performance.now();
  execFileSync(process.execPath, [path.join(repository, "src/workbench/launch/job.mjs"), "--job", file, "--open", open, "--save", save, "--report", report], { stdio: ["ignore", "ignore", "inherit"] });
  return { steps: JSON.parse(readFileSync(report, "utf8")).steps, ms: performance.now() - started, save };
}

function libreOffice(file) {
  const started = performance.now();
  execFileSync("soffice", [`-env:UserInstallation=file://${path.join(folder, "office-profile")}`, "--headless", "--norestore", "--convert-to", "ods", "--outdir", folder, file], { stdio: "ignore" });
  return performance.now() - started;
}

/** Actions on the workbook of an analyst, with LibreOffice opening and saving the result as the yardstick of this machine. */
function actions() {
  const setUp = { do: "insert-template", with: { structure: "2009", organisationCode: "Q31", organisationName: "North West", period: "2009/10", asAt: "2009-03-31" } };
  const runs = Array.from({ length: 3 }, () => job("actions", [setUp, { do: "fill-example" }, { do: "check" }, { do: "summarise" }], example));
  libreOffice(runs[0].save);
  const yardstick = median(Array.from({ length: 3 }, () => libreOffice(runs[0].save)));
  const budgets = { "insert-template": "4 syncs, 1 MB", check: "2 syncs" };
  return runs[0].steps.map((step, at) => {
    const ms = median(runs.map((run) => run.steps[at].ms));
    return {
      What: step.do, Ours: shown(ms, "ms"), Against: "LibreOffice opens and saves the result", Theirs: shown(yardstick, "ms"), Ratio: (ms / yardstick).toPrecision(2),
      Counts: `${step.syncs} syncs, largest ${shown(step.largestRequestBytes / 1024, "KB")}`, Budget: budgets[step.do] ?? "-",
    };
  });
}

/** Groups of rows one after the other, so that the workbooks of one are let go of before the next. */
async function timed(groups) {
  const lines = [];
  for (const group of groups) {
    for (const row of await group()) lines.push(...(await measured(row)));
  }
  return lines;
}

/** One line for each alternative. */
async function measured({ what, ours, against, runs, warmUps, budget = "-", counts = "-", prepare, done }) {
  await prepare?.();
  const [own, ...others] = await medians([ours, ...against.map(([, work]) => work)], runs, warmUps);
  await done?.();
  say(`${what}: ${shown(own, "ms")}`);
  return against.map(([name], at) => ({ What: what, Ours: shown(own, "ms"), Against: name, Theirs: shown(others[at], "ms"), Ratio: (own / others[at]).toPrecision(2), Counts: counts, Budget: budget }));
}

function sizes() {
  const gzipped = (...parts) => gzipSync(readFileSync(path.join(repository, ...parts))).length / 1024;
  const [pane, fabric] = [gzipped("build/addin/taskpane.js"), gzipped("node_modules/office-ui-fabric-react/dist/office-ui-fabric-react.js")];
  return [{ What: "pane's first JavaScript, gzip", Ours: shown(pane, "KB"), Against: "all of Fabric", Theirs: shown(fabric, "KB"), Ratio: (pane / fabric).toPrecision(2), Counts: "-", Budget: "150 KB" }];
}

/** `npm run bench -- files calculation` measures those parts only. */
const parts = {
  actions, files: () => timed(require("./files.cjs").groups(folder)), calculation: () => timed(require("./calculation.cjs").groups()),
  protocol: () => timed(require("./protocol.cjs").groups()), checks: () => timed(require("./checks.cjs").groups()), audit: () => timed(require("./audit.cjs").groups()), returns: () => timed(require("./returns.cjs").groups(folder)), sizes,
};
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}.`);
const rows = [];
for (const name of asked.length > 0 ? asked : Object.keys(parts)) rows.push(...(await parts[name]()));
console.log(table(rows));
