/**
 * The command for those who publish rule packs: makes keys, signs, and says what a pack is. Started by workbench/launch/rule-pack.mjs, which sees to it
 * that the build is up to date. It judges packs by the code that ships.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { verifySignature } from "../actions/signature";
import { canonicalJson } from "../domain/canonical-json";
import { whyUnfit } from "../validation/rule-pack/may-replace";
import { openSignedPack, signedFile, SIGNATURE_KIND, type SignedPack } from "../validation/rule-pack/signed-pack";
import { shippedPack } from "../validation/rule-pack/shipped";
import shipped from "../validation/rule-pack/shipped-pack.json";
import { builtInTrust, parseTrust, type Trust } from "../validation/rule-pack/trust";
import type { Refused } from "../validation/rule-pack/refusals";
import { help, readCommandLine, type Asked } from "./command-line";
import { describePack, slipsIn } from "./describe-pack";
import { newKey, privateKeyIn, sign } from "./keys";
import { PublishingProblem } from "./publishing-problem";

export interface Surroundings {
  /** What file names on the command line are relative to. */
  readonly cwd: string;
  /** As 2026-11-25. */
  readonly today: string;
}

type For<C extends Asked["command"]> = Extract<Asked, { readonly command: C }>;

const print = (text: string): void => { process.stdout.write(`${text}\n`); };

/**
 * Does what the command line says.
 * @param words - without the program's own name
 * @returns the exit status: 0 done or the pack is taken, 1 the pack is not taken, 2 the command or a file could not be read or written
 */
export async function runRulePackCommand(words: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    const asked = readCommandLine(words);
    switch (asked.command) {
      case "help": process.stdout.write(help); return 0;
      case "new-key": await makeKey(asked, surroundings); return 0;
      case "sign": return await signPack(asked, surroundings);
      case "check": return await checkPack(asked, surroundings);
    }
  } catch (problem) {
    const known = problem instanceof PublishingProblem;
    process.stderr.write(`${known ? problem.message : `The command failed, which is a fault of its own. ${problem instanceof Error ? problem.stack ?? problem.message : String(problem)}`}\n`);
    return 2;
  }
}

async function makeKey({ owner, out, from, until }: For<"new-key">, { cwd, today }: Surroundings): Promise<void> {
  const { secret, entry } = await newKey(owner, from ?? today, until);
  const folder = path.resolve(cwd, out);
  await onDisk(() => mkdir(folder, { recursive: true }), out);
  const files = { secret: path.join(folder, "private.jwk"), entry: path.join(folder, "public.json") };
  await writeNew(files.secret, secret, 0o600);
  await writeNew(files.entry, entry, 0o644);
  print(`The key ${entry.id} of ${owner} was made.\n${files.secret} signs packs. Keep it secret.\n${files.entry} goes into the list "keys" of src/validation/rule-pack/keys.json, before you build the add-in.`);
}

async function signPack({ pack: packName, key: keyName, out }: For<"sign">, { cwd }: Surroundings): Promise<number> {
  const key = privateKeyIn(await jsonOf(keyName, cwd), keyName);
  const pack = await jsonOf(packName, cwd);
  const canonical = canonicalOf(pack, packName);
  const text = signedFile(pack, { algorithm: SIGNATURE_KIND, key: key.kid, value: await sign(key, canonical) });
  const { kty, crv, x, y } = key;
  const known = builtInTrust.keys.find(({ id }) => id === key.kid);
  const trust: Trust = { ...builtInTrust, keys: [known ?? { id: key.kid, owner: key.owner, from: "0000-01-01", until: null, revoked: null, jwk: { kty, crv, x, y } }] };
  const opened = await openSignedPack(text, trust, verifySignature);
  if (opened.kind === "refused") {
    print(`Not signed (${opened.code}). ${opened.says}`);
    return 1;
  }
  await onDisk(() => writeFile(path.resolve(cwd, out), text), out);
  print(`${opened.pack.name} ${opened.pack.version} is signed with the key ${key.kid} of ${key.owner}: ${out}.${known === undefined ? `\nNo add-in knows this key until its public.json is in src/validation/rule-pack/keys.json and the add-in is built again.` : ""}`);
  for (const slip of slipsIn(opened.pack)) print(`Never judged, since the template has no such table, column or measure: ${slip}`);
  return 0;
}

async function checkPack({ file, keys }: For<"check">, { cwd }: Surroundings): Promise<number> {
  const trust = keys === null ? builtInTrust : trustIn(await jsonOf(keys, cwd), keys);
  const text = await textOf(file, cwd);
  const signed = await openSignedPack(text, trust, verifySignature);
  const opened: SignedPack | Refused = signed.kind === "signed" ? whyUnfit(signed.pack, shippedPack, null) ?? signed : signed;
  print(describePack(opened, packIn(text), shipped));
  return opened.kind === "signed" ? 0 : 1;
}

/** The pack of a file, signed or not; null where it is no JSON, which looking at its signature says in words. */
function packIn(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof json === "object" && json !== null && "pack" in json ? json.pack : json;
  } catch (problem) {
    if (problem instanceof SyntaxError) return null;
    throw problem;
  }
}

const canonicalOf = (pack: unknown, name: string): string => understood(() => canonicalJson(pack), name);
const trustIn = (json: unknown, name: string): Trust => understood(() => parseTrust(json), name);

async function jsonOf(name: string, cwd: string): Promise<unknown> {
  const text = await textOf(name, cwd);
  return understood(() => JSON.parse(text.replace(/^\uFEFF/, "")) as unknown, name);
}

function understood<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem;
    throw new PublishingProblem(`${name} could not be read: ${problem.message}`, { cause: problem });
  }
}

const textOf = (name: string, cwd: string): Promise<string> => onDisk(() => readFile(path.resolve(cwd, name), "utf8"), name);

const writeNew = (file: string, json: unknown, mode: number): Promise<void> => onDisk(() => writeFile(file, `${JSON.stringify(json, null, 2)}\n`, { flag: "wx", mode }), file);

const DISK_WORDS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder", ENOTDIR: "there is no such folder", EISDIR: "that is a folder", EACCES: "you may not", EPERM: "you may not", EEXIST: "it is there already, and is not written over",
};

async function onDisk<T>(work: () => Promise<T>, name: string): Promise<T> {
  try {
    return await work();
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? String(problem.code) : null;
    if (code === null) throw problem;
    throw new PublishingProblem(`${name} could not be read or written: ${DISK_WORDS[code] ?? `the system says ${code}`}.`, { cause: problem });
  }
}
