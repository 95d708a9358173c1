/** The workbench: what is open, what the person asks of it, and what is said back. */
import * as React from "react";
import { AboutPanel, useOpenResults } from "./about-panel";
import type { ProfileName } from "../../host/objects/profile";
import { useHand } from "../../host/view/use-hand";
import { WorkbookView } from "../../host/view/workbook-view";
import { MessageLine, type Message } from "./message-line";
import { type OpenBook, type BookOptions } from "./open-book";
import { notExcel } from "./not-excel";
import { PaneColumn } from "./pane-column";
import { ProgressCover, type Progress } from "./progress-cover";
import { TopBar } from "./top-bar";
import { useAddin } from "./use-addin";
import { useFiles } from "./use-files";
import { usePageKeys } from "./use-page-keys";
import { words } from "./words";

export function App(): JSX.Element {
  const [message, say] = React.useState<Message | null>({ kind: "information", says: words.welcome });
  const [busy, setBusy] = React.useState("");
  const [progress, setProgress] = React.useState<Progress | null>(null);
  const [, again] = React.useState(0);
  const [excel, chooseExcel] = React.useState<ProfileName>("web");
  const saving = React.useRef<() => void>(() => undefined);
  const dialogs = React.useRef<HTMLDivElement>(null);
  const column = React.useRef<HTMLDivElement>(null);
  const focusGrid = React.useCallback(() => column.current?.querySelector<HTMLElement>("canvas[tabindex]")?.focus({ preventScroll: true }), []);
  const addin = useAddin({ say, setBusy });
  const options = React.useCallback((): BookOptions => {
    if (dialogs.current === null) throw new Error("The page is not drawn yet.");
    return {
      addinName: addin.ribbon?.addinName ?? "Add-in", excel, controls: { tabs: addin.ribbon === null ? [] : [addin.ribbon.tabId], buttons: addin.ribbon?.buttons.map(({ id }) => id) ?? [] }, dialogs: dialogs.current, onLeavePage: focusGrid,
      onAddress: openOutside, onSave: () => saving.current(),
      onProblem: (problem) => say({ kind: "problem", says: problem.message }), onChange: () => {
        again((count) => count + 1);
        // The welcome has done its work once something is in the workbook.
        say((before) => (before?.says === words.welcome ? null : before));
      },
    };
  }, [addin.ribbon, excel, focusGrid]);
  const files = useFiles({ options, say, setBusy, setProgress, isReady: addin.isSettled });
  saving.current = files.save;
  return (
    <div className="app">
      {files.book === null ? null : <OpenDesk key={files.openings} book={files.book} files={files} addin={addin} excel={excel} chooseExcel={chooseExcel} message={message} say={say} busy={busy} column={column} focusGrid={focusGrid} />}
      <ProgressCover progress={progress} />
      <div ref={dialogs} className="dialogs" role="dialog" aria-label={addin.ribbon?.addinName ?? words.title} />
    </div>
  );
}

function openOutside(address: string): void { window.open(address, "_blank", "noopener"); }

interface DeskProps {
  readonly book: OpenBook;
  readonly files: ReturnType<typeof useFiles>;
  readonly addin: ReturnType<typeof useAddin>;
  readonly excel: ProfileName;
  readonly chooseExcel: (name: ProfileName) => void;
  readonly message: Message | null;
  readonly say: (message: Message | null) => void;
  readonly busy: string;
  readonly column: React.RefObject<HTMLDivElement>;
  readonly focusGrid: () => void;
}

function OpenDesk({ book, files, addin, excel, chooseExcel, message, say, busy, column, focusGrid }: DeskProps): JSX.Element {
  const { hand } = book;
  useHand(hand);
  const chooser = React.useRef<HTMLInputElement>(null);
  const functions = React.useRef<HTMLDivElement>(null);
  const [isAboutOpen, openAbout] = React.useState(false);
  const results = useOpenResults(book);
  usePageKeys({ onOpen: () => chooser.current?.click(), onSave: files.save, focusGrid });
  // Whatever is asked for from outside the cells ends the edit first, as in Excel; a refused entry keeps the person there.
  const afterEdit = (work: () => void) => (): void => { if (hand.commit()) work(); };
  const { ribbon } = addin;
  return (
    <>
      <TopBar
        fileName={book.workbook.fileName} isChanged={book.isChanged} canUndo={hand.canUndo} canRedo={hand.canRedo} ribbon={ribbon} state={book.ribbon} running={addin.running} chooserRef={chooser}
        onOpen={files.open} onExample={afterEdit(files.openExample)} onNew={afterEdit(files.startNew)} onSave={files.save}
        onUndo={afterEdit(() => hand.undo())} onRedo={afterEdit(() => hand.redo())}
        onButton={(button) => { if (hand.commit()) addin.press(button, book, functions.current, focusGrid); }}
      />
      <main className="stage" {...files.dropping}>
        <MessageLine message={message} onClose={() => { say(null); focusGrid(); }} />
        <div className="desk">
          <div ref={column} className="book-column">
            {book.workbook.front === null ? <p className="no-cells">{words.noCells}</p> : <WorkbookView hand={hand} highlightsOf={book.highlightsOf} busy={busy} aside={<AboutButtons count={results.length} isOpen={isAboutOpen} onToggle={() => openAbout(!isAboutOpen)} />} onOutside={openOutside} />}
            {isAboutOpen ? <AboutPanel book={book} excel={excel} onExcel={chooseExcel} results={results} onClose={() => { openAbout(false); focusGrid(); }} /> : null}
            {files.isDragOver ? <div className="drop-cover">{words.dropHere}</div> : null}
          </div>
          {ribbon !== null && addin.isPaneOpen ? <PaneColumn book={book} title={ribbon.addinName} page={ribbon.panePage} onClose={() => { addin.closePane(); focusGrid(); }} /> : null}
        </div>
      </main>
      <div ref={functions} className="function-page" aria-hidden="true" />
    </>
  );
}

/** In the status line: that this is not Excel, and how many results are not worked out. Either opens the list. */
function AboutButtons({ count, isOpen, onToggle }: { readonly count: number; readonly isOpen: boolean; readonly onToggle: () => void }): JSX.Element {
  return (
    <span className="about-buttons">
      {count === 0 ? null : <button type="button" className="open-results" aria-expanded={isOpen} onClick={onToggle}>{words.openResults(count)}</button>}
      <button type="button" aria-expanded={isOpen} onClick={onToggle}>{notExcel.line}</button>
    </span>
  );
}
