/** What a file holds, in lines that a person can check against it. */
import { readFileSync } from "node:fs";
import { describeFile } from "../../../src/host/file/describe";
import { openXlsx } from "../../../src/host/file/open-xlsx";
import { saveXlsx } from "../../../src/host/file/save-xlsx";
import { existingWorkbook } from "../../support/job";
import { chartOf, figures, seriesOver } from "./chart-gallery";

const opened = (bytes: Uint8Array): readonly string[] => describeFile(openXlsx(bytes, "x.xlsx"));

it("sheets, charts, names and what is hidden", () => {
  const workbook = figures();
  const [sheet] = workbook.sheets;
  sheet?.load({ charts: [chartOf({ name: "Chart 1", title: { text: "Demand\nby horizon", formula: null, visible: true, size: null, bold: null, colour: null }, altText: { title: "", description: "" }, series: [seriesOver("B")] })] });
  const hidden = workbook.addSheet("Lists");
  hidden.load({ visibility: "VeryHidden" });
  workbook.setNames([{ name: "nmNow", formula: "Figures!$B$2", scope: null, visible: false, comment: "" }, { name: "Own", formula: "1", scope: hidden.id, visible: true, comment: "" }]);
  expect(opened(saveXlsx(workbook))).toEqual([
    "Sheet Figures: A1:E5, 25 cells",
    "  chart Chart 1, ColumnClustered, 1 series: Demand by horizon (no alternative text)",
    "Sheet Lists (very hidden): empty",
    "Name nmNow (hidden): Figures!$B$2",
    "Name Own on Lists: 1",
  ]);
});

it("a workbook as a trust has it: tables, rules, and what is kept without being shown", () => {
  expect(opened(new Uint8Array(readFileSync(existingWorkbook)))).toEqual([
    "Sheet Read me: A1:B17, 21 cells, 2 formulas",
    "  5 links",
    "Sheet Staff in post: A1:K161, 1733 cells, 471 formulas",
    "  table StaffInPost, A4:K161: Post, Directorate, Role, Staff group, Band, Established WTE, In post WTE, Started, Years in post, Note, Budget",
    "  2 entry rules, 1 highlight",
    "Sheet Vacancies: A1:H25, 169 cells, 88 formulas",
    "  2 entry rules, 2 highlights",
    "Sheet Summary: A1:I13, 77 cells, 59 formulas",
    "  chart Posts by directorate, ColumnClustered, 2 series: Established and in-post WTE by directorate",
    "  2 highlights, 1 merged area",
    "Sheet Leavers: A1:E28, 126 cells, 71 formulas",
    "  chart Rolling turnover, Line, 1 series: Rolling-year turnover",
    "Sheet Lists (hidden): A1:G7, 33 cells",
    "Name _FilterDatabase on Vacancies (hidden): Vacancies!$A$3:$H$25",
    "Name Print_Area on Summary: Summary!$A$1:$I$34",
    "Name Print_Titles on Staff in post: 'Staff in post'!$1:$4",
    "Name AsAt: 'Read me'!$B$5",
    "Name lstDirectorates: Lists!$A$2:$A$7",
    "Name lstStatus: Lists!$D$2:$D$5",
    "Name PayBands: Lists!$F$2:$G$7",
    "Name Target_Vacancy_Rate: 'Read me'!$B$6",
    "Custom document properties are kept and not shown.",
    "Staff in post: notes kept, not shown.",
    "Summary: sparklines kept, not shown.",
  ]);
});
