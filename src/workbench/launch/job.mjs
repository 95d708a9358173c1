// `npm run --silent job`: the headless runner on an up-to-date build. Standard output is the runner's own; whatever the set-up says goes to standard error.
import path from "node:path";
import { ensureBuilt, ensureInstalled, repository } from "./ensure-built.mjs";

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const { default: runner } = await import(path.join(repository, "build", "runner", "job.js"));
process.exitCode = await runner.runJobCommand(process.argv.slice(2), { repository, cwd: process.env.INIT_CWD ?? process.cwd() });
