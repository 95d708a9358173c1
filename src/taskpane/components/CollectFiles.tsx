/** Where a person chooses or drops the files of returns. The files are handed on as they are: each is read when its turn comes. */
import * as React from "react";
import { DefaultButton } from "office-ui-fabric-react/lib/Button";
import { TextField } from "office-ui-fabric-react/lib/TextField";
import { region as words } from "../strings";
import type { TaskOptions } from "../state";
import type { Pane } from "../use-pane";

/** The field that the screen's main button opens. */
export const FILES_FIELD = "collect-files";
const FOLDER_FIELD = "collect-folder";
const KINDS = ".xlsx,.xls,.ods,.age,.txt";

export function CollectFiles({ pane, busy }: { readonly pane: Pane; readonly busy: boolean }): React.ReactElement {
  const [passphrase, setPassphrase] = React.useState("");
  const [draftsToo, setDrafts] = React.useState(false);
  const [due, setDue] = React.useState("");
  const [isOver, setOver] = React.useState(false);
  const collect = (files: readonly File[]): void => {
    if (!busy && files.length > 0) pane.perform("consolidate", optionsFor(files, { passphrase, draftsToo, due }));
  };
  const chosen = (field: HTMLInputElement): void => {
    collect(topFiles([...(field.files ?? [])]));
    // The same files can be chosen again.
    field.value = "";
  };
  const dropped = (event: React.DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void filesDropped(event.dataTransfer).then(collect);
  };
  return (
    <section className={isOver ? "collect drop-over" : "collect"} aria-label={words.files} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={dropped}>
      <input id={FILES_FIELD} type="file" multiple accept={KINDS} hidden aria-label={words.files} onChange={(event) => chosen(event.currentTarget)} />
      <input id={FOLDER_FIELD} type="file" hidden aria-label={words.folder} ref={(field) => field?.setAttribute("webkitdirectory", "")} onChange={(event) => chosen(event.currentTarget)} />
      <div className="answers-row">
        <DefaultButton text={words.folder} disabled={busy} allowDisabledFocus onClick={() => document.getElementById(FOLDER_FIELD)?.click()} />
        <span className="quiet">{words.drop}</span>
      </div>
      <details>
        <summary>{words.options}</summary>
        <div className="form">
          <TextField label={words.passphrase} type="password" autoComplete="off" value={passphrase} onChange={(_, value = "") => setPassphrase(value)} />
          <TextField label={words.due} type="date" value={due} onChange={(_, value = "") => setDue(value)} />
          <label className="tick"><input type="checkbox" checked={draftsToo} onChange={(event) => setDrafts(event.currentTarget.checked)} /> {words.drafts}</label>
        </div>
      </details>
    </section>
  );
}

function optionsFor(files: readonly File[], { passphrase, draftsToo, due }: { readonly passphrase: string; readonly draftsToo: boolean; readonly due: string }): TaskOptions {
  const sorted = [...files].sort((one, other) => (one.name < other.name ? -1 : 1));
  return {
    files: sorted.map((file) => ({ name: file.name, size: file.size, file })), draftsToo, ...(passphrase === "" ? {} : { passphrase }), ...(due === "" ? {} : { due }),
  };
}

/** Of a folder its own files, not those in folders inside it, nor what Office puts beside open files. */
const topFiles = (files: readonly File[]): readonly File[] => files.filter(({ name, webkitRelativePath: place }) => !isBelow(place) && !/^(~\$|\.)/.test(name));
/** Not every browser says where in a folder a file lies. */
const isBelow = (place: string | undefined): boolean => (place ?? "").split("/").length > 2;

/** Files that were dropped, and those of folders that were. */
async function filesDropped({ items, files }: DataTransfer): Promise<readonly File[]> {
  const entries = [...items].flatMap((item) => { const entry = item.webkitGetAsEntry(); return entry === null ? [] : [entry]; });
  if (entries.length === 0) return [...files];
  return (await Promise.all(entries.map(filesOf))).flat();
}

async function filesOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (isFile(entry)) return /^(~\$|\.)/.test(entry.name) ? [] : [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  return isFolder(entry) ? (await Promise.all((await entriesOf(entry.createReader())).filter(isFile).map(filesOf))).flat() : [];
}

/** The browser gives a hundred at a time. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))];
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
