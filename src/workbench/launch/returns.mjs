// `npm run --silent returns`: the command for folders of returns, on an up-to-date build. Whatever the set-up says goes to standard error.
import path from "node:path";
import { ensureBuilt, ensureInstalled, repository } from "./ensure-built.mjs";

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const { default: batch } = await import(path.join(repository, "build", "batch", "returns.js"));
process.exitCode = await batch.runReturnsCommand(process.argv.slice(2), { repository, cwd: process.env.INIT_CWD ?? process.cwd() });
