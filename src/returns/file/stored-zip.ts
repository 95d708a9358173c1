/** Zip as returns are written: parts stored as they are, in one order, at one moment, so that the same parts give the same bytes and any changed bit shows. */
import { unzipSync, zipSync } from "fflate";

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

/** Whether a zip is packed as ours are, if not to the byte: most parts stored, and the first at our moment (time and day stand at byte 10). */
export function isPackedAsOurs(bytes: Uint8Array, facts: readonly PartFacts[]): boolean {
  return facts.filter(({ isStored }) => isStored).length * 2 > facts.length && [0, 0, 0x21, 0].every((byte, index) => bytes[10 + index] === byte);
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
