/** Keeps what people answered about accessibility in a table of its own, which is made with the first answer, and reads it again. */
import { sheetBlueprint } from "../blueprint/workbook-blueprint";
import { accessibilitySheet, accessibilityTable } from "../blueprint/sheets/accessibility";
import type { Setup } from "../blueprint/setup";
import type { Holding } from "../blueprint/types";
import { answerWords, questions, verdictFrom, type Answer } from "../validation/accessibility/questions";
import { isPointId } from "../validation/accessibility/points";
import { roundHiddenTabs } from "./hidden-tabs";
import { findOurs, queueFinding, sheetOf, type Found } from "./identity";
import { nameNewSheets, tabOf } from "./naming";
import { ExcelProblem } from "./problem";
import { assertFree } from "./protection";
import { readTemplate, type TemplateReading } from "./read-template";
import { inExcel } from "./session";
import { takenBack, type Adding } from "./take-back";
import { setupOnCover } from "./template-state";
import { queueNewSheets } from "./write-sheet";

const DOING = "writing the answers down";
const USUAL = [accessibilityTable.name, `${accessibilityTable.name}_2`];

/** "changed": the columns of the table are not those that we made. */
export type Kept = "done" | "no-template" | "changed";

/** Asks for the answers with other reading. @returns them, to be asked for after the sync */
export function queueAnswers(context: Excel.RequestContext): () => readonly Answer[] {
  const finding = queueFinding(context);
  const tables = USUAL.map((name) => ({ name, range: context.workbook.tables.getItemOrNullObject(name).getRange().load("values") }));
  return () => {
    const name = finding().naming.names.get(accessibilityTable.name)?.toLowerCase();
    const table = tables.find((each) => each.name.toLowerCase() === name);
    return table === undefined || table.range.isNullObject ? [] : answersIn(table.range.values.slice(1));
  };
}

const COLUMN = { point: 0, answer: 2, by: 3, on: 4 } as const;

function answersIn(rows: readonly (readonly unknown[])[]): readonly Answer[] {
  return rows.flatMap((row): readonly Answer[] => {
    const point = String(row[COLUMN.point] ?? "");
    const verdict = verdictFrom(String(row[COLUMN.answer] ?? ""));
    const on = row[COLUMN.on];
    return isPointId(point) && verdict !== null ? [{ point, verdict, by: String(row[COLUMN.by] ?? "").trim(), on: typeof on === "number" ? on : null }] : [];
  });
}

/**
 * Three syncs. Answers of other questions stay as they are.
 * @param otherwise - for what the Cover does not say
 * @throws TakenBack when Excel refuses while writing
 */
export function keepAnswers(given: readonly Answer[], otherwise: Setup): Promise<Kept> {
  return roundHiddenTabs((taken) => keepOnce(given, otherwise, taken));
}

async function keepOnce(given: readonly Answer[], otherwise: Setup, takenTabs: readonly string[]): Promise<Kept> {
  const begun: { adding?: Adding } = {};
  try {
    return await inExcel(DOING, async (context): Promise<Kept> => {
      const found = await findOurs(context);
      if (sheetOf(found, "cover") === undefined) return "no-template";
      const reading = await readTemplate(context, found);
      if (sheetOf(found, "accessibility") === undefined) begun.adding = queueSheet(context, given, { found, reading, otherwise, takenTabs });
      else if (!queueInPlace(context, given, found, reading)) return "changed";
      await context.sync();
      return "done";
    });
  } catch (error) {
    if (!(error instanceof ExcelProblem) || begun.adding === undefined) throw error;
    throw await takenBack(error, begun.adding);
  }
}

interface Making { readonly found: Found; readonly reading: TemplateReading; readonly otherwise: Setup; readonly takenTabs: readonly string[] }

function queueSheet(context: Excel.RequestContext, given: readonly Answer[], { found, reading, otherwise, takenTabs }: Making): Adding {
  assertFree(found, { structure: true, sheets: [] }, DOING);
  const setup: Setup = { ...otherwise, ...setupOnCover(reading) };
  const blueprint = accessibilitySheet(questions.map(({ point, asks }) => [{ text: point }, { text: asks }, ...answered(given.find((answer) => answer.point === point))]));
  const naming = nameNewSheets([sheetBlueprint("accessibility", setup)], found.naming, { ...found.taken, tabs: [...found.taken.tabs, ...takenTabs] });
  queueNewSheets(context, { sheets: [blueprint] }, naming, { organisation: setup.organisationName, period: setup.period });
  return { tabs: [tabOf(naming, "accessibility")], names: [], touched: false };
}

function answered(answer: Answer | undefined): readonly Holding[] {
  if (answer === undefined) return [null, null, null];
  return [{ text: answerWords[answer.verdict] }, answer.by === "" ? null : { text: answer.by }, answer.on === null ? null : { number: answer.on }];
}

/** @returns false where the table has other columns than ours */
function queueInPlace(context: Excel.RequestContext, given: readonly Answer[], found: Found, reading: TemplateReading): boolean {
  const read = reading.tables.get(accessibilityTable.name);
  if (read === undefined || accessibilityTable.columns.some(({ header }, index) => read.headers[index] !== header)) return false;
  assertFree(found, { structure: false, sheets: ["accessibility"] }, DOING);
  const table = context.workbook.tables.getItem(read.name);
  for (const answer of given) {
    const at = read.rows.findIndex((row) => row[COLUMN.point] === answer.point);
    const asks = questions.find(({ point }) => point === answer.point)?.asks ?? "";
    const values = [answerWords[answer.verdict], answer.by, answer.on ?? ""];
    if (at < 0) table.rows.add(undefined, [[answer.point, asks, ...values, ...read.headers.slice(accessibilityTable.columns.length).map(() => "")]]);
    else table.getDataBodyRange().getCell(at, COLUMN.answer).getResizedRange(0, 2).values = [values];
  }
  return true;
}
