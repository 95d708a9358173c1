/** What the page says of what a file holds and it does not show. */
import { words } from "../../../src/workbench/page/words";

describe("the line above a workbook that was opened", () => {
  it.each([
    [["Chart1: a chart sheet, kept and not shown."], "Kept in the file and not shown here: Chart1: a chart sheet."],
    [["Sheet1: notes are kept, not shown.", "Custom document properties are kept and not shown."], "Kept in the file and not shown here: Sheet1: notes; Custom document properties."],
    [["A sensitivity label is kept."], "Kept in the file and not shown here: A sensitivity label is kept."],
  ])("of %j is one sentence", (notes, says) => expect(words.carried(notes)).toBe(says));
});
