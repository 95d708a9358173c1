/** Files as a job or the pane gives them: bytes in base64, a file of the browser that is not read yet, or why it cannot be read. */
import { ActionProblem } from "../action";
import { optionProblem } from "../template-options";

/** `size` in bytes. */
export type GivenFile =
  | { readonly kind: "bytes"; readonly name: string; readonly size: number; readonly base64: string }
  | { readonly kind: "blob"; readonly name: string; readonly size: number; readonly blob: Blob }
  | { readonly kind: "unread"; readonly name: string; readonly size: number; readonly why: "too-large" | "locked" | "unreadable" };

const REASONS = ["too-large", "locked", "unreadable"] as const;

/** @throws ActionProblem naming the option and the file that is not as it should be */
export function filesIn(option: string, given: unknown): readonly GivenFile[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw optionProblem(option, "Give a list of files.");
  return given.map((each: unknown, index) => fileIn(`${option}, file ${index + 1}`, each));
}

/** @throws ActionProblem naming the option */
export function fileIn(option: string, given: unknown): GivenFile {
  if (typeof given !== "object" || given === null) throw optionProblem(option, 'Give {"name": "...", "base64": "..."}.');
  const { name, base64, size, why, file } = given as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || name.trim() === "") throw optionProblem(option, "Give the file's name.");
  if (typeof Blob !== "undefined" && file instanceof Blob) return { kind: "blob", name, size: file.size, blob: file };
  if (typeof base64 === "string") {
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(base64) || base64.length % 4 !== 0) throw optionProblem(option, `${name} is not base64.`);
    return { kind: "bytes", name, size: Math.floor((base64.length * 3) / 4) - (base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0), base64 };
  }
  const reason = REASONS.find((known) => known === why);
  if (reason === undefined) throw optionProblem(option, `${name} has neither "base64" nor "why" it was not read (${REASONS.join(", ")}).`);
  return { kind: "unread", name, size: typeof size === "number" ? size : 0, why: reason };
}

/** What tells one file from another between two attempts at the same work. */
export const keyOf = (file: GivenFile): string => [file.name, file.size, file.kind, file.kind === "bytes" ? `${file.base64.slice(0, 64)}${file.base64.slice(-64)}` : file.kind === "unread" ? file.why : String((file.blob as Blob & { readonly lastModified?: number }).lastModified ?? "")].join("\n");

/** @throws ActionProblem "no-files" */
export function assertSome(files: readonly GivenFile[], says: string): void {
  if (files.length === 0) throw new ActionProblem("no-files", says);
}
