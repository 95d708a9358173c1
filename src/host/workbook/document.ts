/** What a workbook holds besides sheets: its properties as a document, those that people and add-ins add, and custom XML. Plain data. */

export interface DocumentProperties {
  title: string; subject: string; author: string; keywords: string; comments: string; category: string;
  manager: string; company: string; lastAuthor: string; revision: string; language: string;
  /** When the document was made, as ISO text; "" where it does not say. */
  created: string;
}

export const noProperties = (): DocumentProperties => ({
  title: "", subject: "", author: "", keywords: "", comments: "", category: "", manager: "", company: "", lastAuthor: "", revision: "", language: "", created: "",
});

/** A custom property's value with its kind; a date is ISO text. */
export type CustomProperty =
  | { readonly type: "String" | "Date"; readonly value: string }
  | { readonly type: "Number" | "Float"; readonly value: number }
  | { readonly type: "Boolean"; readonly value: boolean };

export interface CustomXmlPart {
  /** "{GUID}", never reused. */
  readonly id: string;
  readonly xml: string;
}

/** How formulas are worked out, as the file says. */
export interface CalculationSettings {
  readonly mode: "Automatic" | "AutomaticExceptTables" | "Manual";
  /** Whether cells in a circle are worked out again and again. */
  readonly iterates: boolean;
  readonly maxIteration: number;
  readonly maxChange: number;
  /** Whether numbers count as they are, and not as they are shown. */
  readonly fullPrecision: boolean;
}

export const usualCalculation: CalculationSettings = { mode: "Automatic", iterates: false, maxIteration: 100, maxChange: 0.001, fullPrecision: true };
