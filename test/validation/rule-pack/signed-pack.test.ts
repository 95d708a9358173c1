/** Which packs are believed: only what somebody known has signed, unchanged, in time and not called back. Every refusal says why and what to do. */
import { openSignedPack, type SignedPack } from "../../../src/validation/rule-pack/signed-pack";
import { refusals, type RefusalCode, type Refused } from "../../../src/validation/rule-pack/refusals";
import { parseTrust, type Trust } from "../../../src/validation/rule-pack/trust";
import keys from "../../../src/validation/rule-pack/keys.json";
import { pack, rule, signed, signer, trusting, verify, type SignedJson, type Signer } from "./signing";

let ours: Signer;
let other: Signer;
beforeAll(async () => { [ours, other] = await Promise.all([signer("north-west-1"), signer("south-1")]); });

const open = (file: unknown, trust: Trust = trusting(ours)): Promise<SignedPack | Refused> => openSignedPack(typeof file === "string" ? file : JSON.stringify(file, null, 2), trust, verify);
const changed = async (change: (file: SignedJson) => unknown): Promise<unknown> => change(await signed(ours));
const withPack = async (part: Readonly<Record<string, unknown>>): Promise<SignedJson> => signed(ours, { ...pack, ...part });

describe("a pack that is signed by a key the add-in knows", () => {
  it("is taken, with what it says", async () => {
    const opened = await open(await signed(ours));
    expect(opened).toMatchObject({ kind: "signed", key: { id: "north-west-1", owner: "North West" }, pack: { name: "North West rules", version: "1.2.0", off: [{ rule: "W48" }], rules: [{ id: "E734", code: "E734" }] } });
  });
  it("is taken however the file is laid out since: the signature is of what it says", async () => {
    const file = await signed(ours);
    const reordered = { signature: file.signature, pack: Object.fromEntries(Object.entries(file.pack as object).reverse()) };
    expect((await open(JSON.stringify(reordered))).kind).toBe("signed");
    expect((await open(`\uFEFF${JSON.stringify(file, null, "\t").replaceAll("\n", "\r\n")}`)).kind).toBe("signed");
  });
  it("is taken on the first and the last day of its key", async () => {
    expect((await open(await signed(ours), trusting(ours, { from: "2009-05-01", until: "2009-05-01" }))).kind).toBe("signed");
  });
});

interface RefusedCase { readonly code: RefusalCode; readonly what: string; readonly file: () => Promise<unknown>; readonly trust?: () => Trust; readonly says: string }

const cases: readonly RefusedCase[] = [
  { code: "not-a-pack", what: "a file that is no JSON", file: async () => "PK\u0003\u0004", says: "This file is not a rule pack. It is not written as JSON. Choose the file that the publisher sent, as it came." },
  { code: "not-a-pack", what: "JSON of another kind", file: async () => ({ steps: [] }), says: 'This file is not a rule pack. It does not say "format": "talent-plan-rule-pack". Choose the file that the publisher sent, as it came.' },
  { code: "not-a-pack", what: "a list", file: async () => [1, 2], says: 'This file is not a rule pack. It does not say "format": "talent-plan-rule-pack". Choose the file that the publisher sent, as it came.' },
  { code: "not-a-pack", what: "something beside pack and signature", file: () => changed((file) => ({ ...file, note: "hello" })), says: 'This file is not a rule pack. In the file: "note" is not known. It can have pack, signature. Choose the file that the publisher sent, as it came.' },
  { code: "not-a-pack", what: "a signature that is cut short", file: () => changed(({ signature, ...file }) => ({ ...file, signature: { ...signature, value: "AAAA" } })), says: 'This file is not a rule pack. In the file, signature, value: it is "AAAA"; it should be 64 bytes in base64. Choose the file that the publisher sent, as it came.' },
  { code: "too-large", what: "a file far longer than any pack", file: async () => " ".repeat(500_001), says: "This file has more than 500,000 characters, which no rule pack has. Choose the file that the publisher sent, as it came." },
  { code: "newer-format", what: "a format that is still to come", file: () => withPack({ formatVersion: 2, somethingNew: true }), says: "This rule pack is written for a newer add-in: it is in version 2 of the format, and this add-in reads version 1. Update the add-in, or ask North West for a pack for this one." },
  { code: "unsigned", what: "a pack as its maker writes it", file: async () => pack, says: "This rule pack is not signed, so nobody can tell who made it. Ask its publisher for the signed file." },
  { code: "unsigned", what: "a file that lost its signature", file: async () => ({ pack }), says: "This rule pack is not signed, so nobody can tell who made it. Ask its publisher for the signed file." },
  { code: "other-signature", what: "another kind of signature", file: () => changed(({ signature, ...file }) => ({ ...file, signature: { ...signature, algorithm: "none" } })), says: "This rule pack is signed in a way that this add-in does not know (none). Update the add-in, or ask the publisher to sign it by ECDSA P-256 SHA-256." },
  { code: "unknown-key", what: "a key that was not built in", file: () => signed(other), says: 'This rule pack is signed with the key "south-1", which this add-in does not know, so nobody can tell who made it. Ask whoever looks after the add-in in your organisation whether the key belongs to your region and should be added.' },
  { code: "tampered", what: "a key that goes under the name of a known one", file: async () => signed({ ...other, id: "north-west-1" }), says: "This rule pack was changed after North West signed it. Ask North West for the file again, and do not open and save it on the way." },
  { code: "tampered", what: "one threshold changed after signing", file: () => changed((file) => ({ ...file, pack: { ...pack, rules: [{ ...rule, right: "2 * posts" }] } })), says: "This rule pack was changed after North West signed it. Ask North West for the file again, and do not open and save it on the way." },
  { code: "tampered", what: "one space changed in its words", file: () => changed((file) => ({ ...file, pack: { ...pack, name: "North West  rules" } })), says: "This rule pack was changed after North West signed it. Ask North West for the file again, and do not open and save it on the way." },
  { code: "revoked-key", what: "a key that got into other hands", file: () => signed(ours), trust: () => trusting(ours, { revoked: { on: "2009-06-01", why: "A laptop was stolen" } }), says: 'This rule pack is signed with the key "north-west-1" of North West, which was called back on 2009-06-01: A laptop was stolen. Ask North West for the pack signed with a new key.' },
  { code: "key-not-valid", what: "a pack of before its key", file: () => signed(ours), trust: () => trusting(ours, { from: "2009-05-02" }), says: 'This rule pack was issued on 2009-05-01, and the key "north-west-1" of North West is good for packs issued from 2009-05-02 on. Ask North West for the pack signed with a key that is in use.' },
  { code: "key-not-valid", what: "a key that has run out", file: () => signed(ours), trust: () => trusting(ours, { until: "2009-04-30" }), says: 'This rule pack was issued on 2009-05-01, and the key "north-west-1" of North West is good for packs issued from 2009-01-01 to 2009-04-30. Ask North West for the pack signed with a key that is in use.' },
  { code: "wrong-publisher", what: "a publisher that the key is not of", file: () => withPack({ publisher: "Talent Plan for Excel" }), says: 'This rule pack says that it is from "Talent Plan for Excel", but it is signed with the key of North West. Ask North West whether the pack is theirs.' },
  { code: "withdrawn", what: "a version that was called back", file: () => signed(ours), trust: () => trusting(ours, {}, { withdrawn: [{ name: "North West rules", version: "1.2.0", why: "E734 counts shared posts twice." }] }), says: "North West rules 1.2.0 was called back by its publisher: E734 counts shared posts twice. Ask North West for the version that replaces it." },
];

describe("a pack is refused, with the reason and the remedy", () => {
  it.each(cases)("$code: $what", async ({ code, file, trust, says: expected }) => {
    const opened = await open(await file(), trust?.());
    expect(opened.kind === "refused" ? [opened.code, `${opened.says} ${opened.fix}`] : opened).toEqual([code, expected]);
  });
  it("not-understood: a rule that cannot be read, though it is signed", async () => {
    const opened = await open(await withPack({ rules: [{ ...rule, operator: "roughly" }] }));
    expect(opened).toMatchObject({ code: "not-understood", says: expect.stringMatching(/^This rule pack is signed by North West, but something in it is not right\. In .*rule E734, operator: it is "roughly"; it should be one of /) });
  });
  it("and every change of a single character of what was signed is noticed", async () => {
    const text = JSON.stringify(await signed(ours));
    const places = [...text.slice(0, text.indexOf('"signature"')).matchAll(/[a-z0-9]/gi)].map(({ index }) => index).filter((_, at) => at % 7 === 0);
    const opened = await Promise.all(places.map((at) => open(`${text.slice(0, at)}${text[at] === "z" ? "y" : "z"}${text.slice(at + 1)}`)));
    expect(places.length).toBeGreaterThan(40);
    expect(opened.filter(({ kind }) => kind !== "refused")).toEqual([]);
  });
});

describe("refusals", () => {
  it("start every remedy with a verb and are whole sentences", () => {
    const verbs = ["Ask", "Choose", "Keep", "Load", "Tell", "Update"];
    expect(Object.values(refusals).filter(({ says, fix }) => !verbs.includes(fix.split(" ")[0] ?? "") || !/[.}]$/.test(says) || !fix.endsWith("."))).toEqual([]);
  });
});

describe("the list of keys", () => {
  it("that is built in can be read, and holds public halves only", () => {
    expect(parseTrust(keys).keys.map(({ id, owner }) => [id, owner])).toContainEqual(["talent-plan-2026", "Talent Plan for Excel"]);
    expect(JSON.stringify(keys)).not.toMatch(/"d"/);
  });
  it("is refused a private half", () => {
    const [key] = keys.keys;
    expect(() => parseTrust({ keys: [{ ...key, jwk: { ...key?.jwk, d: "secret" } }], withdrawn: [] })).toThrow('"d" is not known. It can have kty, crv, x, y.');
  });
  it("is refused two keys of one name", () => expect(() => parseTrust({ keys: [keys.keys[0], keys.keys[0]], withdrawn: [] })).toThrow("The list of keys has two called talent-plan-2026."));
});
