/** Copies of the document that pages read in slices: `getFileAsync`, `getSliceAsync`, `closeAsync`. */
import type { Frame } from "./frame";
import { call, errorNumber, ProtocolRefusal } from "./messages";
import type { CallHandler } from "./wac-host";

/** Excel keeps two copies for an add-in; a third is refused until one is closed. */
const MOST_COPIES = 2;
const COMPRESSED = 1;

interface Copy { readonly owner: Frame; readonly bytes: Uint8Array; readonly sliceSize: number }

export class DocumentCopies {
  private readonly copies = new Map<number, Copy>();
  private nextHandle = 1;

  /** @param fileBytes - the document as a file, as it is now */
  constructor(private readonly fileBytes: () => Uint8Array) {}

  /** The library names fields by their numbers here: file type 0, size of a slice 1, handle 2, number of the slice 3. */
  readonly calls: ReadonlyMap<number, CallHandler> = new Map<number, CallHandler>([
    [call.getDocumentCopy, (owner, data) => this.open(owner, Number(data["0"]), Number(data["1"]))],
    [call.getDocumentCopyChunk, (owner, data) => this.slice(owner, Number(data["2"]), Number(data["3"]))],
    [call.releaseDocumentCopy, (owner, data) => {
      this.copyOf(owner, Number(data["2"]));
      this.copies.delete(Number(data["2"]));
      return {};
    }],
  ]);

  /** A page is gone, and its copies with it. */
  forget(owner: Frame): void { for (const [handle, copy] of this.copies) if (copy.owner === owner) this.copies.delete(handle); }

  /** Excel gives its workbook only as a file; as text or PDF it is refused on the web. */
  private open(owner: Frame, type: number, sliceSize: number): unknown {
    if (type !== COMPRESSED) throw new ProtocolRefusal(errorNumber.fileTypeNotSupported, "");
    if ([...this.copies.values()].filter((copy) => copy.owner === owner).length >= MOST_COPIES) throw new ProtocolRefusal(errorNumber.tooManyCopies, "");
    const handle = this.nextHandle++;
    const bytes = this.fileBytes();
    this.copies.set(handle, { owner, bytes, sliceSize });
    return { 0: handle, 1: bytes.length };
  }

  private slice(owner: Frame, handle: number, index: number): unknown {
    const { bytes, sliceSize } = this.copyOf(owner, handle);
    const slice = bytes.subarray(index * sliceSize, (index + 1) * sliceSize);
    if (index < 0 || slice.length === 0) throw new ProtocolRefusal(errorNumber.indexOutOfRange, "");
    return { 0: [...slice], 1: slice.length };
  }

  private copyOf(owner: Frame, handle: number): Copy {
    const copy = this.copies.get(handle);
    if (copy === undefined || copy.owner !== owner) throw new ProtocolRefusal(errorNumber.internal, `There is no copy ${handle} of the document.`);
    return copy;
  }
}
