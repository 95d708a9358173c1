// `npm run golden`: writes the golden files afresh, by the tests that own them. Read the difference before committing it.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { ensureBuilt, ensureInstalled, repository } from "../../src/workbench/launch/ensure-built.mjs";

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const folder = path.join(repository, "test");
const owners = readdirSync(folder, { recursive: true })
  .filter((file) => /\.test\.tsx?$/.test(file) && readFileSync(path.join(folder, file), "utf8").includes("GOLDEN"))
  .map((file) => path.join("test", file));
const jest = path.join(repository, "node_modules", "jest", "bin", "jest.js");
process.exitCode = owners.length === 0 ? 0 : spawnSync(process.execPath, [jest, ...owners], { cwd: repository, stdio: "inherit", env: { ...process.env, GOLDEN: "write" } }).status ?? 1;
