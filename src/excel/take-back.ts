/** When Excel refuses half way, what it had done before stands: sheets that were added are taken away again, as far as Excel lets them. */
import { changedNothing, ExcelProblem } from "./problem";
import { inExcel } from "./session";

/** What a request adds, and so what has to go when it fails. */
export interface Adding {
  readonly tabs: readonly string[];
  readonly names: readonly string[];
  /** Sheets of ours that were there before are changed by the same request. */
  readonly touched: boolean;
}

/** What became of the sheets that had been added before Excel refused. */
export type AfterRefusal =
  /** `takenTab` is the tab that Excel would not add since its name is taken, though no sheet that it shows has it. */
  | { readonly kind: "gone"; readonly takenTab: string | null }
  /** Excel refused to take these away again. */
  | { readonly kind: "left"; readonly tabs: readonly string[] }
  /** Excel would not even say what stands. */
  | { readonly kind: "unknown"; readonly tabs: readonly string[] };

/** Excel refused half way. */
export class TakenBack extends Error {
  constructor(readonly refusal: ExcelProblem, readonly touched: boolean, readonly after: AfterRefusal) {
    super(refusal.message, { cause: refusal });
    this.name = "TakenBack";
  }
}

/** Takes back what was added. At most four syncs. @returns the error that says what stands */
export async function takenBack(refusal: ExcelProblem, adding: Adding): Promise<TakenBack> {
  const nothingToTake = changedNothing(refusal) || adding.tabs.length + adding.names.length === 0;
  return new TakenBack(refusal, adding.touched, nothingToTake ? { kind: "gone", takenTab: null } : await takeBack(refusal, adding));
}

/** The sheets go first, since that is what Excel may refuse: names that lead nowhere do no harm and are cleared away by setting up again. */
async function takeBack(refusal: ExcelProblem, { tabs, names }: Adding): Promise<AfterRefusal> {
  try {
    const takenTab = await inExcel("taking back what was added", async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      context.workbook.names.load("items/name");
      await context.sync();
      const there = worksheets.items.map(({ name }) => name);
      for (const sheet of worksheets.items) if (tabs.includes(sheet.name)) sheet.delete();
      for (const item of context.workbook.names.items) if (names.includes(item.name)) item.delete();
      await context.sync();
      if (refusal.code !== "name-taken" || refusal.at !== "WorksheetCollection.add") return null;
      // Sheets are added in order, and what came before the one that was refused stood.
      return tabs.find((tab) => !there.includes(tab)) ?? null;
    });
    return { kind: "gone", takenTab };
  } catch (error) {
    if (!(error instanceof ExcelProblem)) throw error;
    return whatIsLeft(tabs);
  }
}

async function whatIsLeft(added: readonly string[]): Promise<AfterRefusal> {
  try {
    const tabs = await inExcel("looking at what was added", async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      return worksheets.items.map(({ name }) => name).filter((name) => added.includes(name));
    });
    return tabs.length === 0 ? { kind: "gone", takenTab: null } : { kind: "left", tabs };
  } catch (error) {
    if (!(error instanceof ExcelProblem)) throw error;
    return { kind: "unknown", tabs: added };
  }
}
