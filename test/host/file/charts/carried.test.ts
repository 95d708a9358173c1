/** Charts that a file brought: untouched they stay byte for byte; touched, only what was changed is. Over files that other programs wrote. */
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { openXlsx } from "../../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../../src/host/file/save-xlsx";
import type { OpenedFile } from "../../../../src/host/file/opened-file";
import { Draft } from "../../../../src/host/file/package/draft";
import { Package } from "../../../../src/host/file/package/package";
import { unzip } from "../../../../src/host/file/package/zip-read";
import { fileLimits } from "../../../../src/host/file/limits";
import type { Chart } from "../../../../src/host/workbook/chart";
import { existingWorkbook } from "../../../support/job";
import { packageProblems } from "../../../support/package-lint";
import { chartOf, figures, seriesOver } from "../chart-gallery";

const partsOf = (bytes: Uint8Array): Package => new Package(unzip(bytes, fileLimits));

/** A file whose chart has much that the model has no place for, in prefixes of its own. */
function rich(): OpenedFile {
  const workbook = figures();
  workbook.sheets[0]?.load({ charts: [chartOf({ name: "Chart 1", series: [seriesOver("B"), seriesOver("C")] }), chartOf({ name: "Chart 2", type: "Line", series: [seriesOver("D")] })] });
  const draft = new Draft(partsOf(saveXlsx(workbook)));
  const part = "xl/charts/chart1.xml";
  const trend = '<c:trendline><c:trendlineType val="linear"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>';
  const text = draft.text(part).replace("<c:cat>", `${trend}<c:cat>`)
    .replace(/<a:r>.*?<\/a:r>/, '<a:r><a:rPr lang="en-GB" i="1"/><a:t>First </a:t></a:r><a:r><a:rPr lang="en-GB" b="1"/><a:t>and second</a:t></a:r>')
    .replace("</c:chartSpace>", '<c:extLst><c:ext uri="{made-up}"/></c:extLst></c:chartSpace>');
  draft.setText(part, text);
  draft.setText("xl/drawings/drawing1.xml", draft.text("xl/drawings/drawing1.xml").replace("<xdr:clientData/>", '<xdr:clientData fPrintsWithSheet="0"/>'));
  return openXlsx(draft.zip(), "rich.xlsx");
}

function sheetOf(file: OpenedFile): OpenedFile["workbook"]["sheets"][number] {
  const [sheet] = file.workbook.sheets;
  if (sheet === undefined) throw new Error("The file has no sheet.");
  return sheet;
}
/** The charts' texts after a change to the first chart. */
function changed(change: (chart: Chart) => Chart | null): { readonly before: Package; readonly after: Package } {
  const file = rich();
  const [first, ...others] = sheetOf(file).get("charts");
  if (first === undefined) throw new Error("The file has no chart.");
  const now = change(first);
  sheetOf(file).set("charts", now === null ? others : [now, ...others]);
  const bytes = saveXlsx(file);
  expect(packageProblems(bytes)).toEqual([]);
  return { before: file.source, after: partsOf(bytes) };
}
const differing = ({ before, after }: { readonly before: Package; readonly after: Package }): readonly string[] =>
  [...new Set([...before.names, ...after.names])].filter((name) => !before.has(name) || !after.has(name) || before.text(name) !== after.text(name)).sort();

const DRAWING = "xl/drawings/drawing1.xml";
const CHART = "xl/charts/chart1.xml";

describe("a chart that is not touched", () => {
  it("leaves every part as it is, though a cell that it shows changes", () => {
    const file = rich();
    sheetOf(file).put(1, 1, { ...sheetOf(file).cell(1, 1), value: 99 });
    const after = partsOf(saveXlsx(file));
    expect(differing({ before: file.source, after })).toEqual(["xl/worksheets/sheet1.xml"]);
  });
});

describe("a chart that is changed", () => {
  it("moved: only its corners in the drawing", () => {
    const result = changed((chart) => ({ ...chart, frame: { ...chart.frame, left: 96, top: 30 } }));
    const strip = (text: string): string => text.replace(/<xdr:(from|to)>.*?<\/xdr:\1>/g, "");
    expect([differing(result), strip(result.after.text(DRAWING)) === strip(result.before.text(DRAWING))]).toEqual([[DRAWING], true]);
    expect(result.after.text(DRAWING)).toContain("<xdr:from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>");
  });
  it("renamed and described: only its properties in the drawing", () => {
    const result = changed((chart) => ({ ...chart, name: "Plan", altText: { title: "", description: 'Posts & "people"' } }));
    expect(differing(result)).toEqual([DRAWING]);
    expect(result.after.text(DRAWING)).toContain('<xdr:cNvPr id="2" name="Plan" descr="Posts &amp; &quot;people&quot;"/>');
  });
  it("retitled: the words, in the look of the first of them", () => {
    const result = changed((chart) => ({ ...chart, title: { ...chart.title, text: "Third" } }));
    expect(differing(result)).toEqual([CHART]);
    expect(result.after.text(CHART)).toBe(result.before.text(CHART).replace("<a:t>First </a:t></a:r><a:r><a:rPr lang=\"en-GB\" b=\"1\"/><a:t>and second</a:t></a:r>", "<a:t>Third</a:t></a:r>"));
  });
  it("pointed at other cells: those references with their values, and the trend line stays", () => {
    const result = changed((chart) => ({ ...chart, series: chart.series.map((series, index) => (index === 0 ? { ...series, values: "Figures!$C$2:$C$3" } : series)) }));
    const strip = (text: string): string => text.replace(/<c:val>.*?<\/c:val>/, "");
    expect([differing(result), strip(result.after.text(CHART)) === strip(result.before.text(CHART))]).toEqual([[CHART], true]);
    expect(/<c:val>.*?<\/c:val>/.exec(result.after.text(CHART))?.[0]).toBe('<c:val><c:numRef><c:f>Figures!$C$2:$C$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0"><c:v>113</c:v></c:pt><c:pt idx="1"><c:v>35</c:v></c:pt></c:numCache></c:numRef></c:val>');
  });
  it("deleted: its part, its anchor and its relationship go, the other chart stays", () => {
    const result = changed(() => null);
    expect(differing(result)).toEqual(["[Content_Types].xml", CHART, "xl/drawings/_rels/drawing1.xml.rels", DRAWING]);
    expect([result.after.has(CHART), result.after.text(DRAWING).match(/<xdr:twoCellAnchor>/g)?.length]).toEqual([false, 1]);
  });
  it("made another kind: its part is written anew", () => {
    const result = changed((chart) => ({ ...chart, type: "BarClustered" }));
    expect([differing(result), result.after.text(CHART).includes('<c:barDir val="bar"/>')]).toEqual([[CHART], true]);
  });
});

describe("a chart of a kind that is not drawn", () => {
  function stock(): OpenedFile {
    const file = rich();
    const draft = new Draft(file.source);
    draft.setText(CHART, draft.text(CHART).replace(/c:barChart/g, "c:bar3DChart"));
    return openXlsx(draft.zip(), "stock.xlsx");
  }
  it("is kept, with a word about it", () => {
    const file = stock();
    expect([sheetOf(file).get("charts")[0]?.type, file.notes, differing({ before: file.source, after: partsOf(saveXlsx(file)) })])
      .toEqual(["Unknown", ["Figures: the chart Chart 1 is of a kind that is kept, not drawn."], []]);
  });
  it("can be moved", () => {
    const file = stock();
    sheetOf(file).set("charts", sheetOf(file).get("charts").map((chart) => ({ ...chart, frame: { ...chart.frame, left: 0 } })));
    expect(differing({ before: file.source, after: partsOf(saveXlsx(file)) })).toEqual([DRAWING]);
  });
  it("is refused loudly where it would have to be written anew", () => {
    const file = stock();
    sheetOf(file).set("charts", sheetOf(file).get("charts").map((chart) => ({ ...chart, fill: "#FF0000" })));
    expect(() => saveXlsx(file)).toThrow("only carried");
  });
});

it("the charts of a workbook as a trust has it stay byte for byte", () => {
  const file = openXlsx(new Uint8Array(readFileSync(existingWorkbook)), "trust-workforce.xlsx");
  expect(file.workbook.sheets.flatMap((sheet) => sheet.get("charts")).map(({ name }) => name)).toEqual(["Posts by directorate", "Rolling turnover"]);
  expect(differing({ before: file.source, after: partsOf(saveXlsx(file)) })).toEqual([]);
});
it("text that is no chart part is damaged, said so", () => {
  const draft = new Draft(rich().source);
  draft.remove(CHART);
  draft.add(CHART, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml", strToU8("<c:chartSpace"));
  expect(() => openXlsx(draft.zip(), "x.xlsx")).toThrow(/damaged.*chart1\.xml/);
});
