// `npm run --silent rule-pack`: the command for those who publish rule packs, on an up-to-date build. Whatever the set-up says goes to standard error.
import path from "node:path";
import { ensureBuilt, ensureInstalled, repository } from "./ensure-built.mjs";

const say = (line) => process.stderr.write(`${line}\n`);
await ensureInstalled(say);
await ensureBuilt(say);
const { default: publishing } = await import(path.join(repository, "build", "publishing", "rule-pack.js"));
process.exitCode = await publishing.runRulePackCommand(process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd(), today: new Date().toISOString().slice(0, 10) });
