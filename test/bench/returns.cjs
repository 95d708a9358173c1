// 500 returns of Core size: read, checked against themselves, collected and consolidated; beside two public libraries that only open the same files. The whole command, from files to a data set
// on the disk, runs in a process of its own, whose largest memory is told.
require("./read-typescript.cjs");
const { execFileSync } = require("node:child_process");
const { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } = require("node:fs");
const path = require("node:path");

const RETURNS = 500;
const repository = path.join(__dirname, "../..");

/** Runs the built command and gives seconds and megabytes. */
function command(from, out) {
  const script = `require(${JSON.stringify(path.join(repository, "build/batch/returns.js"))}).runReturnsCommand(["consolidate", ${JSON.stringify(from)}, "--out", ${JSON.stringify(out)}], { repository: ${JSON.stringify(repository)}, cwd: process.cwd() }).then(() => process.stdout.write("\\nRSS " + process.resourceUsage().maxRSS))`;
  const started = performance.now();
  const output = execFileSync(process.execPath, ["-e", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return { seconds: (performance.now() - started) / 1000, megabytes: Number(/RSS (\d+)/.exec(output)[1]) / 1024 };
}

exports.groups = (folder) => [async () => {
  const { madeReturn } = require("../support/made-returns.ts");
  const { writeReturn } = require("../../src/returns/file/write-return.ts");
  const { readReturn } = require("../../src/returns/file/read-return.ts");
  const { collect } = require("../../src/returns/collect/collect.ts");
  const { supposed } = require("../../src/returns/collect/supposed.ts");
  const { consolidate } = require("../../src/returns/consolidate/consolidate.ts");
  const { shippedPack } = require("../../src/validation/rule-pack/shipped.ts");
  const [from, out] = [path.join(folder, "returns"), path.join(folder, "returns-set")];
  for (const place of [from, out]) { rmSync(place, { recursive: true, force: true }); mkdirSync(place, { recursive: true }); }
  for (let index = 0; index < RETURNS; index += 1) writeFileSync(path.join(from, `${index}.xlsx`), await writeReturn(madeReturn(1, index)));
  const files = readdirSync(from).map((name) => { const bytes = readFileSync(path.join(from, name)); return { name, size: bytes.length, bytes: new Uint8Array(bytes) }; });
  const { seconds, megabytes } = command(from, out);
  const ours = async () => {
    const arrivals = [];
    for (const file of files) arrivals.push(await readReturn(file));
    return consolidate(collect(arrivals, supposed(arrivals, {})), shippedPack).coverage;
  };
  const ExcelJS = require("exceljs");
  const SheetJS = require("@e965/xlsx");
  return [{
    what: `${RETURNS} returns read and consolidated`, budget: "60 s, 1 GB", counts: `as a command ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB; ${Math.round(files[0].size / 1024)} KB a file`, ours,
    against: [
      ["SheetJS opens them", () => { for (const { bytes } of files) SheetJS.read(bytes); }],
      ["ExcelJS opens them", async () => { for (const { bytes } of files) await new ExcelJS.Workbook().xlsx.load(bytes); }],
    ],
    runs: 1, warmUps: 0, done: () => { for (const place of [from, out]) rmSync(place, { recursive: true, force: true }); },
  }];
}];
