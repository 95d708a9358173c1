/**
 * Unpacks a zip file that may mean harm. The central directory is read first and everything it says is held against the bytes:
 * names, sizes, overlaps, check sums. Nothing is unpacked beyond what was declared.
 */
import { Inflate } from "fflate";
import { FileProblem } from "../file-problem";
import type { FileLimits } from "../limits";
import { between, finish, type Steps } from "../../workbook/steps";
import { CheckSum } from "./check-sum";
import { sameNameKey } from "./part-names";

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
const END_64 = 0x06064b50;
const END_64_PLACE = 0x07064b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Packed bytes that are unpacked in one go; at deflate's best they are 16 MB. */
const STEP = 16_384;
/** Bytes that are copied and summed in one go. */
const STORED_STEP = 4_000_000;
/** What the older fields hold when the figure stands in a field of eight bytes (zip64). */
const ELSEWHERE = 0xffffffff;
const ELSEWHERE_COUNT = 0xffff;

/**
 * The parts by name, in the file's own order; folders are left out.
 *
 * @param keep - filled with the parts as they are packed, for a save to take over
 * @throws FileProblem not-a-workbook, damaged, password-protected, suspicious, duplicate-part, unsafe-path or too-big
 */
export function unzip(bytes: Uint8Array, limits: FileLimits, keep?: Map<string, PackedPart>): Map<string, Uint8Array> {
  return finish(unzipInSteps(bytes, limits, keep));
}

/** The same with rests on the way. */
export function* unzipInSteps(bytes: Uint8Array, limits: FileLimits, keep?: Map<string, PackedPart>): Steps<Map<string, Uint8Array>> {
  if (bytes.length > limits.compressedBytes) throw new FileProblem("too-big", `${bytes.length} bytes, at most ${limits.compressedBytes}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = directory(view, limits);
  refuseUnsafe(entries, limits, bytes.length);
  const starts = entries.map((entry) => dataStart(view, entry));
  refuseOverlaps(entries.map((entry, index) => [entry.at, (starts[index] ?? 0) + entry.packed]));
  const parts = new Map<string, Uint8Array>();
  const all = Math.max(1, entries.reduce((sum, { unpacked }) => sum + unpacked, 0));
  let done = 0;
  for (const [index, entry] of entries.entries()) {
    if (entry.name.endsWith("/")) continue;
    const start = starts[index] ?? 0;
    const packed = bytes.subarray(start, start + entry.packed);
    parts.set(entry.name, yield* between(done / all, (done + entry.unpacked) / all, unpack(packed, entry)));
    keep?.set(entry.name, { method: entry.method, crc: entry.crc, unpacked: entry.unpacked, bytes: packed });
    done += entry.unpacked;
  }
  return parts;
}

function directory(view: DataView, limits: FileLimits): readonly Entry[] {
  const { count, start } = endRecord(view);
  if (count > limits.parts) throw new FileProblem("too-big", `${count} parts, at most ${limits.parts}`);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY) throw new FileProblem("damaged", "the zip directory is broken");
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw new FileProblem("damaged", "the zip directory is cut short");
    const name = partName(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameEnd - at - 46));
    const [unpacked = 0, packed = 0, place = 0] = longFigures(view, name, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)], nameEnd, extraEnd);
    entries.push({ name, unpacked, packed, at: place, method: view.getUint16(at + 10, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1, crc: view.getUint32(at + 16, true) });
    at = next;
  }
  return entries;
}

/** Figures of an entry in their order, those that are too long for the older fields taken from the entry's zip64 field. */
function longFigures(view: DataView, name: string, short: readonly number[], from: number, to: number): readonly number[] {
  if (!short.includes(ELSEWHERE)) return short;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = at + 4 + view.getUint16(at + 2, true);
    let next = at + 4;
    return short.map((figure) => {
      if (figure !== ELSEWHERE) return figure;
      next += 8;
      if (next > end || next > to) throw new FileProblem("damaged", `${name}: the zip directory is cut short`);
      return longNumber(view, next - 8);
    });
  }
  return short;
}

/** More than any file can hold is refused wherever it is used. */
const longNumber = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

interface End { readonly count: number; readonly start: number }

/** The end-of-directory record stands last, before a comment of at most 65,535 bytes, which may hold the record's mark too. */
function endRecord(view: DataView): End {
  if (view.byteLength < 22 || (view.getUint32(0, true) !== LOCAL && view.getUint32(0, true) !== END)) throw new FileProblem("not-a-workbook");
  const last = view.byteLength - 22;
  const found: number[] = [];
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) found.push(at);
  const after = (at: number): number => last - at - view.getUint16(at + 20, true);
  // Some downloads end in a few bytes that belong to nothing.
  const end = found.find((at) => after(at) === 0) ?? found.find((at) => after(at) > 0);
  if (end === undefined) throw new FileProblem("damaged", "the end of the zip file is missing");
  return longEnd(view, end);
}

/** The record's figures, or those of the zip64 record that stands before it. */
function longEnd(view: DataView, at: number): End {
  const short = { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  if (short.count !== ELSEWHERE_COUNT && short.start !== ELSEWHERE) return short;
  if (at < 20 || view.getUint32(at - 20, true) !== END_64_PLACE) return short;
  const place = longNumber(view, at - 12);
  if (place + 56 > at || view.getUint32(place, true) !== END_64) throw new FileProblem("damaged", "the end of the zip file is missing");
  return { count: longNumber(view, place + 32), start: longNumber(view, place + 48) };
}

function partName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\\/g, "/");
}

function refuseUnsafe(entries: readonly Entry[], limits: FileLimits, fileBytes: number): void {
  const seen = new Set<string>();
  let total = 0;
  for (const { name, encrypted, packed, unpacked } of entries) {
    if (encrypted) throw new FileProblem("password-protected", name);
    if (isUnsafe(name)) throw new FileProblem("unsafe-path", name);
    const key = sameNameKey(name);
    if (seen.has(key)) throw new FileProblem("duplicate-part", name);
    seen.add(key);
    total += unpacked;
    if (unpacked > limits.ratioFromBytes && unpacked > packed * limits.ratio) throw new FileProblem("suspicious", `${name}: ${packed} bytes unpack to ${unpacked}`);
    if (unpacked > limits.partBytes) throw new FileProblem("too-big", `${name}: ${unpacked} bytes, at most ${limits.partBytes}`);
    if (total > limits.totalBytes) throw new FileProblem("too-big", `all parts together: at most ${limits.totalBytes} bytes`);
  }
  if (total > limits.ratioFromBytes && total > fileBytes * limits.ratio) throw new FileProblem("suspicious", `${fileBytes} bytes unpack to ${total}`);
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
function refuseOverlaps(taken: readonly (readonly [start: number, end: number])[]): void {
  let end = 0;
  for (const [start, next] of [...taken].sort(([a], [b]) => a - b)) {
    if (start < end) throw new FileProblem("suspicious", "parts of the zip file overlap");
    end = next;
  }
}

function* unpack(packed: Uint8Array, entry: Entry): Steps<Uint8Array> {
  const sum = new CheckSum();
  const out = entry.method === 0 ? yield* copy(packed, sum) : entry.method === 8 ? yield* inflate(packed, entry, sum) : null;
  if (out === null) throw new FileProblem("not-supported", `${entry.name} is packed by method ${entry.method}`);
  if (out.length !== entry.unpacked) throw new FileProblem("suspicious", `${entry.name} says ${entry.unpacked} bytes and holds ${out.length}`);
  if (sum.value !== entry.crc) throw new FileProblem("damaged", `the check sum of ${entry.name} does not match`);
  return out;
}

function* copy(stored: Uint8Array, sum: CheckSum): Steps<Uint8Array> {
  for (let at = 0; at < stored.length; at += STORED_STEP) {
    sum.add(stored.subarray(at, at + STORED_STEP));
    yield at / stored.length;
  }
  return stored.slice();
}

/** Unpacks in steps, so that a part which lies about its size is stopped at the first byte too many. */
function* inflate(packed: Uint8Array, { name, unpacked }: Entry, sum: CheckSum): Steps<Uint8Array> {
  const out = new Uint8Array(unpacked);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > unpacked) throw new FileProblem("suspicious", `${name} holds more than the ${unpacked} bytes it says`);
    out.set(chunk, length);
    sum.add(chunk);
    length += chunk.length;
  });
  for (let at = 0; at < packed.length; at += STEP) {
    try {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
    } catch (error) {
      if (error instanceof FileProblem) throw error;
      throw new FileProblem("damaged", `${name} cannot be unpacked`, { cause: error });
    }
    yield at / packed.length;
  }
  return out.subarray(0, length);
}
