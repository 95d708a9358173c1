/** What the ribbon's small dialog says when a button could not do its work, and how those words travel in its address. */

/** Excel cuts long addresses; a problem's words are never near this. */
const LONGEST = 1200;

export interface NoticeWords { readonly title: string; readonly says: string; readonly remedy: string; readonly close: string }

/** The address of the notice beside the page that asks, with the action's label and what went wrong. */
export function noticeAddress(page: string, label: string, says: string): string {
  const address = new URL("notice.html", page);
  address.search = new URLSearchParams({ action: label, says: says.slice(0, LONGEST) }).toString();
  return address.href;
}

/** The words for the address that opened the notice. Without a problem in it, the page says what Talent Plan is and where help is. */
export function noticeWords(search: string): NoticeWords {
  const asked = new URLSearchParams(search);
  const [action, says] = [asked.get("action"), asked.get("says")];
  if (action === null || says === null) {
    return {
      title: "Talent Plan",
      says: "Talent Plan puts the talent and leadership dashboard and a demand and supply gap analysis into an Excel workbook, checks the figures and makes the summary sheets.",
      remedy: "In Excel, open the Talent Plan tab and choose Set up. Each step in the pane says what it does; nothing already in your workbook is changed.",
      close: "Close",
    };
  }
  return { title: `${action}: not done`, says, remedy: "Choose Set up on the Talent Plan tab to open the pane and see where this workbook stands.", close: "Close" };
}
