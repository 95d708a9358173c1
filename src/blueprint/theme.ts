/**
 * How the product's sheets look, by purpose: one font, dark text on white, a box round every cell that is for filling in.
 * Colours are the government Analysis Function's accessible set, the same for the same thing everywhere.
 */

export const palette = {
  darkBlue: "#12436D", turquoise: "#28A197", darkPink: "#801650", orange: "#F46A25", darkGrey: "#3D3D3D", lightPurple: "#A285D1",
  white: "#FFFFFF", black: "#000000", lineGrey: "#BFBFBF", paleGrey: "#F3F2F1", midGrey: "#595959",
} as const;

/** What a colour stands for in every chart. */
export const seriesColour = {
  demand: palette.darkPink, supply: palette.turquoise, gap: palette.darkBlue,
  postHolders: palette.darkBlue, readyNow: palette.turquoise, workforce: palette.orange, community: palette.lightPurple,
} as const;

/** Fills for the words Green, Amber and Red, each dark enough for white text or light enough for black (contrast 4.5 or more). */
export const ragColour = {
  green: { fill: "#00703C", text: palette.white },
  amber: { fill: "#FFBF47", text: palette.black },
  red: { fill: "#B10E1E", text: palette.white },
  none: { fill: palette.paleGrey, text: palette.darkGrey },
} as const;

/** Bands of the choice-ratio heat map, from too few people to choice enough. The figure itself is always shown. */
export const heatColour = {
  low: { fill: "#F6D7D2", text: palette.black },
  middle: { fill: "#FFF0CC", text: palette.black },
  high: { fill: "#CCE2D8", text: palette.black },
} as const;

export interface Style {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly numberFormat: string;
  readonly align: "General" | "Left" | "Right" | "Center";
  readonly vertical: "Top" | "Center" | "Bottom";
  readonly wrap: boolean;
  readonly underline: boolean;
  /** A thin line all round: the mark of a cell that is for filling in. Or hair lines between rows. */
  readonly border: "none" | "box" | "row";
  readonly locked: boolean;
  /** Steps of room on the side that the text starts from, so that it keeps off what is beside it. */
  readonly indent: number;
  /** Words that stand in for a figure are made smaller rather than cut off. */
  readonly shrink: boolean;
}

export const fontName = "Arial";

const plain: Style = {
  size: 10, bold: false, italic: false, colour: palette.black, fill: null, numberFormat: "General",
  align: "General", vertical: "Top", wrap: false, underline: false, border: "none", locked: true, indent: 0, shrink: false,
};
const input: Style = { ...plain, border: "box", locked: false, vertical: "Center" };
const derived: Style = { ...plain, border: "row", vertical: "Center" };
/** Room on the right, so that a figure keeps off the line beside it. */
const figure: Style = { ...derived, align: "Right", shrink: true, indent: 1 };

export const DATE_FORMAT = "d mmmm yyyy";
const SIGNED = "+#,##0;-#,##0;0";
const SIGNED_TENTHS = "+#,##0.0;-#,##0.0;0.0";

export const styles = {
  title: { ...plain, size: 16, bold: true, colour: palette.darkBlue, vertical: "Center" },
  subtitle: { ...plain, size: 11, colour: palette.darkGrey },
  heading: { ...plain, size: 12, bold: true, colour: palette.darkBlue, vertical: "Center" },
  headline: { ...plain, size: 12, bold: true, vertical: "Center" },
  text: plain,
  line: { ...plain, vertical: "Center" },
  wrapped: { ...plain, wrap: true },
  sentence: { ...plain, size: 11, wrap: true },
  note: { ...plain, colour: palette.midGrey, vertical: "Center" },
  /** Numbers that only the check compares. */
  working: { ...plain, colour: palette.midGrey, vertical: "Center", align: "Left", numberFormat: "0" },
  /** What an entry means, in the cell beside it. */
  beside: { ...plain, colour: palette.midGrey, vertical: "Center", indent: 1 },
  label: { ...plain, vertical: "Center" },
  link: { ...plain, colour: palette.darkBlue, underline: true },
  header: { ...plain, bold: true, colour: palette.white, fill: palette.darkBlue, wrap: true, vertical: "Center" },
  headerRight: { ...plain, bold: true, colour: palette.white, fill: palette.darkBlue, wrap: true, vertical: "Center", align: "Right" },
  inputText: { ...input, numberFormat: "@", wrap: true, align: "Left" },
  inputCount: { ...input, numberFormat: "#,##0", align: "Right", indent: 1 },
  inputTenths: { ...input, numberFormat: "#,##0.0", align: "Right", indent: 1 },
  inputDate: { ...input, numberFormat: DATE_FORMAT, align: "Right", indent: 1 },
  /** Single entries under each other on the Cover, beside their labels. */
  coverNumber: { ...input, align: "Left" },
  coverDate: { ...input, numberFormat: DATE_FORMAT, align: "Left" },
  rowText: { ...derived, wrap: true },
  /** Of long words only the first line shows, so that rows keep one height. */
  firstLine: { ...derived, wrap: true, vertical: "Top" },
  /** Text as it was written, which nothing takes for a number or a day. */
  recordText: { ...derived, numberFormat: "@", wrap: true, align: "Left", vertical: "Top" },
  recordWord: { ...derived, align: "Left", vertical: "Top" },
  /** Sixty-four letters and digits that are compared, not read. */
  digest: { ...derived, numberFormat: "@", wrap: true, align: "Left", vertical: "Top", size: 6, colour: palette.midGrey },
  topText: { ...plain, numberFormat: "@", align: "Left", vertical: "Center" },
  topWorking: { ...plain, numberFormat: "@", align: "Left", vertical: "Center", colour: palette.midGrey },
  rowLink: { ...derived, colour: palette.darkBlue, underline: true },
  count: { ...figure, numberFormat: "#,##0" },
  signedAsSent: { ...figure, numberFormat: "+General;-General;0" },
  /** A text too long to show, which only programs read. */
  oneCell: { ...derived, colour: palette.midGrey },
  /** Whole openings, or with a decimal place where they were counted so. */
  demandAsSent: figure,
  tenths: { ...figure, numberFormat: "#,##0.0" },
  signed: { ...figure, numberFormat: SIGNED },
  signedTenths: { ...figure, numberFormat: SIGNED_TENTHS },
  hundredths: { ...figure, numberFormat: "0.00" },
  dateCell: { ...derived, numberFormat: DATE_FORMAT, align: "Right" },
  /** A single count under its label, not in a column of figures. */
  figureLeft: { ...derived, numberFormat: "#,##0", align: "Left" },
  dateTime: { ...derived, numberFormat: "d mmmm yyyy hh:mm", align: "Left" },
  word: { ...derived, align: "Center", bold: true, shrink: true },
  ragGreen: { ...plain, bold: true, colour: ragColour.green.text, fill: ragColour.green.fill },
  ragAmber: { ...plain, bold: true, colour: ragColour.amber.text, fill: ragColour.amber.fill },
  ragRed: { ...plain, bold: true, colour: ragColour.red.text, fill: ragColour.red.fill },
  ragNone: { ...plain, colour: ragColour.none.text, fill: ragColour.none.fill },
  heatLow: { ...plain, colour: heatColour.low.text, fill: heatColour.low.fill },
  heatMiddle: { ...plain, colour: heatColour.middle.text, fill: heatColour.middle.fill },
  heatHigh: { ...plain, colour: heatColour.high.text, fill: heatColour.high.fill },
} as const satisfies Record<string, Style>;

export type StyleName = keyof typeof styles;
