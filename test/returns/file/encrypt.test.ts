/** A return can be sent encrypted; only the passphrase opens it, and nobody can change it unseen. */
import { Encrypter, generateIdentity, identityToRecipient, armor } from "age-encryption";
import { strFromU8, strToU8 } from "fflate";
import { encrypted, isEncrypted } from "../../../src/returns/file/encrypt";
import { readReturn } from "../../../src/returns/file/read-return";
import { writeReturn } from "../../../src/returns/file/write-return";
import { madeReturn } from "../../support/made-returns";
import { sent } from "../../support/return-files";

const PASSPHRASE = "correct horse battery staple";

describe("an encrypted return", () => {
  const document = madeReturn(51, 0, { header: { nil: { reason: "None" } } });
  const file = writeReturn(document).then((bytes) => encrypted(bytes, PASSPHRASE));

  it("is told from others by its start", async () => expect([isEncrypted(await file), isEncrypted(await writeReturn(document)), isEncrypted(new Uint8Array())]).toEqual([true, false, false]));
  it("is read with its passphrase, as it was written", async () => {
    expect(await readReturn(sent(await file, "a.xlsx.age"), { passphrase: PASSPHRASE })).toEqual({ kind: "read", file: "a.xlsx.age", document, wholeness: "as-written", notes: [] });
  });
  it("is not read with another", async () => {
    expect(await readReturn(sent(await file), { passphrase: "Correct horse battery staple" })).toMatchObject({ kind: "quarantined", code: "passphrase-wrong", says: "The passphrase does not open the file." });
  });
  it.each([
    { what: "changed in its middle", spoilt: (bytes: Uint8Array) => bytes.map((byte, index) => (index === 2000 ? byte ^ 1 : byte)) },
    { what: "changed in the check of its header", spoilt: (bytes: Uint8Array) => bytes.map((byte, index) => (index === strFromU8(bytes, true).indexOf("\n--- ") + 9 ? byte ^ 1 : byte)) },
  ])("that was $what is damaged, not read", async ({ spoilt }) => {
    expect(await readReturn(sent(spoilt(await file)), { passphrase: PASSPHRASE })).toMatchObject({ kind: "quarantined", code: "damaged" });
  });
  it("is read as text too, as e-mail programs send it", async () => {
    expect(await readReturn(sent(strToU8(armor.encode(await file))), { passphrase: PASSPHRASE })).toMatchObject({ kind: "read", wholeness: "as-written" });
  });
  it("that was encrypted for a key is said to be so", async () => {
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(await generateIdentity()));
    expect(await readReturn(sent(await encrypter.encrypt(strToU8("hello"))), { passphrase: "a" })).toMatchObject({ kind: "quarantined", code: "unreadable", says: "The file is encrypted for a key, not with a passphrase." });
  });
  it("cannot be made with an empty passphrase", () => expect(encrypted(strToU8("hello"), "")).rejects.toThrow(RangeError));
});
