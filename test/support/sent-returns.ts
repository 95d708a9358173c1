/** Files of returns as organisations send them, for actions and for folders. */
import { fileNameOf, writeReturn } from "../../src/returns/file/write-return";
import type { ReturnDocument } from "../../src/returns/format/return-document";

export interface FileGiven { readonly name: string; readonly base64: string }

export async function fileOf(document: ReturnDocument, name = fileNameOf(document.header)): Promise<FileGiven> {
  return { name, base64: Buffer.from(await writeReturn(document)).toString("base64") };
}

export const filesOf = (documents: readonly ReturnDocument[]): Promise<readonly FileGiven[]> => Promise.all(documents.map((document) => fileOf(document)));
