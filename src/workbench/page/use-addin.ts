/** The add-in on the page: its ribbon, its pane, and its functions as they run. */
import * as React from "react";
import { openInIframe } from "../../host/protocol/iframe-page";
import type { Message } from "./message-line";
import type { OpenBook } from "./open-book";
import { readRibbon, type Ribbon, type RibbonButton } from "./ribbon";
import { words } from "./words";

interface Parts {
  readonly say: (message: Message | null) => void;
  readonly setBusy: (busy: string) => void;
}

export interface AddinUse {
  readonly ribbon: Ribbon | null;
  /** The manifest was read, or could not be. */
  readonly isSettled: boolean;
  readonly running: string | null;
  readonly isPaneOpen: boolean;
  closePane(): void;
  /** @param place - where the unseen page of the functions is put @param onDone - the keys go back to the cells, as in Excel */
  press(button: RibbonButton, book: OpenBook, place: HTMLElement | null, onDone: () => void): void;
}

const MANIFEST = "/addin/manifest.xml";

export function useAddin({ say, setBusy }: Parts): AddinUse {
  const [ribbon, setRibbon] = React.useState<Ribbon | null>(null);
  const [isSettled, setSettled] = React.useState(false);
  const [running, setRunning] = React.useState<string | null>(null);
  const [isPaneOpen, openPane] = React.useState(true);
  React.useEffect(() => {
    readManifest().then(setRibbon, (problem: unknown) => say({ kind: "problem", says: words.noAddin(wordsOf(problem)) })).finally(() => setSettled(true));
  }, [say]);
  const run = async (button: RibbonButton, name: string, book: OpenBook, place: HTMLElement): Promise<void> => {
    setRunning(button.id);
    setBusy(words.working(button.label));
    try {
      await book.runFunction(name, button.id, () => openInIframe(book.host.pages, ribbon?.functionPage ?? "", { kind: "commands" }, place).frame);
    } catch (problem) {
      say({ kind: "problem", says: words.notDone(button.label, wordsOf(problem)) });
    } finally {
      setRunning(null);
      setBusy("");
    }
  };
  return {
    ribbon, isSettled, running, isPaneOpen,
    closePane: () => openPane(false),
    press: (button, book, place, onDone) => {
      if (button.action.kind === "pane") {
        openPane(true);
        document.querySelector<HTMLElement>(".pane-page iframe")?.focus();
      } else if (place !== null) void run(button, button.action.name, book, place).then(onDone);
    },
  };
}

async function readManifest(): Promise<Ribbon> {
  const answer = await fetch(MANIFEST);
  if (!answer.ok) throw new Error(`${MANIFEST} answered ${answer.status}.`);
  return readRibbon(await answer.text(), new DOMParser());
}

export const wordsOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));
