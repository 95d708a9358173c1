/** Files inside requests, as base64. */
import { invalidArgument } from "./refusal";

/** @throws Refusal InvalidArgument for text that is no base64; a data address is none either, as Excel finds */
export function bytesFromBase64(text: string): Uint8Array {
  const clean = text.replace(/\s/g, "");
  if (clean === "" || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean) || clean.length % 4 === 1) throw invalidArgument("The file is not in base64.");
  return Uint8Array.from(atob(clean), (character) => character.charCodeAt(0));
}
