/**
 * A signed rule pack: who made it, and that nobody changed it since. What must hold before a rule of it is judged is decided here; the arithmetic of
 * the signature is given from outside, since this folder knows no browser and no Node.
 */
import { Reader } from "../json-reader";
import { canonicalJson } from "../../domain/canonical-json";
import { PACK_FORMAT, PACK_FORMAT_VERSION, parsePack, type RulePack } from "./pack";
import { refused, type Refused } from "./refusals";
import type { PublicKey, Trust, TrustedKey } from "./trust";

/** The one kind of signature there is, in the words of the file. The value is the 64 bytes r and s (IEEE P1363) in base64, as WebCrypto gives them. */
export const SIGNATURE_KIND = "ECDSA P-256 SHA-256";
const SIGNATURE_VALUE = /^[A-Za-z0-9+/]{86}==$/;
/** Characters of a pack's file. The shipped one has some twenty thousand. */
export const LONGEST_PACK = 500_000;

/**
 * Whether a signature is that of the text's UTF-8 bytes by the holder of the key.
 * @param signature - in base64
 */
export type Verify = (key: PublicKey, signature: string, text: string) => Promise<boolean>;

/** A pack that somebody known has signed, as it came. */
export interface SignedPack {
  readonly kind: "signed";
  readonly pack: RulePack;
  readonly key: TrustedKey;
  /** What was signed: two packs are the same when these are. */
  readonly canonical: string;
}

export interface Signature { readonly algorithm: string; readonly key: string; readonly value: string }

/** A file taken apart, before anybody has looked at who signed it. */
interface Envelope { readonly pack: Reader; readonly signature: Signature; readonly canonical: string }

/** The file of a signed pack: readable JSON, the pack laid out as it was given. */
export const signedFile = (pack: unknown, signature: Signature): string => `${JSON.stringify({ pack, signature }, null, 2)}\n`;

/**
 * Looks at a pack's file in the order in which it can be believed: what it is, who signed it, whether it is unchanged, and only then what it says.
 * Whether it may take the place of the rules in use is another matter (`may-replace.ts`).
 */
export async function openSignedPack(text: string, trust: Trust, verify: Verify): Promise<SignedPack | Refused> {
  const envelope = envelopeIn(text);
  if ("kind" in envelope) return envelope;
  const { signature: { algorithm, key: id, value }, canonical } = envelope;
  if (algorithm !== SIGNATURE_KIND) return refused("other-signature", { found: algorithm, known: SIGNATURE_KIND });
  const key = trust.keys.find((each) => each.id === id);
  if (key === undefined) return refused("unknown-key", { key: id });
  if (key.revoked !== null) return refused("revoked-key", { key: id, owner: key.owner, on: key.revoked.on, why: sentence(key.revoked.why) });
  if (!(await verify(key.jwk, value, canonical))) return refused("tampered", { owner: key.owner });
  return believed(envelope, key, trust);
}

/** What a signed pack says of itself, held against the key. */
function believed({ pack: json, canonical }: Envelope, key: TrustedKey, trust: Trust): SignedPack | Refused {
  const pack = understood(() => parsePack(json.whole()), (why) => refused("not-understood", { owner: key.owner, why }));
  if ("kind" in pack) return pack;
  const { name, version, publisher, issued } = pack;
  if (publisher !== key.owner) return refused("wrong-publisher", { publisher, owner: key.owner });
  if (issued < key.from || (key.until !== null && issued > key.until)) {
    return refused("key-not-valid", { issued, key: key.id, owner: key.owner, span: key.until === null ? `from ${key.from} on` : `from ${key.from} to ${key.until}` });
  }
  const called = trust.withdrawn.find((each) => each.name === name && each.version === version);
  if (called !== undefined) return refused("withdrawn", { name, version, publisher, why: sentence(called.why) });
  return { kind: "signed", pack, key, canonical };
}

function envelopeIn(text: string): Envelope | Refused {
  if (text.length > LONGEST_PACK) return refused("too-large", { most: LONGEST_PACK.toLocaleString("en-GB") });
  const notAPack = (why: string): Refused => refused("not-a-pack", { why });
  const json = understood<{ readonly whole: unknown } | Refused>(() => ({ whole: JSON.parse(text.replace(/^\uFEFF/, "")) as unknown }), () => notAPack("It is not written as JSON."));
  if ("kind" in json) return json;
  const file = new Reader(json.whole, "the file");
  // A pack as its maker writes it, not signed yet, has its parts at the top.
  const pack = file.has("pack") ? file.part("pack") : file;
  const notForUs = formatRefusal(pack);
  if (notForUs !== null) return notForUs;
  if (!file.has("signature")) return refused("unsigned", {});
  return understood(() => {
    file.onlyHas(["pack", "signature"]);
    const signature = file.part("signature");
    signature.onlyHas(["algorithm", "key", "value"]);
    return { pack, signature: { algorithm: signature.words("algorithm"), key: signature.words("key"), value: signature.matching("value", SIGNATURE_VALUE, "64 bytes in base64") }, canonical: canonicalJson(pack.whole()) };
  }, notAPack);
}

/** The format comes before the signature: another format may be signed in another way. */
function formatRefusal(pack: Reader): Refused | null {
  if (!pack.has("format") || pack.part("format").whole() !== PACK_FORMAT) return refused("not-a-pack", { why: `It does not say "format": "${PACK_FORMAT}".` });
  const version = pack.part("formatVersion").whole();
  if (typeof version !== "number" || version <= PACK_FORMAT_VERSION) return null;
  const publisher = pack.has("publisher") && pack.part("publisher").isText() ? pack.words("publisher") : "its publisher";
  return refused("newer-format", { found: String(version), known: String(PACK_FORMAT_VERSION), publisher });
}

/** What comes of reading, or what is made of its SyntaxError. */
function understood<T>(read: () => T, otherwise: (why: string) => Refused): T | Refused {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return otherwise(error.message);
  }
}

/** @example sentence("It was lost") // => "It was lost." */
const sentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`);
