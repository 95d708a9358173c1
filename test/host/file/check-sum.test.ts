/** The check sum of zip files, held against the published value and Node's own. */
import { gzipSync } from "node:zlib";
import { CheckSum, crc32 } from "../../../src/host/file/package/check-sum";

it("gives the check value that is published for CRC-32", () => {
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
});

it("is the same for a part in pieces of any length as for the whole, and as gzip writes it", () => {
  const whole = Uint8Array.from({ length: 1_003 }, (_, at) => (at * at * 31) >> 3);
  // A gzip file ends in the check sum and the length, four bytes each.
  const packed = gzipSync(whole);
  const wanted = packed.readUInt32LE(packed.length - 8);
  for (const length of [1, 3, 7, 8, 9, 64, 1_003]) {
    const sum = new CheckSum();
    for (let at = 0; at < whole.length; at += length) sum.add(whole.subarray(at, at + length));
    expect([length, sum.value]).toEqual([length, wanted]);
  }
});
