/** A given file with its bytes, read when its turn comes. What is too large is never read. */
import { LARGEST_FILE } from "../../returns/file/largest-file";
import type { SentFile } from "../../returns/file/arrival";
import { bytesOf } from "../base64";
import type { GivenFile } from "./given-file";

export async function sentFile(file: GivenFile): Promise<SentFile> {
  const { name, size } = file;
  if (file.kind === "unread") return { name, size, bytes: null, why: file.why };
  if (size > LARGEST_FILE) return { name, size, bytes: null, why: "too-large" };
  if (file.kind === "bytes") return { name, size, bytes: bytesOf(file.base64) };
  try {
    return { name, size, bytes: await bytesOfBlob(file.blob) };
  } catch (error) {
    // The browser's words differ; the name says whether another program has it open.
    if (!(error instanceof Error || error instanceof DOMException)) throw error;
    return { name, size, bytes: null, why: error.name === "NotReadableError" ? "locked" : "unreadable" };
  }
}

function bytesOfBlob(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsArrayBuffer(blob);
  });
}
