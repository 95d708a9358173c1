/** Encryption of a file with a passphrase, in the standard format of age (age-encryption.org/v1), so that others' tools open it too. */
import { strFromU8 } from "fflate";

export const ENCRYPTED_ENDING = ".age";

/** @param passphrase - any text but "" @throws RangeError for an empty one */
export async function encrypted(bytes: Uint8Array, passphrase: string): Promise<Uint8Array> {
  if (passphrase === "") throw new RangeError("A passphrase has at least one sign.");
  const { Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(bytes);
}

const MARK = "age-encryption.org/v1\n";
const ARMOURED = "-----BEGIN AGE ENCRYPTED FILE-----";

/** Whether a file is in that format, as bytes or as text. */
export const isEncrypted = (bytes: Uint8Array): boolean => startsWith(bytes, MARK) || startsWith(bytes, ARMOURED);

const startsWith = (bytes: Uint8Array, text: string): boolean => strFromU8(bytes.subarray(0, text.length), true) === text;

/** "wrong": the passphrase does not fit. "other-key": it is encrypted for a key, so that no passphrase opens it. "damaged": it is not as it was encrypted. */
export type Decryption = { readonly kind: "opened"; readonly bytes: Uint8Array } | { readonly kind: "wrong" | "other-key" | "damaged" };

export async function decrypted(bytes: Uint8Array, passphrase: string): Promise<Decryption> {
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const file = startsWith(bytes, ARMOURED) ? armor.decode(strFromU8(bytes, true)) : bytes;
    if (!strFromU8(file.subarray(0, 200), true).includes("\n-> scrypt ")) return { kind: "other-key" };
    return { kind: "opened", bytes: await decrypter.decrypt(file) };
  } catch (error) {
    // The library says in an Error's words what did not fit; only this one is about the passphrase.
    if (!(error instanceof Error)) throw error;
    return { kind: /no identity matched/.test(error.message) ? "wrong" : "damaged" };
  }
}
