/** Copy, cut and paste on the grid, by the browser's own clipboard events, so that no permission is asked for. */
import * as React from "react";
import { readHtmlTable } from "./clipboard-html";
import type { Hand } from "./hand";

export function useClipboard(hand: Hand, place: React.RefObject<HTMLElement>): void {
  // Ctrl+Shift+V pastes values; the browser's event does not tell it from Ctrl+V.
  const isShifted = React.useRef(false);
  React.useEffect(() => {
    const isOurs = (): boolean => {
      const focused = document.activeElement;
      return hand.editing === null && focused !== null && place.current?.contains(focused) === true && !(focused instanceof HTMLTextAreaElement) && !(focused instanceof HTMLInputElement);
    };
    const taken = (isCut: boolean) => (event: ClipboardEvent): void => {
      if (!isOurs()) return;
      event.preventDefault();
      const block = hand.copy(isCut);
      if (block === null) return;
      event.clipboardData?.setData("text/plain", block.text);
      if (block.html !== "") event.clipboardData?.setData("text/html", block.html);
    };
    const [onCopy, onCut] = [taken(false), taken(true)];
    const onPaste = (event: ClipboardEvent): void => {
      if (!isOurs()) return;
      event.preventDefault();
      const text = event.clipboardData?.getData("text/plain") ?? "";
      const table = tableIn(event.clipboardData?.getData("text/html") ?? "");
      if (text !== "" || table !== null) hand.paste(text, { valuesOnly: isShifted.current, table });
    };
    const onKey = (event: KeyboardEvent): void => { isShifted.current = event.shiftKey; };
    document.addEventListener("keydown", onKey, true);
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("keydown", onKey, true);
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
    };
  }, [hand, place]);
}

/** A parsed document runs nothing and fetches nothing. */
function tableIn(html: string): ReturnType<typeof readHtmlTable> {
  return /<table/i.test(html) ? readHtmlTable(new DOMParser().parseFromString(html, "text/html")) : null;
}

/** Pasting from a menu: the browser asks the person first. @returns false when it may not read the clipboard */
export async function pasteFromMenu(hand: Hand, valuesOnly: boolean): Promise<boolean> {
  try {
    const [item] = await navigator.clipboard.read();
    const part = async (type: string): Promise<string> => (item?.types.includes(type) === true ? (await item.getType(type)).text() : "");
    const text = await part("text/plain");
    const table = tableIn(await part("text/html"));
    if (text !== "" || table !== null) hand.paste(text, { valuesOnly, table });
    return true;
  } catch (problem) {
    // The only thing that a browser says here is that it was not allowed.
    if (problem instanceof DOMException) return false;
    throw problem;
  }
}
