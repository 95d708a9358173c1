// `npm run bench`: how long things take, how much they send, how big they are. Each row against a named alternative measured in the same run; the ratio is what counts,
// since machines differ. A ratio of 0.50 means half of the alternative. Counts (syncs, bytes) have budgets; they are tests as well.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { ensureBuilt, ensureInstalled, repository } from "../../src/workbench/launch/ensure-built.mjs";
import { median, medianMs, shown, table } from "./measure.mjs";

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

async function timed(rows) {
  const lines = [];
  for (const { what, ours, alternative, theirs, runs, budget, counts } of rows) {
    const [own, other] = [await medianMs(runs, ours), await medianMs(runs, theirs)];
    lines.push({ What: what, Ours: shown(own, "ms"), Against: alternative, Theirs: shown(other, "ms"), Ratio: (own / other).toPrecision(2), Counts: counts ?? "-", Budget: budget });
  }
  return lines;
}

function sizes() {
  const gzipped = (...parts) => gzipSync(readFileSync(path.join(repository, ...parts))).length / 1024;
  const [pane, fabric] = [gzipped("build/addin/taskpane.js"), gzipped("node_modules/office-ui-fabric-react/dist/office-ui-fabric-react.js")];
  return [{ What: "pane's first JavaScript, gzip", Ours: shown(pane, "KB"), Against: "all of Fabric", Theirs: shown(fabric, "KB"), Ratio: (pane / fabric).toPrecision(2), Counts: "-", Budget: "150 KB" }];
}

const rows = [...actions(), ...(await timed(await require("./files.cjs").rows())), ...(await timed(require("./rules.cjs").rows())), ...sizes()];
console.log(table(rows));
