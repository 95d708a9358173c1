/**
 * Passwords of protected sheets and workbooks, as files keep them: SHA with a salt and many rounds (ECMA-376 part 1, 18.2.29 and 18.3.1.85),
 * or the 16 bits of older files. They keep an honest person from a slip; they keep no secret.
 */
import { sha1 } from "@noble/hashes/legacy";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2";

/** The attributes by their names on a sheet: algorithmName, hashValue, saltValue, spinCount, or password for the older form. */
export type PasswordAttributes = Readonly<Record<string, string>>;

type Hash = (bytes: Uint8Array) => Uint8Array;

const SALT_BYTES = 16;
/** Excel's own number of rounds. */
const ROUNDS = 100_000;
/** A file may ask for more than anybody would wait for. */
const MOST_ROUNDS = 10_000_000;
const algorithms: ReadonlyMap<string, Hash> = new Map([["SHA-512", sha512], ["SHA-384", sha384], ["SHA-256", sha256], ["SHA-1", sha1]]);

/** @returns no attributes for the empty password, which is none */
export function hashPassword(password: string): PasswordAttributes {
  if (password === "") return {};
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { algorithmName: "SHA-512", hashValue: toBase64(spun(sha512, salt, password, ROUNDS)), saltValue: toBase64(salt), spinCount: String(ROUNDS) };
}

/** Whether a password is the one that was set. Kept hashes of an algorithm that is not known here fit no password. */
export function isPassword(password: string, kept: PasswordAttributes): boolean {
  const { hashValue, saltValue, password: older } = kept;
  if (hashValue !== undefined) {
    const hash = algorithms.get(kept["algorithmName"] ?? "");
    const rounds = Number(kept["spinCount"] ?? 0);
    if (hash === undefined || !Number.isInteger(rounds) || rounds < 0 || rounds > MOST_ROUNDS) return false;
    return toBase64(spun(hash, fromBase64(saltValue ?? ""), password, rounds)) === hashValue;
  }
  return older === undefined ? password === "" : Number.parseInt(older, 16) === olderHash(password);
}

function spun(hash: Hash, salt: Uint8Array, password: string, rounds: number): Uint8Array {
  const text = new Uint8Array(password.length * 2);
  for (let i = 0; i < password.length; i++) {
    text[2 * i] = password.charCodeAt(i) & 0xff;
    text[2 * i + 1] = password.charCodeAt(i) >> 8;
  }
  let result = hash(joined(salt, text));
  const round = new Uint8Array(result.length + 4);
  const number = new DataView(round.buffer);
  for (let i = 0; i < rounds; i++) {
    round.set(result);
    number.setUint32(result.length, i, true);
    result = hash(round);
  }
  return result;
}

/** The older 16 bits (ECMA-376 part 4, 14.7.1): letters turned into one another from the last to the first. @example olderHash("test") // => 0xCBEB */
export function olderHash(password: string): number {
  let hash = 0;
  for (let i = password.length - 1; i >= 0; i--) hash = turned(hash) ^ password.charCodeAt(i) & 0xff;
  return turned(hash) ^ password.length ^ 0xce4b;
}
const turned = (hash: number): number => ((hash >> 14) & 1) | ((hash << 1) & 0x7fff);

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
