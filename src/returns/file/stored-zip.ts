/** Zip as returns are written: parts stored as they are, in one order, at one moment, so that the same parts give the same bytes and any changed bit shows. */
import { strFromU8, unzipSync, zipSync } from "fflate";

export type Parts = Readonly<Record<string, Uint8Array>>;

/** A zip holds local times; this is the first moment it can hold, the same in every time zone. */
const NO_DATE = new Date(1980, 0, 1);

/** The parts in the order in which they stand in `parts`. */
export const storedZip = (parts: Parts): Uint8Array => zipSync({ ...parts }, { level: 0, mtime: NO_DATE });

/** The same with its parts squeezed, for what nobody takes apart to the byte. */
export const squeezedZip = (parts: Parts): Uint8Array => zipSync({ ...parts }, { level: 6, mtime: NO_DATE });

/** What a zip says of its parts, without unpacking any. */
export interface PartFacts { readonly name: string; readonly packed: number; readonly unpacked: number; readonly isStored: boolean }

/** @throws Error of the library where the list of parts cannot be read */
export function partFacts(bytes: Uint8Array): readonly PartFacts[] {
  const facts: PartFacts[] = [];
  unzipSync(bytes, { filter: ({ name, size, originalSize, compression }) => { facts.push({ name, packed: size, unpacked: originalSize, isStored: compression === 0 }); return false; } });
  return facts;
}

/** @throws Error of the library where a part cannot be unpacked */
export const unpacked = (bytes: Uint8Array): Parts => unzipSync(bytes);

/**
 * Whether every part is what the zip's list says of it. The library unpacks without looking at the checksums; those of the same parts packed anew tell.
 */
export function areChecksumsRight(bytes: Uint8Array, parts: Parts): boolean {
  const [said, right] = [checksumsIn(bytes), checksumsIn(storedZip(parts))];
  return [...right].every(([name, checksum]) => said.get(name) === checksum);
}

const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** CRC-32 of each part, from the list at the end of a zip (APPNOTE 4.3.12 and 4.3.16). */
function checksumsIn(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end > 0 && view.getUint32(end, true) !== END) end -= 1;
  const found = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const length = view.getUint16(at + 28, true);
    found.set(strFromU8(bytes.subarray(at + 46, at + 46 + length)), view.getUint32(at + 16, true));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

/** Whether a zip is packed as ours are, if not to the byte: most parts stored, and the first at our moment (time and day stand at byte 10). */
export function isPackedAsOurs(bytes: Uint8Array, facts: readonly PartFacts[]): boolean {
  return facts.filter(({ isStored }) => isStored).length * 2 > facts.length && [0, 0, 0x21, 0].every((byte, index) => bytes[10 + index] === byte);
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
