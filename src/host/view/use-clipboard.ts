/** Copy, cut and paste on the grid, by the browser's own clipboard events, so that no permission is asked for. */
import * as React from "react";
import type { Hand } from "./hand";

export function useClipboard(hand: Hand, place: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    const isOurs = (): boolean => {
      const focused = document.activeElement;
      return hand.editing === null && focused !== null && place.current?.contains(focused) === true && !(focused instanceof HTMLTextAreaElement);
    };
    const taken = (isCut: boolean) => (event: ClipboardEvent): void => {
      if (!isOurs()) return;
      event.clipboardData?.setData("text/plain", hand.copy(isCut));
      event.preventDefault();
    };
    const [onCopy, onCut] = [taken(false), taken(true)];
    const onPaste = (event: ClipboardEvent): void => {
      if (!isOurs()) return;
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (text !== "") hand.paste(text);
      event.preventDefault();
    };
    document.addEventListener("copy", onCopy);
    document.addEventListener("cut", onCut);
    document.addEventListener("paste", onPaste);
    return () => {
      document.removeEventListener("copy", onCopy);
      document.removeEventListener("cut", onCut);
      document.removeEventListener("paste", onPaste);
    };
  }, [hand, place]);
}
