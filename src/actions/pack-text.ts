/** A rule pack or a return as the short text that a workbook keeps: squeezed, in letters that need no care anywhere. */
import { LONGEST_PACK } from "../validation/rule-pack/signed-pack";

/** Squeezed by "deflate-raw"; the other mark is for an Excel too old to squeeze. */
const SQUEEZED = "z:";
const PLAIN = "t:";

/** @returns letters, digits and "+", "/", "=", ":" only, a quarter of the length or less */
export async function packedText(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  if (typeof CompressionStream === "undefined") return PLAIN + base64Of(bytes);
  return SQUEEZED + base64Of(await through(bytes, new CompressionStream("deflate-raw"), Infinity));
}

/**
 * @param longest - characters; what is longer is not what it says it is, however small it was squeezed
 * @returns the text, or null where it is not whole or this Excel cannot unpack it
 */
export async function unpackedText(packed: string, longest = LONGEST_PACK): Promise<string | null> {
  const bytes = /^[zt]:[A-Za-z0-9+/]+={0,2}$/.test(packed) ? bytesOf(packed.slice(2)) : null;
  if (bytes === null || (packed.startsWith(SQUEEZED) && typeof DecompressionStream === "undefined")) return null;
  const whole = packed.startsWith(PLAIN) ? bytes : await unsqueezed(bytes, longest);
  return whole === null ? null : new TextDecoder().decode(whole);
}

async function unsqueezed(bytes: Uint8Array<ArrayBuffer>, longest: number): Promise<Uint8Array | null> {
  try {
    // A character has at most four bytes.
    return await through(bytes, new DecompressionStream("deflate-raw"), longest * 4);
  } catch {
    // Nothing but the stream can fail here, and nothing fails it but what it is given. Its words for that differ from browser to browser.
    return null;
  }
}

/** @throws RangeError where more comes out than may */
async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, most: number): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // A fault in what is written is told at both ends; the reader tells it.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const reader = stream.readable.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) throw new RangeError("There is more in it than there may be.");
    parts.push(part.value);
  }
  await written;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) { whole.set(part, at); at += part.length; }
  return whole;
}

/** In portions: a call takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** @returns null where it is not base64 */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | null {
  if (base64.length % 4 !== 0) return null;
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
