/**
 * What Excel asks of a workbook's file beyond its being well-formed: where it is not so, Excel offers to repair the file, refuses it, or shows something else than was meant.
 * The list that a reader finds in src/host/file/README.md is made from this one, and every rule has a planted fault in test/host/file/package-rules.test.ts.
 */
export interface ExcelRule {
  readonly requires: string;
  /** ECMA-376 part 1 by section unless it says otherwise. "Excel" is what Excel does where no text says so, seen in the files it writes and refuses. */
  readonly source: string;
}

const LIMITS = "Microsoft, Excel specifications and limits";
const NAMES = "Microsoft, Names in formulas";

export const excelRules = {
  "PKG-1": { requires: "Every part has a content type, once, and every part with one is there.", source: "ECMA-376 part 2, 10.1.2" },
  "PKG-2": { requires: "A part's content type is the one of the relationship that leads to it.", source: "12.3" },
  "PKG-3": { requires: "A relationship leads to a part that is there, and belongs to one that is there.", source: "ECMA-376 part 2, 9.3" },
  "PKG-4": { requires: "Relationships of a part have ids of their own.", source: "ECMA-376 part 2, 9.3.2.2" },
  "PKG-5": { requires: "Every part is reached by a relationship.", source: "Excel" },
  "PKG-6": { requires: "XML parts are well-formed; characters that XML cannot hold are spelt _xHHHH_.", source: "22.9.2.19" },
  "PKG-7": { requires: "Names of parts differ by more than capitals.", source: "ECMA-376 part 2, 9.1.1" },
  "PKG-8": { requires: "A relationship that an element names is there.", source: "22.8.2.1" },
  "PKG-9": { requires: "An xr:uid stands on one table or sheet only.", source: "MS-XLSX 2.3" },

  "WBK-1": { requires: "The workbook's elements stand in the schema's order.", source: "A.2 CT_Workbook" },
  "WBK-2": { requires: "A tab's name has 1 to 31 characters, none of \\ / ? * [ ] :, no apostrophe at an end, and is not History.", source: "Microsoft, Rename a worksheet" },
  "WBK-3": { requires: "Tabs' names differ by more than capitals.", source: "18.2.19" },
  "WBK-4": { requires: "Sheets have numbers of their own.", source: "18.2.19" },
  "WBK-5": { requires: "At least one sheet is visible.", source: "Excel" },
  "WBK-6": { requires: "The open tab is there and visible, and no other is selected with it.", source: "18.2.30; Excel" },
  "WBK-7": { requires: "Every sheet has a part.", source: "18.2.19" },

  "NAM-1": { requires: "A name starts with a letter, underscore or backslash, goes on with letters, digits, full stops, underscores, has at most 255 characters and is no reference.", source: NAMES },
  "NAM-2": { requires: "A name stands once in the workbook and once on a sheet, without regard to capitals.", source: NAMES },
  "NAM-3": { requires: "A sheet's own name belongs to a sheet that is there.", source: "18.2.5" },
  "NAM-4": { requires: "A name's formula is there, without an equals sign, of at most 8,192 characters.", source: LIMITS },
  "NAM-5": { requires: "A name leads to sheets that are there.", source: "Excel" },
  "NAM-6": { requires: "Print areas, print titles and the filter's range belong to a sheet and lie on it; the filter's is hidden.", source: "18.2.5" },
  "NAM-7": { requires: "No table is called like another, or like a name of the workbook.", source: "18.5.1.2" },

  "STY-1": { requires: "The style sheet's elements stand in the schema's order.", source: "A.2 CT_Stylesheet" },
  "STY-2": { requires: "A list of the style sheet has as many entries as it says.", source: "Excel" },
  "STY-3": { requires: "The font, fill, border and base of a cell format are there.", source: "18.8.45" },
  "STY-4": { requires: "A number format of 164 or more is declared, with a code of at most 255 characters.", source: `18.8.30; ${LIMITS}` },
  "STY-5": { requires: "The first two fills are none and gray125, which Excel takes for granted.", source: "Excel" },
  "STY-6": { requires: "At most 65,490 cell formats.", source: LIMITS },
  "STY-7": { requires: "A cell style's format is there, and styles have names of their own.", source: "18.8.7" },

  "SHT-1": { requires: "A worksheet's elements stand in the schema's order.", source: "A.2 CT_Worksheet" },
  "SHT-2": { requires: "Rows and the cells in them go up, each once, to row 1,048,576 and column XFD.", source: `18.3.1.73; ${LIMITS}` },
  "SHT-3": { requires: "Columns' formats go up, do not overlap, and are at most 255 characters wide.", source: `18.3.1.13; ${LIMITS}` },
  "SHT-4": { requires: "Merged areas are areas of more than one cell that do not overlap.", source: "18.3.1.55; Excel" },
  "SHT-5": { requires: "A list of merged areas, rules, links or tables is not empty and has as many entries as it says.", source: "A.2; Excel" },
  "SHT-6": { requires: "The zoom is 10 to 400, and frozen panes have a first cell below and right of them.", source: "18.3.1.87; 18.3.1.66" },
  "SHT-7": { requires: "At most 65,530 links, each on an area and with somewhere to go.", source: LIMITS },
  "SHT-8": { requires: "Rows are at most 409.5 points high.", source: LIMITS },
  "SHT-9": { requires: "A password's hash stands with its algorithm, salt and number of spins.", source: "18.3.1.85" },

  "CEL-1": { requires: "A cell's format is there.", source: "18.3.1.4" },
  "CEL-2": { requires: "A shared text is there, and the table of them has as many as it says.", source: "18.4.9" },
  "CEL-3": { requires: "A number is finite and written as digits, a truth value is 0 or 1, an error is one of Excel's eight.", source: "18.18.11; 18.17.3" },
  "CEL-4": { requires: "A text has at most 32,767 characters.", source: LIMITS },
  "CEL-5": { requires: "A formula has no equals sign in front and at most 8,192 characters.", source: LIMITS },
  "CEL-6": { requires: "Text with blanks at an end says that they are to be kept.", source: "XML 1.0, 2.10" },
  "CEL-7": { requires: "A dynamic array's mark is there in the metadata part.", source: "18.3.1.4; MS-XLSX 2.6" },
  "CEL-8": { requires: "An array formula's area starts at its cell; one of several cells lies in no table and on no merged cells.", source: "18.3.1.40; Excel" },
  "CEL-9": { requires: "A shared formula that only names its number has one cell that spells it out.", source: "18.3.1.40" },
  "CEL-10": { requires: "Functions that came after Excel 2007 are written with _xlfn. in front.", source: "Microsoft, Issue: An _xlfn. prefix is displayed" },

  "TBL-1": { requires: "A table's column is called what its header cell says, and that cell holds text.", source: "18.5.1.3" },
  "TBL-2": { requires: "A table has as many columns as its area is wide.", source: "18.5.1.4" },
  "TBL-3": { requires: "Columns' names differ by more than capitals and have 1 to 255 characters.", source: "18.5.1.3" },
  "TBL-4": { requires: "Columns have numbers of their own.", source: "18.5.1.3" },
  "TBL-5": { requires: "A table's filter lies over its header and body.", source: "18.5.1.2" },
  "TBL-6": { requires: "Tables have numbers of their own in the workbook, from 1.", source: "18.5.1.2" },
  "TBL-7": { requires: "A table's name keeps to the rules of names.", source: "18.5.1.2" },
  "TBL-8": { requires: "Tables do not overlap, nor lie on merged cells.", source: "Excel" },
  "TBL-9": { requires: "A table has at least one row between its header and its totals.", source: "Excel" },
  "TBL-10": { requires: "A calculated column's formula has no equals sign in front and says [#This Row], not @.", source: "18.5.1.1; Excel" },
  "TBL-11": { requires: "A total's function is one of Excel's, and its label is what the cell says.", source: "A.2 ST_TotalsRowFunction" },

  "VAL-1": { requires: "A validation lies on areas.", source: "18.3.1.32" },
  "VAL-2": { requires: "A validation of a type has a formula, without an equals sign in front.", source: "18.3.1.32" },
  "VAL-3": { requires: "A list spelt out has at most 255 characters.", source: "Excel" },
  "VAL-4": { requires: "Titles have at most 32 characters, a prompt 255, an alert 225.", source: "Excel" },

  "CFR-1": { requires: "A conditional format's look is there.", source: "18.3.1.10" },
  "CFR-2": { requires: "Priorities are whole numbers from 1, each once on a sheet.", source: "18.3.1.10" },
  "CFR-3": { requires: "A conditional format lies on areas.", source: "18.3.1.18" },
  "CFR-4": { requires: "A colour scale has two or three points and as many colours, a data bar two points, an icon set a point for each icon.", source: "18.3.1.16; 18.3.1.28; 18.3.1.49" },
  "CFR-5": { requires: "A rule by formula or by value has its formula, or its two.", source: "18.3.1.10" },

  "DRW-1": { requires: "An anchor holds from, to, one object and its client data, in that order.", source: "20.5.2.33" },
  "DRW-2": { requires: "Shapes have numbers of their own in a drawing, and names.", source: "20.1.2.2.8" },
  "DRW-3": { requires: "An anchor lies on the sheet, and ends after it starts.", source: `20.5.2.33; ${LIMITS}` },

  "CHT-1": { requires: "A chart's elements stand in the schema's order.", source: "A.5.1" },
  "CHT-2": { requires: "The axes of a plot, and the axis that each axis crosses, are there; axes have numbers of their own.", source: "21.2.2.9" },
  "CHT-3": { requires: "Labels stand where the kind of chart allows.", source: "21.2.2.48; Excel" },
  "CHT-4": { requires: "Series have places and orders of their own; at most 255 of them.", source: `21.2.2 (idx, order); ${LIMITS}` },
  "CHT-5": { requires: "A chart's formulas lead to sheets and names that are there.", source: "Excel" },
  "CHT-6": { requires: "A fill stands before its line, and a line's fill before its dashes.", source: "A.4.1 CT_ShapeProperties" },
  "CHT-7": { requires: "Kept points are numbered below the count that is said.", source: "A.5.1 CT_NumData, CT_StrData" },

  "PRT-1": { requires: "A header or footer has at most 255 characters.", source: LIMITS },
  "PRT-2": { requires: "Margins are from 0 to below 49 inches, the scale is 10 to 400.", source: "18.3.1.62; 18.3.1.63" },

  "DOC-1": { requires: "A core property stands once; dates are W3CDTF, the language is a language tag.", source: "ECMA-376 part 2, 11" },
  "DOC-2": { requires: "Custom properties have numbers of their own from 2, and names of their own.", source: "22.3.2.2" },
} as const satisfies Readonly<Record<string, ExcelRule>>;

export type RuleId = keyof typeof excelRules;
