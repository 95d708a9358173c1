/** Tables on the clipboard: as other programs hand them over, and as they are handed ours. */
import { JSDOM } from "jsdom";
import { readHtmlTable, toHtml } from "../../../src/host/view/clipboard-html";
import { blankCell } from "../../../src/host/workbook/sheet";
import { defaultStyle, StyleTable } from "../../../src/host/workbook/style";

const read = (html: string) => readHtmlTable(new JSDOM(html).window.document);

it.each([
  { html: "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", rows: [["a", "b"], ["c"]], because: "rows keep their own lengths" },
  { html: "<table><tr><td>North<br>West</td><th> two\n  words </th></tr></table>", rows: [["North\nWest", "two words"]], because: "a break is a line break, other blanks are as a page shows them" },
  { html: "<table><tr><td colspan=2>all</td><td>x</td></tr><tr><td rowspan=2>r</td><td>1</td></tr><tr><td>2</td></tr></table>", rows: [["all", "", "x"], ["r", "1"], ["", "2"]], because: "a cell over several fills its first place" },
  { html: "<html><body><!--StartFragment--><table><tr><td><p>a</p><p>b</p></td></tr></table><!--EndFragment--></body></html>", rows: [["a\nb"]], because: "paragraphs of a document are lines" },
  { html: "<table><tr><td style='white-space:pre-wrap'> 1&nbsp;000 </td></tr></table>", rows: [[" 1 000 "]], because: "blanks that were kept stay" },
  { html: "<p>See <b>below</b>:</p><table><tr><td>a</td></tr></table>", rows: null, because: "text with a table in it is text" },
  { html: "<p>no table</p>", rows: null, because: "nor is there a table" },
])("$because", ({ html, rows }) => { expect(read(html)).toEqual(rows); });

it("what is copied comes back as it shows, with its look for documents", () => {
  const styles = new StyleTable([defaultStyle, { ...defaultStyle, font: { ...defaultStyle.font, bold: true, colour: "#FF0000" }, fill: "#FFFF00" }]);
  const html = toHtml([[{ ...blankCell, value: 5, style: 1 }, { ...blankCell, value: "x" }]], [["5.00", "<a> & \n b"]], styles);
  expect(read(html)).toEqual([["5.00", "<a> & \n b"]]);
  expect(html).toContain("font:bold 11pt 'Calibri';color:#FF0000;background:#FFFF00;text-align:right");
});
