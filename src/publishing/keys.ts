/** Keys for signing rule packs: a new pair, and the private half as its file has it. The private half never leaves that file. */
import type { PublicKey, TrustedKey } from "../validation/rule-pack/trust";
import { PublishingProblem } from "./publishing-problem";

const KIND = { name: "ECDSA", namedCurve: "P-256" } as const;
const HASHED = { name: "ECDSA", hash: "SHA-256" } as const;

/** A private key's file: a JWK whose `kid` is the id in keys.json, with its owner beside it. */
export interface PrivateKey extends PublicKey { readonly d: string; readonly kid: string; readonly owner: string }

export interface KeyPair { readonly secret: PrivateKey; readonly entry: TrustedKey }

/** @param owner - the publisher of the packs that it will sign @param from - the first day of issue */
export async function newKey(owner: string, from: string, until: string | null): Promise<KeyPair> {
  const pair = await crypto.subtle.generateKey(KIND, true, ["sign", "verify"]);
  const { x = "", y = "", d = "" } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  const jwk: PublicKey = { kty: "EC", crv: "P-256", x, y };
  const id = `${idFrom(owner)}-${await mark(jwk)}`;
  return { secret: { ...jwk, d, kid: id, owner }, entry: { id, owner, from, until, revoked: null, jwk } };
}

/** @throws PublishingProblem where the file is no such key */
export function privateKeyIn(json: unknown, file: string): PrivateKey {
  const { kty, crv, x, y, d, kid, owner } = (typeof json === "object" && json !== null ? json : {}) as Readonly<Record<string, unknown>>;
  if (kty !== "EC" || crv !== "P-256" || typeof x !== "string" || typeof y !== "string" || typeof d !== "string") throw new PublishingProblem(`${file} is not the private half of a key. Give private.jwk, as new-key writes it.`);
  if (typeof kid !== "string" || typeof owner !== "string") throw new PublishingProblem(`${file} does not say whose key it is: it needs "kid" and "owner", as new-key writes them.`);
  return { kty, crv, x, y, d, kid, owner };
}

/** @returns the signature of the text's UTF-8 bytes, in base64 */
export async function sign({ kty, crv, x, y, d }: PrivateKey, text: string): Promise<string> {
  const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y, d }, KIND, false, ["sign"]);
  return Buffer.from(await crypto.subtle.sign(HASHED, key, new TextEncoder().encode(text))).toString("base64");
}

/** @example idFrom("NHS North West") // => "nhs-north-west" */
const idFrom = (owner: string): string => owner.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** The first signs of the key's thumbprint (RFC 7638), so that two keys of one owner have two ids. */
async function mark({ crv, kty, x, y }: PublicKey): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
  return Buffer.from(digest).toString("hex").slice(0, 8);
}
