/** Whose packs this add-in takes: the public keys that were built into it, and packs that were called back. The README beside this file says how a region adds its own. */
import { Reader } from "../json-reader";
import json from "./keys.json";

/** The public half of an ECDSA key on the curve P-256, as RFC 7517 writes it. */
export interface PublicKey { readonly kty: "EC"; readonly crv: "P-256"; readonly x: string; readonly y: string }

export interface TrustedKey {
  readonly id: string;
  /** Who signs with it. The same words as the publisher of its packs. */
  readonly owner: string;
  /** Packs issued from this day on, as 2026-11-25. */
  readonly from: string;
  /** The last day of issue; null while there is none. */
  readonly until: string | null;
  /** It got into other hands: nothing that it signed is taken, whatever day the pack bears. */
  readonly revoked: { readonly on: string; readonly why: string } | null;
  readonly jwk: PublicKey;
}

/** A pack that was published and must not be used. */
export interface Withdrawn { readonly name: string; readonly version: string; readonly why: string }

export interface Trust { readonly keys: readonly TrustedKey[]; readonly withdrawn: readonly Withdrawn[] }

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const A_DAY = 'a day such as "2026-11-25"';

/** @throws SyntaxError that names the part that is not understood */
export function parseTrust(from: unknown): Trust {
  const trust = new Reader(from, "the list of keys");
  trust.onlyHas(["keys", "withdrawn"]);
  const keys = trust.items("keys").map(keyIn);
  const twice = keys.find(({ id }, index) => keys.findIndex((other) => other.id === id) < index);
  if (twice !== undefined) throw new SyntaxError(`The list of keys has two called ${twice.id}.`);
  return { keys, withdrawn: trust.items("withdrawn").map(withdrawnIn) };
}

function keyIn(key: Reader): TrustedKey {
  key.onlyHas(["id", "owner", "from", "until", "revoked", "jwk"]);
  return {
    id: key.words("id"), owner: key.words("owner"), from: key.matching("from", DAY, A_DAY), until: key.isNull("until") ? null : key.matching("until", DAY, A_DAY),
    revoked: key.isNull("revoked") ? null : { on: key.part("revoked").matching("on", DAY, A_DAY), why: key.part("revoked").words("why") }, jwk: jwkIn(key.part("jwk")),
  };
}

/** @throws SyntaxError also for a private key, which must never be here */
function jwkIn(jwk: Reader): PublicKey {
  jwk.onlyHas(["kty", "crv", "x", "y"]);
  const half = (name: "x" | "y"): string => jwk.matching(name, /^[\w-]{43}$/, "43 letters, digits, - and _");
  return { kty: jwk.oneOf("kty", ["EC"]), crv: jwk.oneOf("crv", ["P-256"]), x: half("x"), y: half("y") };
}

const withdrawnIn = (pack: Reader): Withdrawn => {
  pack.onlyHas(["name", "version", "why"]);
  return { name: pack.words("name"), version: pack.matching("version", /^\d+\.\d+\.\d+$/, 'three numbers such as "1.4.0"'), why: pack.words("why") };
};

/** What was built into this add-in. */
export const builtInTrust: Trust = parseTrust(json);
