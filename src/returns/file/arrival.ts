/** What comes of reading one file that was sent: a return, or why there is none. Nothing is thrown for what a file holds. */
import type { ReturnDocument } from "../format/return-document";

/** A file as it lies in a folder or was chosen. `bytes` is null where it was not read, since it is too large or could not be opened; `why` says which. */
export interface SentFile {
  readonly name: string;
  readonly size: number;
  readonly bytes: Uint8Array | null;
  readonly why?: "too-large" | "locked" | "unreadable";
}

/** "as-written": every byte is as it was made. "saved-again": another program saved it since, and document and visible cells still agree and hold. */
export type Wholeness = "as-written" | "saved-again";

export interface ReadReturn {
  readonly kind: "read";
  readonly file: string;
  readonly document: ReturnDocument;
  readonly wholeness: Wholeness;
  /** Worth knowing, as sentences: "It was written in format 0.9 and brought to 1.0." */
  readonly notes: readonly string[];
}

/** Permanent and machine-readable. */
export type QuarantineCode =
  | "too-large" | "locked" | "unreadable"
  /** Empty, or cut off on the way. */
  | "truncated"
  /** Bytes are not as we wrote them, though no other program saved it. */
  | "damaged"
  | "not-a-workbook" | "passphrase-needed" | "passphrase-wrong"
  /** A workbook without a machine-readable part: another template, a workbook that was sent in the place of its return, or a sheet deleted. */
  | "not-a-return" | "document-missing"
  | "newer-format" | "not-readable-format"
  /** The document is not as it was sealed. */
  | "document-altered"
  /** A visible cell does not say what the document says. */
  | "cells-altered"
  /** Figures are not those that were signed, or the log is not whole. */
  | "figures-altered" | "log-altered"
  /** Of the set that it came with: `collect/`. */
  | "other-period" | "other-structure" | "organisation-unknown" | "sequence-twice" | "not-signed-off";

export interface Quarantined {
  readonly kind: "quarantined";
  readonly file: string;
  readonly code: QuarantineCode;
  /** What is wrong, with the place where one is known. */
  readonly says: string;
  /** What to do, starting with a verb. */
  readonly fix: string;
  /** Whose it says it is, where that could be read; "" where not. */
  readonly organisation: string;
}

export type Arrival = ReadReturn | Quarantined;
