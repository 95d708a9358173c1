/** Bytes as base64, which is how a file travels through an outcome. */

/** Arguments that one call takes. */
const AT_A_TIME = 0x8000;

export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += AT_A_TIME) parts.push(String.fromCharCode(...bytes.subarray(at, at + AT_A_TIME)));
  return btoa(parts.join(""));
}

/** @throws DOMException for what is no base64 */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
