/**
 * Unpacks a zip file that may mean harm. The central directory is read first and everything it says is held against the bytes:
 * names, sizes, overlaps, check sums. Nothing is unpacked beyond what was declared.
 */
import { Inflate } from "fflate";
import { FileProblem } from "../file-problem";
import type { FileLimits } from "../limits";

/** A part as it lies in a zip file. */
export interface PackedPart {
  /** 8 for deflated, 0 for stored. */
  readonly method: number;
  readonly crc: number;
  readonly unpacked: number;
  readonly bytes: Uint8Array;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const STEP = 65_536;

/**
 * The parts by name, in the file's own order; folders are left out.
 *
 * @param keep - filled with the parts as they are packed, for a save to take over
 * @throws FileProblem not-a-workbook, damaged, password-protected, suspicious, duplicate-part, unsafe-path or too-big
 */
export function unzip(bytes: Uint8Array, limits: FileLimits, keep?: Map<string, PackedPart>): Map<string, Uint8Array> {
  if (bytes.length > limits.compressedBytes) throw new FileProblem("too-big", `${bytes.length} bytes, at most ${limits.compressedBytes}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, limits);
  refuseUnsafe(entries, limits);
  const parts = new Map<string, Uint8Array>();
  const taken: (readonly [start: number, end: number])[] = [];
  for (const entry of entries) {
    const start = dataStart(view, entry);
    taken.push([entry.at, start + entry.packed]);
    if (entry.name.endsWith("/")) continue;
    const packed = bytes.subarray(start, start + entry.packed);
    parts.set(entry.name, unpack(packed, entry));
    keep?.set(entry.name, { method: entry.method, crc: entry.crc, unpacked: entry.unpacked, bytes: packed });
  }
  refuseOverlaps(taken);
  return parts;
}

function directory(view: DataView, limits: FileLimits): readonly Entry[] {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff || view.getUint32(end + 16, true) === 0xffffffff) throw new FileProblem("not-supported", "a zip file of more than 65,535 parts or 4 GB");
  if (count > limits.parts) throw new FileProblem("too-big", `${count} parts, at most ${limits.parts}`);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY) throw new FileProblem("damaged", "the zip directory is broken");
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new FileProblem("damaged", "the zip directory is cut short");
    entries.push({
      name: partName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true), packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), at: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The end-of-directory record stands last, before a comment of at most 65,535 bytes. */
function endRecord(view: DataView): number {
  if (view.byteLength < 22 || (view.getUint32(0, true) !== LOCAL && view.getUint32(0, true) !== END)) throw new FileProblem("not-a-workbook");
  const first = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  throw new FileProblem("damaged", "the end of the zip file is missing");
}

function partName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\\/g, "/");
}

function refuseUnsafe(entries: readonly Entry[], limits: FileLimits): void {
  const seen = new Set<string>();
  let total = 0;
  for (const { name, encrypted, packed, unpacked } of entries) {
    if (encrypted) throw new FileProblem("password-protected", name);
    if (isUnsafe(name)) throw new FileProblem("unsafe-path", name);
    // Part names are the same without regard to case (OPC 2.2.3).
    const key = name.toLowerCase();
    if (seen.has(key)) throw new FileProblem("duplicate-part", name);
    seen.add(key);
    total += unpacked;
    if (unpacked > limits.ratioFromBytes && unpacked > packed * limits.ratio) throw new FileProblem("suspicious", `${name}: ${packed} bytes unpack to ${unpacked}`);
    if (unpacked > limits.partBytes) throw new FileProblem("too-big", `${name}: ${unpacked} bytes, at most ${limits.partBytes}`);
    if (total > limits.totalBytes) throw new FileProblem("too-big", `all parts together: at most ${limits.totalBytes} bytes`);
  }
}

function isUnsafe(name: string): boolean {
  return name === "" || name.startsWith("/") || /^[A-Za-z]:/.test(name) || name.includes("\0") || name.split("/").some((step) => step === ".." || step === ".");
}

function dataStart(view: DataView, entry: Entry): number {
  const { at, name, packed } = entry;
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== LOCAL) throw new FileProblem("damaged", `${name} is not where the directory says`);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > view.byteLength) throw new FileProblem("damaged", `${name} is cut short`);
  return start;
}

/** Parts that share bytes are how a small file holds a huge one; no program that saves workbooks writes them. */
function refuseOverlaps(taken: (readonly [number, number])[]): void {
  taken.sort(([a], [b]) => a - b);
  let end = 0;
  for (const [start, next] of taken) {
    if (start < end) throw new FileProblem("suspicious", "parts of the zip file overlap");
    end = next;
  }
}

function unpack(packed: Uint8Array, entry: Entry): Uint8Array {
  const out = entry.method === 0 ? packed.slice() : entry.method === 8 ? inflate(packed, entry) : null;
  if (out === null) throw new FileProblem("not-supported", `${entry.name} is packed by method ${entry.method}`);
  if (out.length !== entry.unpacked) throw new FileProblem("suspicious", `${entry.name} says ${entry.unpacked} bytes and holds ${out.length}`);
  if (crc32(out) !== entry.crc) throw new FileProblem("damaged", `the check sum of ${entry.name} does not match`);
  return out;
}

/** Unpacks in steps, so that a part which lies about its size is stopped at the first byte too many. */
function inflate(packed: Uint8Array, { name, unpacked }: Entry): Uint8Array {
  const out = new Uint8Array(unpacked);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > unpacked) throw new FileProblem("suspicious", `${name} holds more than the ${unpacked} bytes it says`);
    out.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += STEP) stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    if (error instanceof FileProblem) throw error;
    throw new FileProblem("damaged", `${name} cannot be unpacked`, { cause: error });
  }
  return out.subarray(0, length);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** The check sum that zip files keep of a part. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
