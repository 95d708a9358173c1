/** The characters of XML parts: bytes to text as the part says it is written, text to bytes as UTF-8. */
import { finish, type Steps } from "../../workbook/steps";
import { FileProblem } from "../file-problem";
import { joined } from "./joined";

const ENCODING = /^(<\?xml[^>]*\sencoding\s*=\s*)(["'])([^"']+)\2/;

/** UTF-16 is told by its mark, or by the noughts around the first sign where a writer left the mark out. */
function encodingOf([first, second, third]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0 && third !== 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** The text of an XML part: UTF-8, UTF-16, or what its declaration names. @throws FileProblem damaged or not-supported */
export function decodeXml(bytes: Uint8Array, part: string): string {
  return finish(decodeXmlInSteps(bytes, part));
}

/** Bytes and characters that are turned into each other in one go. */
const STEP = 4_000_000;

/** The same with rests on the way. */
export function* decodeXmlInSteps(bytes: Uint8Array, part: string): Steps<string> {
  const encoding = encodingOf(bytes);
  const declared = encoding === "utf-8" ? ENCODING.exec(String.fromCharCode(...bytes.subarray(0, 120)))?.[3] : undefined;
  const decoder = decoderFor(declared ?? encoding, part);
  const pieces: string[] = [];
  const piece = (at: number): string => {
    try {
      return decoder.decode(bytes.subarray(at, at + STEP), { stream: at + STEP < bytes.length });
    } catch (error) {
      throw new FileProblem("damaged", `${part} holds broken characters`, { cause: error });
    }
  };
  for (let at = 0; at === 0 || at < bytes.length; at += STEP) {
    pieces.push(piece(at));
    if (at + STEP < bytes.length) yield at / bytes.length;
  }
  return pieces.length === 1 ? pieces[0] ?? "" : pieces.join("");
}

function decoderFor(encoding: string, part: string): TextDecoder {
  try {
    // Whoever declares UTF-16 and writes single bytes has UTF-8.
    return new TextDecoder(/^utf-?16/i.test(encoding) && !encoding.endsWith("e") ? "utf-8" : encoding, { fatal: true });
  } catch (error) {
    throw new FileProblem("not-supported", `${part} is written in ${encoding}`, { cause: error });
  }
}

/** The bytes of a part that is written anew: UTF-8, and said to be so. */
export function encodeXml(text: string): Uint8Array {
  return finish(encodeXmlInSteps(text));
}

/** The same with rests on the way. */
export function* encodeXmlInSteps(text: string): Steps<Uint8Array> {
  const said = text.replace(ENCODING, (whole, before: string, quote: string, encoding: string) => (/^utf-?8$/i.test(encoding) ? whole : `${before}${quote}UTF-8${quote}`));
  const encoder = new TextEncoder();
  if (said.length <= STEP) return encoder.encode(said);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < said.length; at = pieceEnd(said, at)) {
    pieces.push(encoder.encode(said.slice(at, pieceEnd(said, at))));
    yield at / said.length;
  }
  return joined(pieces);
}

/** Not between the two halves of one sign. */
function pieceEnd(text: string, from: number): number {
  const end = from + STEP;
  const last = text.charCodeAt(end - 1);
  return end < text.length && last >= 0xd800 && last <= 0xdbff ? end - 1 : end;
}
