/** Which workbook is open: from disk, dropped, the example or new; saved as a download. What was open stays when a file is bad. */
import * as React from "react";
import type { Step } from "../../host/workbook/steps";
import type { Message } from "./message-line";
import { OpenBook, type BookOptions } from "./open-book";
import type { Progress } from "./progress-cover";
import { wordsOf } from "./use-addin";
import { words } from "./words";

interface Parts {
  readonly options: () => BookOptions;
  readonly say: (message: Message | null) => void;
  readonly setBusy: (busy: string) => void;
  readonly setProgress: (progress: Progress | null) => void;
  /** The page is ready for a first workbook. */
  readonly isReady: boolean;
}

export interface FilesUse {
  readonly book: OpenBook | null;
  /** How many workbooks were opened; each gets a view of its own. */
  readonly openings: number;
  readonly isDragOver: boolean;
  readonly dropping: Pick<React.DOMAttributes<HTMLElement>, "onDragOver" | "onDragLeave" | "onDrop">;
  open(file: File): void;
  openExample(): void;
  startNew(): void;
  save(): void;
}

const EXAMPLE = "/examples/trust-workforce.xlsx";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function useFiles({ options, say, setBusy, setProgress, isReady }: Parts): FilesUse {
  const [{ book, openings }, setOpen] = React.useState<{ readonly book: OpenBook | null; readonly openings: number }>({ book: null, openings: 0 });
  const isWorking = React.useRef(false);
  const [isDragOver, setDragOver] = React.useState(false);
  const put = React.useCallback((next: OpenBook) => setOpen((before) => {
    before.book?.close();
    return { book: next, openings: before.openings + 1 };
  }), []);
  React.useEffect(() => { if (isReady) put(OpenBook.empty(options())); }, [isReady, put]);
  useUnsavedGuard(book);

  const read = async (name: string, bytes: () => Promise<ArrayBuffer>): Promise<void> => {
    let isStopped = false;
    const cancel = (): void => { isStopped = true; };
    const tell = (step: Step | null): void => setProgress({ says: words.opening(name), step, cancel });
    setBusy(words.opening(name));
    tell(null);
    try {
      const next = await OpenBook.from(new Uint8Array(await bytes()), name, options(), tell, () => isStopped);
      if (next === null) return say({ kind: "information", says: words.cancelled(name) });
      put(next);
      say(next.notes.length === 0 ? null : { kind: "information", says: words.carried(next.notes) });
    } catch (problem) {
      say({ kind: "problem", says: words.notOpened(name, wordsForFile(problem)) });
    } finally {
      setBusy("");
      setProgress(null);
    }
  };
  /** One thing at a time: a key may ask for more before the progress covers the page. */
  const alone = async <T,>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    if (isWorking.current) return otherwise;
    isWorking.current = true;
    try { return await work(); } finally { isWorking.current = false; }
  };
  const save = (): Promise<boolean> => (book === null ? Promise.resolve(false) : alone(() => saveBook(book, { say, setBusy, setProgress }), false));
  /** Goes on at once, or asks first when something would be lost. */
  const guarded = (go: () => void): void => (book === null || !book.isChanged ? go() : say(unsaved(book, save, go, say)));
  const open = (file: File): void => {
    if (book !== null && !book.hand.commit()) return;
    guarded(() => { void alone(() => read(file.name, () => file.arrayBuffer()), undefined); });
  };
  return {
    book, openings, isDragOver, open,
    openExample: () => guarded(() => { void alone(() => read("trust-workforce.xlsx", example), undefined); }),
    startNew: () => guarded(() => { say(null); put(OpenBook.empty(options())); }),
    save: () => { void save(); },
    dropping: dropping({ setDragOver, say, open }),
  };
}

/** Downloads the workbook. @returns false when an entry is refused or it cannot be saved; a line says why */
async function saveBook(book: OpenBook, { say, setBusy, setProgress }: Pick<Parts, "say" | "setBusy" | "setProgress">): Promise<boolean> {
  if (!book.hand.commit()) return false;
  const { fileName } = book.workbook;
  let isStopped = false;
  const cancel = (): void => { isStopped = true; };
  const tell = (step: Step | null): void => setProgress({ says: words.saving(fileName), step, cancel });
  setBusy(words.saving(fileName));
  tell(null);
  try {
    const bytes = await book.saved(tell, () => isStopped);
    if (bytes === null) {
      say({ kind: "information", says: words.saveCancelled(fileName) });
      return false;
    }
    download(bytes, fileName);
    say({ kind: "information", says: words.saved(fileName) });
    return true;
  } catch (problem) {
    say({ kind: "problem", says: words.notSavedBecause(wordsForFile(problem)) });
    return false;
  } finally {
    setBusy("");
    setProgress(null);
  }
}

/** The question before changes are lost. */
function unsaved(book: OpenBook, save: () => Promise<boolean>, go: () => void, say: Parts["say"]): Message {
  return {
    kind: "choice", says: words.leave(book.workbook.fileName),
    choices: [
      { label: words.saveFirst, choose: () => { void save().then((isSaved) => { if (isSaved) go(); }); } },
      { label: words.discard, choose: () => { say(null); go(); } },
      { label: words.keep, choose: () => say(null) },
    ],
  };
}

/** A file's own fault has words for the person; anything else is ours, and goes to the console too. */
function wordsForFile(problem: unknown): string {
  if (problem instanceof Error && problem.name === "FileProblem") return problem.message;
  console.error(problem);
  return words.ourFault(wordsOf(problem));
}

async function example(): Promise<ArrayBuffer> {
  const answer = await fetch(EXAMPLE);
  if (!answer.ok) throw new Error(`${EXAMPLE} answered ${answer.status}.`);
  return answer.arrayBuffer();
}

function download(bytes: Uint8Array, fileName: string): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser takes the bytes when it starts the download, which is after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function dropping({ setDragOver, say, open }: { readonly setDragOver: (isOver: boolean) => void; readonly say: (message: Message) => void; readonly open: (file: File) => void }): FilesUse["dropping"] {
  const hasFiles = (event: React.DragEvent): boolean => event.dataTransfer.types.includes("Files");
  return {
    onDragOver: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragOver(true);
    },
    onDragLeave: (event) => { if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setDragOver(false); },
    onDrop: (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragOver(false);
      const [file, ...more] = event.dataTransfer.files;
      if (more.length > 0) say({ kind: "problem", says: words.oneAtATime });
      else if (file !== undefined) open(file);
    },
  };
}

/** Leaving or reloading the page with unsaved changes is asked about by the browser itself. */
function useUnsavedGuard(book: OpenBook | null): void {
  React.useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => { if (book?.isChanged === true) event.preventDefault(); };
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [book]);
}
