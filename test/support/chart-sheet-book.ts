/** Workbooks with chart sheets, made part by part as Excel writes them; the host writes none. */
import { strToU8, zipSync } from "fflate";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const relations = (entries: string): string => `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries}</Relationships>`;
const relation = (id: string, kind: string, target: string): string => `<Relationship Id="${id}" Type="${OFFICE}/relationships/${kind}" Target="${target}"/>`;
const literal = (kind: string, points: readonly (string | number)[]): string => `<c:${kind}Lit><c:ptCount val="${points.length}"/>${points.map((point, index) => `<c:pt idx="${index}"><c:v>${point}</c:v></c:pt>`).join("")}</c:${kind}Lit>`;
const axis = (kind: string, id: number, across: number, place: string): string => `<c:${kind}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${place}"/><c:crossAx val="${across}"/><c:crosses val="autoZero"/></c:${kind}>`;

const chart = `${HEAD}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/>`
  + `<c:cat>${literal("str", ["2008", "2009"])}</c:cat><c:val>${literal("num", [12, 15])}</c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart>${axis("catAx", 1, 2, "b")}${axis("valAx", 2, 1, "l")}</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
const drawing = `${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9308969" cy="6078325"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`
  + `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`;

/** @param chartSheet - the tab's name @param worksheets - tabs after it, each empty */
export function chartSheetBook(chartSheet: string, worksheets: readonly string[] = []): Uint8Array {
  const types = [["xl/workbook.xml", `${SHEET}.sheet.main+xml`], ["xl/chartsheets/sheet1.xml", `${SHEET}.chartsheet+xml`], ["xl/drawings/drawing1.xml", "application/vnd.openxmlformats-officedocument.drawing+xml"],
    ["xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"], ["docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
    ...worksheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${SHEET}.worksheet+xml`])];
  const counted = [["Worksheets", worksheets.length], ["Charts", 1]].filter(([, count]) => count !== 0);
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join("")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml") + relation("rId2", "extended-properties", "docProps/app.xml")),
    "docProps/app.xml": `${HEAD}<Properties xmlns="${OFFICE}/extended-properties" xmlns:vt="${OFFICE}/docPropsVTypes"><Application>Microsoft Excel</Application><HeadingPairs><vt:vector size="${counted.length * 2}" baseType="variant">${counted.map(([what, count]) => `<vt:variant><vt:lpstr>${what}</vt:lpstr></vt:variant><vt:variant><vt:i4>${count}</vt:i4></vt:variant>`).join("")}</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${1 + worksheets.length}" baseType="lpstr">${[...worksheets, chartSheet].map((name) => `<vt:lpstr>${name}</vt:lpstr>`).join("")}</vt:vector></TitlesOfParts><AppVersion>16.0300</AppVersion></Properties>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><bookViews><workbookView/></bookViews><sheets>${[chartSheet, ...worksheets].map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(relation("rId1", "chartsheet", "chartsheets/sheet1.xml") + worksheets.map((_, index) => relation(`rId${index + 2}`, "worksheet", `worksheets/sheet${index + 1}.xml`)).join("")),
    "xl/chartsheets/sheet1.xml": `${HEAD}<chartsheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheetPr/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></chartsheet>`,
    "xl/chartsheets/_rels/sheet1.xml.rels": relations(relation("rId1", "drawing", "../drawings/drawing1.xml")),
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relations(relation("rId1", "chart", "../charts/chart1.xml")),
    "xl/charts/chart1.xml": chart,
    ...Object.fromEntries(worksheets.map((_, index) => [`xl/worksheets/sheet${index + 1}.xml`, `${HEAD}<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`])),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
