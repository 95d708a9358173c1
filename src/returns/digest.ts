/** Digests that tell whether anything was changed: SHA-256 over the canonical form. No secret: they show a change, not who made it. */
import { sha256 } from "@noble/hashes/sha2";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils";
import { canonicalJson } from "../domain/canonical-json";
import type { ReturnDocument } from "./format/return-document";

/** @returns 64 hexadecimal digits, the same for the same JSON however it is laid out @throws SyntaxError for what JSON does not have */
export const digestOf = (json: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(json))));

/** What is signed: whose figures they are, for when, and every one of them. */
export function figuresDigest({ header, thresholds, tables }: Pick<ReturnDocument, "thresholds" | "tables"> & { readonly header: SignedHeader }): string {
  const { organisation, structure, period, asAt, demandUnit, nil } = header;
  return digestOf({ header: { organisation, structure, period, asAt, demandUnit, nil }, thresholds, tables });
}

/** The part of the header that a signature covers. */
export type SignedHeader = Pick<ReturnDocument["header"], "organisation" | "structure" | "period" | "asAt" | "demandUnit" | "nil">;

/** A document with its digest, which covers all the rest of it. */
export function sealed(document: Omit<ReturnDocument, "digest">): ReturnDocument {
  return { ...document, digest: digestOf(document) };
}

/** Whether a document is as it was sealed, and its figures as they were signed. */
export function sealHolds({ digest, ...document }: ReturnDocument): boolean {
  return digestOf(document) === digest && figuresDigest(document) === document.figuresDigest;
}
