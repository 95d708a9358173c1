/** Puts text on the clipboard, as far as the frame that Excel gives the pane allows it. */

/** True when it is there. Excel on the web may refuse the newer way, so the older one follows. */
export async function copyText(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  if (navigator.clipboard !== undefined && await navigator.clipboard.writeText(text).then(() => true, () => false)) return true;
  if (field === null || typeof document.execCommand !== "function") return false;
  field.select();
  return document.execCommand("copy");
}
