// `npm test`: everything that is proven, in a fresh clone as on a developer's machine. One line a step with its time; the last line is the sum.
// Installs what is missing, builds once, and lets every step work on that one build.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ensureDebianTools } from "../../src/workbench/launch/debian-tools.mjs";
import { ensureBuilt, ensureInstalled, repository } from "../../src/workbench/launch/ensure-built.mjs";
import { judgeSaved } from "./saved-workbooks.mjs";

const output = path.join(repository, "test", "output");
const tool = (...parts) => path.join(repository, "node_modules", ...parts);
const JEST = tool("jest", "bin", "jest.js");

const total = { passed: 0, failed: 0, leftOut: 0 };

/** Runs one step and prints its line. @param work - gives `{ passed, failed, leftOut?, details? }`; what it throws is one failure */
async function step(name, work) {
  const started = performance.now();
  const result = await Promise.resolve().then(work).catch((problem) => ({ passed: 0, failed: 1, details: problem.stack ?? String(problem) }));
  total.passed += result.passed;
  total.failed += result.failed;
  total.leftOut += result.leftOut ?? 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const verdict = result.failed > 0 ? `${result.failed} FAILED` : "ok";
  const left = result.leftOut ? `, ${result.leftOut} left out` : "";
  console.log(`${name.padEnd(24)} ${verdict.padEnd(10)} ${result.passed} passed${left}, ${seconds} s${result.note ? ` (${result.note})` : ""}`);
  if (result.details) console.log(result.details);
  return result.failed === 0;
}

/** Runs a program; its whole output goes to a log beside the results and is given back. */
function run(log, program, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: repository, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => { text += piece; });
    child.on("error", reject);
    child.on("close", (status) => {
      writeFileSync(path.join(output, log), text);
      resolve({ status, text });
    });
  });
}

/** A script of package.json that passes or fails as a whole: one passed, or as many failed as it names errors. */
async function check(script, errorLine) {
  const { status, text } = await run(`${script}.log`, "npm", ["run", "--silent", script]);
  if (status === 0) return { passed: 1, failed: 0 };
  const errors = text.split("\n").filter((line) => errorLine.test(line)).length;
  return { passed: 0, failed: Math.max(1, errors), details: text };
}

/** Tests by jest, counted as jest counts them. A file that cannot be run is a failure; so is a run without a test. */
async function tests(name, words) {
  const file = path.join(output, `${name}.json`);
  rmSync(file, { force: true });
  const { status, text } = await run(`${name}.log`, process.execPath, ["--no-warnings", JEST, "--ci", "--maxWorkers=2", "--json", `--outputFile=${file}`, ...words]);
  if (!existsSync(file)) return { passed: 0, failed: 1, details: text };
  const result = JSON.parse(readFileSync(file, "utf8"));
  const details = result.testResults.filter((suite) => suite.status === "failed").map((suite) => `${path.relative(repository, suite.name)}\n${suite.message}`).join("\n");
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const leftOut = result.numPendingTests + result.numTodoTests;
  if (result.numPassedTests + failed === 0) return { passed: 0, failed: 1, details: `No test was run.\n${text}` };
  return { passed: result.numPassedTests, failed: failed > 0 || status === 0 ? failed : 1, leftOut, details: failed > 0 || status !== 0 ? details || text : "" };
}

/** One SHA-256 over every file of the built add-in. */
function addinFingerprint(folder = path.join(repository, "build", "addin")) {
  const hash = createHash("sha256");
  const walk = (place) => {
    for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const full = path.join(place, entry.name);
      if (entry.isDirectory()) walk(full);
      else hash.update(path.relative(folder, full)).update("\0").update(readFileSync(full));
    }
  };
  walk(folder);
  return hash.digest("hex");
}

const say = (line) => process.stderr.write(`${line}\n`);
const [started, since] = [performance.now(), new Date()];
mkdirSync(output, { recursive: true });
let built = "";
const ready = (await step("packages", async () => { await ensureInstalled(say); return { passed: 0, failed: 0 }; }))
  && (await step("programs", () => { ensureDebianTools(say); return { passed: 0, failed: 0 }; }))
  && (await step("build", async () => {
    await ensureBuilt(say);
    built = addinFingerprint();
    return { passed: 1, failed: 0, note: `add-in ${built.slice(0, 12)}` };
  }));
if (ready) {
  await Promise.all([
    step("types", () => check("types", /error TS/)),
    step("lint", () => check("lint", /^\s+\d+:\d+\s+error/)),
  ]);
  await step("architecture", () => tests("architecture", ["test/architecture"]));
  await step("tests", () => tests("tests", ["--testPathIgnorePatterns", "test/architecture", "test/browser"]));
  await step("browser journey", () => tests("browser", ["test/browser"]));
  await step("saved workbooks", () => judgeSaved(path.join(output, "scenarios"), since.getTime()));
  await step("one build for all", () => {
    const now = addinFingerprint();
    if (now !== built) throw new Error(`The add-in changed while it was tested: ${built.slice(0, 12)} became ${now.slice(0, 12)}.`);
    return { passed: 1, failed: 0 };
  });
}
const minutes = ((performance.now() - started) / 60_000).toFixed(1);
console.log(`${minutes} minutes${total.leftOut > 0 ? `; ${total.leftOut} tests were left out, each says why` : ""}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
