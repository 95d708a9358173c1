// What must be there before anything runs: the packages of the lockfile, and a build of the sources as they stand.
// Shared by `npm start`, `npm run job` and the tests. Node's own modules only: it runs before anything is installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");

const BUILT_FROM = ["src", "assets", "manifest.xml", "webpack.config.js", "tsconfig.json", "package-lock.json"];
const MADE = ["addin/taskpane.html", "addin/commands.html", "workbench/workbench.html", "runner/job.js", "publishing/rule-pack.js", "batch/returns.js"];
const stamp = path.join(repository, "build", "built-from.txt");

/**
 * Installs the lockfile's packages when any of them is missing or of another version.
 * @param {(line: string) => void} say - told what takes time
 * @throws Error when npm fails, with npm's own words above it
 */
export async function ensureInstalled(say) {
  const missing = await firstMissingPackage();
  if (missing === null) return;
  say(`Installing the packages (${missing} is missing or of another version). This takes a minute or two.`);
  await run("npm", ["ci", "--no-audit", "--no-fund"], "The packages could not be installed with npm ci.");
}

/** The first package of the lockfile that is not installed in its version, or null. Optional ones depend on the machine and are passed over. */
async function firstMissingPackage() {
  const wanted = JSON.parse(await readFile(path.join(repository, "package-lock.json"), "utf8")).packages;
  const record = path.join(repository, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return "node_modules";
  const installed = JSON.parse(await readFile(record, "utf8")).packages;
  for (const [place, { version, optional, link }] of Object.entries(wanted)) {
    if (place === "" || optional === true || link === true) continue;
    if (installed[place]?.version !== version) return place.replace(/^node_modules\//, "");
  }
  return null;
}

/**
 * Builds when `build/` is missing or was made from other sources. Two callers at once make one build: the second waits for the first.
 * @param {(line: string) => void} say - told what takes time
 * @returns {Promise<string>} the fingerprint of the sources that the build was made from
 */
export async function ensureBuilt(say) {
  const wanted = await fingerprint();
  if (await isBuiltFrom(wanted)) return wanted;
  const release = await takeTurn();
  try {
    if (await isBuiltFrom(wanted)) return wanted;
    say("Building. This takes a minute or two.");
    await rm(stamp, { force: true });
    const webpack = path.join(repository, "node_modules", "webpack", "bin", "webpack.js");
    await run(process.execPath, [webpack, "--mode", "production", "--stats", "errors-only"], "The build failed.");
    await writeFile(stamp, wanted);
    return wanted;
  } finally {
    await release();
  }
}

async function isBuiltFrom(wanted) {
  if (!existsSync(stamp) || !MADE.every((file) => existsSync(path.join(repository, "build", file)))) return false;
  return (await readFile(stamp, "utf8")) === wanted;
}

/** @returns {Promise<string>} one SHA-256 over the names and bytes of everything a build is made from */
async function fingerprint() {
  const hash = createHash("sha256");
  for (const entry of BUILT_FROM) for (const file of await filesUnder(path.join(repository, entry))) hash.update(path.relative(repository, file)).update("\0").update(await readFile(file)).update("\0");
  return hash.digest("hex");
}

async function filesUnder(place) {
  if (!existsSync(place)) return [];
  if ((await stat(place)).isFile()) return [place];
  const found = [];
  for (const entry of (await readdir(place)).sort()) found.push(...(await filesUnder(path.join(place, entry))));
  return found;
}

/** Waits until nobody else is building; a turn left behind by a process that has ended is taken over. */
async function takeTurn() {
  const turn = path.join(repository, ".cache", "building");
  await mkdir(path.dirname(turn), { recursive: true });
  for (;;) {
    try {
      await writeFile(turn, String(process.pid), { flag: "wx" });
      return () => rm(turn, { force: true });
    } catch (problem) {
      if (problem.code !== "EEXIST") throw problem;
    }
    if (!(await isHeld(turn))) await rm(turn, { force: true });
    else await new Promise((resume) => setTimeout(resume, 250));
  }
}

async function isHeld(turn) {
  if (!existsSync(turn)) return false;
  const holder = Number(await readFile(turn, "utf8").catch((problem) => (problem.code === "ENOENT" ? "0" : Promise.reject(problem))));
  const justTaken = holder === 0;
  return justTaken || existsProcess(holder);
}

function existsProcess(id) {
  try {
    process.kill(id, 0);
    return true;
  } catch (problem) {
    return problem.code === "EPERM";
  }
}

/** Runs a command with its output on our standard error, so that standard output stays the caller's. */
function run(command, words, whenItFails) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: repository, stdio: ["ignore", 2, 2], shell: process.platform === "win32" && command === "npm" });
    child.on("error", (cause) => reject(new Error(whenItFails, { cause })));
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${whenItFails} (exit status ${code})`))));
  });
}
