// The workbooks that the stories saved, held against the Open XML SDK's validator. Each is judged as the oldest Excel that the product promises reads it, which knows
// least and so forgives least; the fullest one, and everything that the host writes (test/host/file/open-xml.test.ts), as every Excel does.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const program = path.join(path.dirname(fileURLToPath(import.meta.url)), "open-xml-check.mjs");
const OLDEST = "Office2016";
const OTHERS = "Office2019,Office2021,Microsoft365";

async function ask(versions, files) {
  const { stdout } = await promisify(execFile)(process.execPath, [program, versions, ...files], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}

/** Files called saved.xlsx under a folder, written since a time, each content once; the largest first. */
function savedSince(folder, time) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => path.basename(name) === "saved.xlsx").map((name) => path.join(folder, name));
  const fresh = files.filter((file) => statSync(file).mtimeMs >= time).sort((one, other) => statSync(other).size - statSync(one).size);
  return [...new Map(fresh.map((file) => [createHash("sha256").update(readFileSync(file)).digest("hex"), file])).values()];
}

/** @returns `{ passed, failed, details }` as the steps of `npm test` report it */
export async function judgeSaved(folder, since) {
  const files = savedSince(folder, since);
  if (files.length === 0) return { passed: 0, failed: 1, details: `No workbook was saved under ${folder}.` };
  const [one, other] = [0, 1].map((turn) => files.filter((_, index) => index % 2 === turn));
  const answers = (await Promise.all([ask(OLDEST, one), ask(OLDEST, other).then(async (answered) => [...answered, ...(await ask(OTHERS, files.slice(0, 1)))])])).flat();
  const bad = answers.filter(({ problems }) => problems.length > 0);
  return {
    passed: answers.length - bad.length, failed: bad.length,
    details: bad.map(({ file, version, problems }) => `${path.relative(folder, file)} for ${version}:\n  ${problems.slice(0, 10).join("\n  ")}`).join("\n"),
  };
}
