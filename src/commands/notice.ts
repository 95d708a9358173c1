/** The ribbon's small dialog: says why a button could not do its work, and closes. */
import { noticeWords } from "./notice-words";

void Office.onReady(() => {
  const words = noticeWords(window.location.search);
  put("title", words.title);
  put("says", words.says);
  put("remedy", words.remedy);
  const close = put("close", words.close);
  close.addEventListener("click", () => Office.context.ui.messageParent("close"));
  close.focus();
});

/** Text only, never markup: the words come in by the page's address. */
function put(id: string, text: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`notice.html has no element "${id}".`);
  element.textContent = text;
  return element;
}
