/** The arithmetic of signatures, by WebCrypto: the same in every browser and in Node. */
import type { Verify } from "../validation/rule-pack/signed-pack";

const KIND = { name: "ECDSA", namedCurve: "P-256" } as const;
const HASHED = { name: "ECDSA", hash: "SHA-256" } as const;

/** @throws where the key itself is no point of the curve, which is a fault of the list of keys */
export const verifySignature: Verify = async (key, signature, text) =>
  crypto.subtle.verify(HASHED, await crypto.subtle.importKey("jwk", { ...key }, KIND, false, ["verify"]), bytesIn(signature), new TextEncoder().encode(text));

function bytesIn(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
