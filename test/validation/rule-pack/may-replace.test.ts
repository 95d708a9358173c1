/** Which pack may take the place of the rules in use: for this template and this return, and never quietly older. */
import { mayReplace, compareVersions, type InUse } from "../../../src/validation/rule-pack/may-replace";
import { parsePack, type RulePack } from "../../../src/validation/rule-pack/pack";
import type { SignedPack } from "../../../src/validation/rule-pack/signed-pack";
import type { TrustedKey } from "../../../src/validation/rule-pack/trust";
import { pack as json } from "./signing";

const key: TrustedKey = { id: "north-west-1", owner: "North West", from: "2009-01-01", until: null, revoked: null, jwk: { kty: "EC", crv: "P-256", x: "", y: "" } };
const written: RulePack = parsePack(json);
const shipped: RulePack = { ...written, name: "Talent Plan rules", version: "1.3.0", publisher: "Talent Plan for Excel" };
const signed = (parts: Partial<RulePack> = {}, canonical = JSON.stringify(parts)): SignedPack => ({ kind: "signed", pack: { ...written, ...parts }, key, canonical });
const inUse = (parts: Partial<InUse> = {}): InUse => ({ shipped, loaded: null, period: "2009/10", ...parts });
const told = (pack: SignedPack, use: InUse = inUse()): readonly string[] => { const may = mayReplace(pack, use); return may.kind === "refused" ? [may.code, may.says] : [may.kind]; };

describe("a pack may be loaded", () => {
  it("in place of the rules that come with the add-in, of another name and whatever its number", () => expect(told(signed({ version: "1.0.0" }))).toEqual(["yes"]));
  it("in place of an older one of the same name", () => expect(told(signed({ version: "1.10.0" }), inUse({ loaded: signed({ version: "1.9.3" }) }))).toEqual(["yes"]));
  it("in place of one of another name", () => expect(told(signed({ version: "1.0.0" }), inUse({ loaded: signed({ name: "South rules", version: "1.9.0" }) }))).toEqual(["yes"]));
  it("again, which changes nothing", () => expect(told(signed({}, "same"), inUse({ loaded: signed({}, "same") }))).toEqual(["again"]));
  it("for the first and for the last period that it is for", () => {
    expect(told(signed({ effective: { from: "2009/10", to: "2009/10" } }))).toEqual(["yes"]);
    expect(told(signed({ effective: { from: "2010/11", to: null } }), inUse({ period: null }))).toEqual(["yes"]);
  });
});

describe("a pack is refused that", () => {
  it("is older than the one in use", () => expect(told(signed({ version: "1.9.3" }), inUse({ loaded: signed({ version: "1.10.0" }) }))).toEqual(["older", "North West rules 1.9.3 is older than 1.10.0, by which this workbook is checked now."]));
  it("has the same version as the one in use and says something else", () => expect(told(signed({}, "one"), inUse({ loaded: signed({}, "other") }))).toEqual(["same-version", "North West rules 1.2.0 is not what this workbook is checked by now, though it has the same version."]));
  it("is older than what comes with the add-in", () => expect(told(signed({ name: "Talent Plan rules", version: "1.2.9" }))).toEqual(["older-than-shipped", "Talent Plan rules 1.2.9 is older than 1.3.0, which comes with the add-in."]));
  it("is for a newer template", () => expect(told(signed({ version: "2.0.0" }))).toEqual(["newer-template", "North West rules 2.0.0 is for a newer template than this add-in makes: its version starts with 2, and rules for this template start with 1."]));
  it("is not in force yet", () => expect(told(signed({ effective: { from: "2010/11", to: null } }))).toEqual(["not-yet-effective", "North West rules 1.2.0 is for returns from 2010/11 on, and this return is for 2009/10."]));
  it("is not in force any more", () => expect(told(signed({ effective: { from: null, to: "2008/09" } }))).toEqual(["no-longer-effective", "North West rules 1.2.0 is for returns up to 2008/09, and this return is for 2009/10."]));
});

describe("versions", () => {
  it("are numbers, part by part", () => expect([["1.9.0", "1.10.0"], ["2.0.0", "1.99.99"], ["1.2.3", "1.2.3"], ["1.2.3", "1.2.4"]].map(([one = "", other = ""]) => compareVersions(one, other))).toEqual([-1, 1, 0, -1]));
});
