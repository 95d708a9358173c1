/** What the workbench says of itself: it is not Excel, and this is what it does not do. One list, kept true by hand; src/host/README.md has the details. */
export const notExcel = {
  line: "A workbench, not Excel",
  title: "This is a workbench, not Excel",
  says: "It runs an add-in with Microsoft's own Office library, and answers it as Excel would. A workbook opened here can be read, filled in and saved as .xlsx. To see what Excel makes of it, open it in Excel.",
  heading: "What it does not do",
  list: [
    "No macros, pivot tables, slicers, queries or what-if tools. A file keeps them unchanged, but they cannot be used here.",
    "Pictures, shapes, sparklines and form controls are kept in the file and not drawn. Some kinds of chart are kept and not drawn.",
    "No ribbon for formats: fonts, fills, borders and merging are shown and kept, and changed by an add-in or in Excel. Bold, italic, underline, strike-through and number formats have their keys.",
    "Charts, tables, validation rules and conditional formats are made by an add-in or in Excel, not here by hand.",
    "Filters by value and sorting by one column work from the buttons; filters by colour, date or condition are kept, and set by an add-in or in Excel.",
    "Formulas with a function that is not built keep the file's value, and are listed under “This workbook”.",
    "No printing and no page preview. Page set-up is kept in the file.",
    "No working together: one person has the workbook open, and saving is a download.",
    "Letters are drawn by the browser, so that widths and line breaks can differ a little from Excel's.",
    "Region is Britain: dates are day first, money is in pounds, lists are separated by commas.",
  ],
} as const;
