/** The Excels that a host can stand for: which members each has, and what holds on its platform. Plain data. */

export type Platform = "web" | "desktop" | "mac";

export interface Profile {
  readonly platform: Platform;
  /** Newest ExcelApi set: "1.14". Newer members are refused. */
  readonly api: string;
}

/** By the name that a job or a person chooses it by. Bought once, Excel keeps the set it came with; the others have the newest. */
export const profiles = {
  "excel-2021": { title: "Excel 2021", platform: "desktop", api: "1.14" },
  "excel-2024": { title: "Excel 2024", platform: "desktop", api: "1.17" },
  "microsoft-365": { title: "Microsoft 365 on Windows", platform: "desktop", api: "1.21" },
  web: { title: "Excel on the web", platform: "web", api: "1.21" },
  mac: { title: "Excel for Mac", platform: "mac", api: "1.21" },
} as const satisfies Readonly<Record<string, Profile & { readonly title: string }>>;

export type ProfileName = keyof typeof profiles;

export const isProfileName = (name: string): name is ProfileName => Object.hasOwn(profiles, name);

/** The set that "adds undo support": before it, whatever an add-in changes empties the person's undo history. */
export const UNDO_SINCE = "1.20";

/** What holds on a platform, whatever its sets. */
export interface PlatformRules {
  /** The most bytes of a request, and of its answer; null where there is no such limit. */
  readonly messageBytes: number | null;
  /** The most bytes of all settings of the add-in together. */
  readonly settingsBytes: number;
  /** Parts of a sheet that cannot come in with `insertWorksheetsFromBase64`. */
  readonly refusedFromBase64: readonly string[];
  /** Whether a page of the add-in can save a file. */
  readonly downloads: boolean;
  /** Whether windows of other workbooks can be in front of this one. */
  readonly otherWindows: boolean;
  /** Members that empty the person's undo history; a property that is set has " =" after it. */
  readonly clearsUndo: ReadonlySet<string>;
}

const MEGABYTE = 1024 * 1024;

const clearsUndoEverywhere = [
  "AllowEditRange.address =", "AllowEditRange.delete", "AllowEditRange.pauseProtection", "AllowEditRange.setPassword", "AllowEditRange.title =",
  "AllowEditRangeCollection.add", "AllowEditRangeCollection.pauseProtection", "Chart.categoryLabelLevel =", "Chart.seriesNameLevel =",
  "DataConnectionCollection.refreshAll", "LinkedWorkbook.refreshLinks", "LinkedWorkbookCollection.refreshAll", "Workbook.close",
  "Workbook.insertWorksheetsFromBase64", "Workbook.save", "WorkbookProtection.protect", "WorkbookProtection.unprotect", "Worksheet.copy", "Worksheet.delete",
  "WorksheetCollection.addFromBase64", "WorksheetProtection.pauseProtection", "WorksheetProtection.protect", "WorksheetProtection.resumeProtection",
  "WorksheetProtection.setPassword", "WorksheetProtection.unprotect", "WorksheetProtection.updateOptions",
] as const;
const clearsUndoOnTheWeb = [
  ...["author", "category", "comments", "company", "keywords", "manager", "revisionNumber", "subject", "title"].map((name) => `DocumentProperties.${name} =`),
  "NamedItem.comment =", "Worksheet.standardWidth =", "ChartTrendlineLabel.formula =",
];
const clearsUndoOnDesktop = ["Worksheet.name =", "Worksheet.position =", "Worksheet.visibility ="];

const desktop: PlatformRules = {
  messageBytes: null, settingsBytes: 2 * MEGABYTE, refusedFromBase64: [], downloads: true, otherWindows: true,
  clearsUndo: new Set([...clearsUndoEverywhere, ...clearsUndoOnDesktop]),
};

export const platformRules: Readonly<Record<Platform, PlatformRules>> = {
  web: {
    ...desktop, messageBytes: 5 * MEGABYTE, refusedFromBase64: ["chart", "pivot table", "comment", "slicer"], otherWindows: false,
    clearsUndo: new Set([...clearsUndoEverywhere, ...clearsUndoOnTheWeb]),
  },
  desktop,
  mac: { ...desktop, downloads: false },
};
