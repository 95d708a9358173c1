/** Files that a person takes for a workbook and that are something else: each refused by what it is, with the way to a workbook. */
import { FileProblem } from "./file-problem";
import type { Parts } from "./package/package";

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** As much of a file as tells text from anything else. */
const LOOKED_AT = 4_096;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** Refuses what is told by its first bytes; what may be a zip file passes. @throws FileProblem */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (startsWith(bytes, COMPOUND)) throw compoundProblem(bytes);
  // Excel 2, 3 and 4 wrote no compound files: a worksheet or workbook of theirs starts with its own record.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) <= 8 && bytes[3] === 0) throw new FileProblem("old-format");
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, LOOKED_AT));
  if (start.startsWith("%PDF")) throw new FileProblem("another-document", "a PDF file");
  const text = start.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "").replaceAll("\0", "");
  if (text === "" || !/^[\t\n\f\r\x20-\xff]+$/.test(text) || (start.includes("\0") && !/^(?:\xff\xfe|\xfe\xff)/.test(start))) return;
  if (/urn:schemas-microsoft-com:office:spreadsheet/.test(text)) throw new FileProblem("xml-workbook");
  throw new FileProblem(/<(?:html|table|!doctype html)[\s>]/i.test(text) ? "web-page" : "text-file");
}

/** Old workbooks and encrypted ones are compound files, which hold their streams' names in UTF-16. */
function compoundProblem(bytes: Uint8Array): FileProblem {
  const names = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
  if (names.includes("EncryptedPackage")) return new FileProblem("password-protected");
  // A workbook may hold a letter; what a letter holds of a workbook comes under its own name too, and is rarer.
  if (names.includes("Workbook")) return new FileProblem("old-format");
  if (names.includes("WordDocument")) return new FileProblem("another-document", "a Word document");
  if (names.includes("PowerPoint Document")) return new FileProblem("another-document", "a presentation");
  return new FileProblem(names.includes("Book") ? "old-format" : "not-a-workbook");
}

/** What a zip file without content types is. */
export function otherZip(source: Parts): FileProblem {
  if (source.has("mimetype")) {
    const kind = new TextDecoder("latin1").decode(source.bytes("mimetype").subarray(0, LOOKED_AT));
    if (kind.includes("opendocument.spreadsheet")) return new FileProblem("open-document");
    if (kind.includes("opendocument.")) return new FileProblem("another-document", kind.includes("presentation") ? "a presentation" : "a text document");
  }
  if (source.names.some((name) => name.endsWith(".iwa"))) return new FileProblem("numbers-workbook");
  return new FileProblem("not-a-workbook", "a zip file of something else");
}

/** Other kinds of Office document, by a word of their content type. */
const documents: readonly (readonly [word: string, what: string])[] = [
  ["wordprocessingml", "a Word document"], ["ms-word", "a Word document"], ["presentationml", "a presentation"], ["ms-powerpoint", "a presentation"], ["visio", "a Visio drawing"],
];

/** Why a package's main part is no workbook that is read here, or null. */
export function otherDocument(contentType: string): FileProblem | null {
  if (contentType.includes("sheet.binary")) return new FileProblem("binary-workbook");
  const found = documents.find(([word]) => contentType.includes(word));
  return found === undefined ? null : new FileProblem("another-document", found[1]);
}
