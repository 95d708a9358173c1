/** What screen readers and spelling checks need of a saved file: its language, the language of words in charts, titles, and words for what is only seen. */
import { strFromU8, unzipSync } from "fflate";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { Workbook } from "../../../src/host/workbook/workbook";
import { newWorkbook } from "../../../src/workbench/new-workbook";
import { fillWorkbook } from "./full-workbook";
import { partText } from "./opened";

const saved = saveXlsx(fillWorkbook(new Workbook()));
const charts = Object.entries(unzipSync(saved)).filter(([name]) => /^xl\/charts\/chart\d+\.xml$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)] as const);

it("a workbook that is begun in the workbench states its language", () => {
  expect(partText(saveXlsx(newWorkbook()), "docProps/core.xml")).toContain("<dc:language>en-GB</dc:language>");
});

it.each(charts)("%s states the language of the chart and of each piece of text in it", (_name, xml) => {
  expect(/<c:lang val="([^"]*)"/.exec(xml)?.[1]).toBe("en-GB");
  const pieces = [...xml.matchAll(/<a:(?:rPr|endParaRPr)\b[^>]*>/g)].map(([tag]) => tag);
  expect(pieces.length).toBeGreaterThan(0);
  expect(pieces.filter((tag) => !tag.includes('lang="en-GB"'))).toEqual([]);
});

it("a chart's alternative text stands on its frame, and each chart of the gallery has a name and one", () => {
  const frames = Object.entries(unzipSync(saved)).filter(([name]) => /^xl\/drawings\/drawing\d+\.xml$/.test(name)).flatMap(([, bytes]) => [...strFromU8(bytes).matchAll(/<xdr:cNvPr id="\d+" name="([^"]+)" descr="([^"]+)"/g)]);
  expect(frames.map(([, name, words]) => [name, words])).toEqual(frames.map(([, name = ""]) => [name, `What ${name} shows`]));
  expect(frames).toHaveLength(charts.length);
});

it("a table's alternative text stands in its extension", () => {
  expect(partText(saved, "xl/tables/table1.xml")).toContain('altText="Posts" altTextSummary="Posts &amp; places &lt;now&gt;"');
});
