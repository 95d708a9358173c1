/** Packs for tests, signed with keys made for them: an owner called North West whose add-in knows its key. */
import { webcrypto } from "node:crypto";
import { canonicalJson } from "../../../src/domain/canonical-json";
import { SIGNATURE_KIND, type Verify } from "../../../src/validation/rule-pack/signed-pack";
import type { PublicKey, Trust, TrustedKey } from "../../../src/validation/rule-pack/trust";
import { verifySignature } from "../../../src/actions/signature";

export interface Signer { readonly id: string; readonly jwk: PublicKey; sign(text: string): Promise<string> }

export async function signer(id: string): Promise<Signer> {
  const pair = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const { x = "", y = "" } = await webcrypto.subtle.exportKey("jwk", pair.publicKey);
  return {
    id, jwk: { kty: "EC", crv: "P-256", x, y },
    sign: async (text) => Buffer.from(await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, Buffer.from(text))).toString("base64"),
  };
}

export const verify: Verify = verifySignature;

/** One that is trusted for 2009 and after. */
export const trusting = ({ id, jwk }: Signer, key: Partial<TrustedKey> = {}, rest: Partial<Trust> = {}): Trust =>
  ({ keys: [{ id, owner: "North West", from: "2009-01-01", until: null, revoked: null, jwk, ...key }], withdrawn: [], ...rest });

export const rule = {
  id: "E734", severity: "must-fix", title: "More vacancies than posts", says: "{key} has {left} vacancies in {right} posts.", fix: "Check both.", source: "North West, letter of 1 May 2009",
  scope: "row", table: "demand", left: "demand.now", operator: "≤", right: "posts", at: "demand.now",
};

export const pack = {
  format: "talent-plan-rule-pack", formatVersion: 1, name: "North West rules", version: "1.2.0", issued: "2009-05-01", publisher: "North West", effective: { from: null, to: null },
  rules: [rule], off: [{ rule: "W48", why: "Choice is wide here by intention." }], notices: [{ rule: "W45", says: "Changes of structure are found too." }],
};

/** A pack's file, signed, before it is written. */
export interface SignedJson { readonly pack: unknown; readonly signature: { readonly algorithm: string; readonly key: string; readonly value: string } }

export const signed = async (by: Signer, json: unknown = pack): Promise<SignedJson> => ({ pack: json, signature: { algorithm: SIGNATURE_KIND, key: by.id, value: await by.sign(canonicalJson(json)) } });
