/** The command of those who publish rule packs, run as a person runs it: a region makes a key, signs a pack, and looks into packs before it publishes or takes one. */
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { outputFolder, repository } from "../support/job";
import { pack, rule } from "../validation/rule-pack/signing";

jest.setTimeout(240_000);

const folder = outputFolder("publishing");
const place = (name: string): string => path.join(folder, name);
const fixture = (name: string): string => path.join(repository, "test/fixtures/rule-packs", name);
const write = (name: string, json: unknown): string => { writeFileSync(place(name), JSON.stringify(json, null, 2)); return place(name); };
const read = (name: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(place(name), "utf8")) as Readonly<Record<string, unknown>>;

interface Ran { readonly status: number | null; readonly output: string; readonly errors: string }

function rulePack(...words: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [path.join(repository, "src/workbench/launch/rule-pack.mjs"), ...words], { cwd: folder, env: { ...process.env, INIT_CWD: folder }, timeout: 220_000 }, (_problem, output, errors) => resolve({ status: child.exitCode, output, errors }));
  });
}

/** Asking for help brings the build up to date. */
beforeAll(async () => { expect((await rulePack("--help")).status).toBe(0); });

describe("a region that publishes rules of its own", () => {
  it("makes a key whose private half only its owner can read, and never writes over one", async () => {
    const made = await rulePack("new-key", "--owner", "North West", "--out", "key", "--from", "2009-01-01", "--until", "2014-12-31");
    expect([made.status, made.errors]).toEqual([0, ""]);
    const entry = read("key/public.json");
    const secret = read("key/private.jwk");
    expect(entry).toEqual({ id: expect.stringMatching(/^north-west-[0-9a-f]{8}$/), owner: "North West", from: "2009-01-01", until: "2014-12-31", revoked: null, jwk: { kty: "EC", crv: "P-256", x: secret["x"], y: secret["y"] } });
    expect(secret).toMatchObject({ kid: entry["id"], owner: "North West", d: expect.any(String) });
    expect(statSync(place("key/private.jwk")).mode & 0o077).toBe(0);
    expect(made.output).not.toContain(String(secret["d"]));
    const again = await rulePack("new-key", "--owner", "North West", "--out", "key");
    expect([again.status, again.errors]).toEqual([2, expect.stringContaining("private.jwk could not be read or written: it is there already, and is not written over.")]);
    expect(read("key/private.jwk")).toEqual(secret);
  });

  it("signs a pack, which its own add-in takes and no other does", async () => {
    write("pack.json", pack);
    const signed = await rulePack("sign", "--pack", "pack.json", "--key", "key/private.jwk", "--out", "signed.json");
    expect([signed.status, signed.errors]).toEqual([0, ""]);
    expect(signed.output).toMatch(/^North West rules 1\.2\.0 is signed with the key north-west-[0-9a-f]{8} of North West: signed\.json\.\nNo add-in knows this key until /);
    expect(read("signed.json")["pack"]).toEqual(pack);
    const elsewhere = await rulePack("check", "signed.json");
    expect([elsewhere.status, elsewhere.output]).toEqual([1, expect.stringContaining("An add-in built from this copy does not take it (unknown-key).")]);
    write("keys.json", { keys: [read("key/public.json")], withdrawn: [] });
    const own = await rulePack("check", "signed.json", "--keys", "keys.json");
    expect([own.status, own.errors]).toEqual([0, ""]);
    expect(own.output).toContain("North West rules 1.2.0, issued on 2009-05-01 by North West, for returns of all periods.");
    expect(own.output).toContain("The signature holds.");
  });

  it("sees which rules differ from those that come with the add-in before anybody is given them", async () => {
    const shipped = JSON.parse(readFileSync(path.join(repository, "src/validation/rule-pack/shipped-pack.json"), "utf8")) as { readonly version: string; readonly rules: readonly Readonly<Record<string, unknown>>[] };
    const [first, second, ...others] = shipped.rules;
    write("changed.json", { ...pack, rules: [{ ...first, severity: "note" }, ...others, { ...rule, right: "2 * postz" }], off: [{ rule: "E03", why: "Under review" }, { rule: "W99", why: "A slip" }] });
    const { status, output } = await rulePack("check", "changed.json");
    expect(status).toBe(1);
    expect(output).toContain("(unsigned)");
    expect(output.slice(output.indexOf("Against "))).toBe([
      `Against Talent Plan rules ${shipped.version}, which comes with the add-in:`, "  Added: 1", "    E734", "  Removed: 1", `    ${String(second?.["id"])}`, "  Changed: 1", `    ${String(first?.["id"])} (severity)`,
      "  Switched off: 2", "    E03: Under review", "    W99: A slip", "  Switched off, but there is no such rule: 1", "    W99", "  Never judged, since the template has no such table, column or measure: 1", "    E734: postz", "  Notices: 1", "    W45: Changes of structure are found too.", "",
    ].join("\n"));
  });

  it("signs nothing that an add-in would not take", async () => {
    write("strange.json", { ...pack, publisher: "South" });
    write("broken.json", { ...pack, rules: [{ ...rule, left: "posts +" }] });
    const strange = await rulePack("sign", "--pack", "strange.json", "--key", "key/private.jwk", "--out", "not-there.json");
    const broken = await rulePack("sign", "--pack", "broken.json", "--key", "key/private.jwk", "--out", "not-there.json");
    expect([strange.status, strange.output]).toEqual([1, expect.stringContaining('Not signed (wrong-publisher). This rule pack says that it is from "South"')]);
    expect([broken.status, broken.output]).toEqual([1, expect.stringMatching(/^Not signed \(not-understood\)\. .*rule E734, left/)]);
    expect(() => statSync(place("not-there.json"))).toThrow("ENOENT");
  });
});

describe("packs that are signed with the product's own key", () => {
  it.each([
    ["trial-1.1.0.json", 0, "An add-in built from this copy takes it."], ["tampered.json", 1, "(tampered)"], ["unsigned.json", 1, "(unsigned)"], ["unknown-key.json", 1, "(unknown-key)"],
  ])("%s: exit status %d", async (name, status, says) => {
    const ran = await rulePack("check", fixture(name));
    expect([ran.status, ran.errors]).toEqual([status, ""]);
    expect(ran.output).toContain(says);
  });
});

describe("the command line", () => {
  beforeAll(() => mkdirSync(place("empty"), { recursive: true }));
  it("tells how it is used", async () => {
    const { status, output } = await rulePack("--help");
    expect(status).toBe(0);
    for (const word of ["new-key --owner NAME --out DIR", "sign --pack pack.json --key private.jwk --out signed.json", "check FILE", "Exit status: 0"]) expect(output).toContain(word);
  });
  it.each([
    [["resign"], '"resign" is not understood. Use new-key, sign or check; --help says more.'],
    [["new-key", "--out", "empty"], "--owner is missing; --help says what goes there."],
    [["new-key", "--owner", "South", "--out", "empty", "--from", "1 May"], '--from is "1 May". Write the day as 2026-11-25.'],
    [["sign", "--pack", "pack.json", "--key", "key/public.json", "--out", "x.json"], "key/public.json is not the private half of a key. Give private.jwk, as new-key writes it."],
    [["sign", "--pack", "nowhere.json", "--key", "key/private.jwk", "--out", "x.json"], "nowhere.json could not be read or written: there is no such file or folder."],
    [["check", "--keys"], "check needs the name of a file after it. --help says more."],
    [["check", "empty"], "empty could not be read or written: that is a folder."],
    [["check", "pack.json", "--keys", "pack.json"], 'pack.json could not be read: In the list of keys: "format" is not known. It can have keys, withdrawn.'],
  ])("of %j ends with status 2 and says why", async (words, says) => {
    const { status, output, errors } = await rulePack(...words);
    expect([status, output, errors.trim()]).toEqual([2, "", says]);
  });
});
