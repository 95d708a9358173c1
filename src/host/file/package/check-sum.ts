/** The check sum that zip files keep of a part (CRC-32), worked out piece by piece. */

/** Bytes that are taken together ("slicing by 8"): a fifth of the time of byte by byte. */
const AT_ONCE = 8;

/** Eight tables of 256, one after the other: what a byte comes to after as many more bytes of nought. */
const table = new Int32Array(256 * AT_ONCE);
const after = (noughts: number, byte: number): number => table[256 * noughts + byte] ?? 0;

for (let byte = 0; byte < 256; byte++) {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  table[byte] = value;
}
for (let at = 256; at < table.length; at++) {
  const before = table[at - 256] ?? 0;
  table[at] = after(0, before & 0xff) ^ (before >>> 8);
}

export class CheckSum {
  private crc = -1;

  /** @returns itself */
  add(bytes: Uint8Array): this {
    let { crc } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = 0;
    for (const end = bytes.length - AT_ONCE; at <= end; at += AT_ONCE) {
      const low = view.getInt32(at, true) ^ crc;
      const high = view.getInt32(at + 4, true);
      crc = after(7, low & 0xff) ^ after(6, (low >>> 8) & 0xff) ^ after(5, (low >>> 16) & 0xff) ^ after(4, low >>> 24)
        ^ after(3, high & 0xff) ^ after(2, (high >>> 8) & 0xff) ^ after(1, (high >>> 16) & 0xff) ^ after(0, high >>> 24);
    }
    for (; at < bytes.length; at++) crc = after(0, (crc ^ view.getUint8(at)) & 0xff) ^ (crc >>> 8);
    this.crc = crc;
    return this;
  }

  get value(): number { return (this.crc ^ -1) >>> 0; }
}

/** @example crc32(new TextEncoder().encode("123456789")) // => 0xcbf43926 */
export const crc32 = (bytes: Uint8Array): number => new CheckSum().add(bytes).value;
