/** Cases of rules over tables that modules to come will bring: the figures are given here, headings first. */
import type { PlainCell, PlainFigures, PlainTable } from "../language/vector-figures";

export interface WaitingExample {
  readonly rule: string;
  readonly because: string;
  readonly fails: PlainFigures;
  /** Cells, as in a sheet on which the table starts at A1. */
  readonly at: readonly string[];
  readonly neighbour: PlainFigures;
  readonly remedy: PlainFigures;
}

type Row = readonly PlainCell[];

/** One row under its headings: the one that fails, the one that passes, and the one put right. */
export function oneRow(rule: string, because: string, table: string, headings: string, rows: readonly [fails: Row, neighbour: Row, remedy: Row], at: string, beside: Pick<PlainFigures, "last" | "keys"> & { readonly cover?: PlainTable } = {}): WaitingExample {
  const { cover, ...more } = beside;
  const figures = (row: Row): PlainFigures => ({ tables: { [table]: [headings.split(" "), row], ...(cover === undefined ? {} : { cover }) }, ...more });
  return { rule, because, fails: figures(rows[0]), at: [at], neighbour: figures(rows[1]), remedy: figures(rows[2]) };
}

const TRANSITIONS = "transition-from stay move-up move-across leave";
const RISKS = "risk likelihood impact score risk-threshold mitigation residual-score";
const BOXES = Array.from({ length: 9 }, (_, index) => `box-${index + 1}`).join(" ");
const DAY = 39_904;

const forecasting: readonly WaitingExample[] = [
  oneRow("E35.sum", "1.01 of everybody", "transitions", TRANSITIONS, [["Deputies", 0.81, 0.1, 0.05, 0.05], ["Deputies", 0.805, 0.1, 0.05, 0.05], ["Deputies", 0.8, 0.1, 0.05, 0.05]], "B2"),
  oneRow("E35.low", "fewer than none leave", "transitions", TRANSITIONS, [["Deputies", 0.9, 0.1, 0.05, -0.05], ["Deputies", 0.85, 0.1, 0.05, 0], ["Deputies", 0.8, 0.1, 0.05, 0.05]], "E2"),
  oneRow("E35.high", "a percentage in place of a share", "transitions", TRANSITIONS, [["Deputies", 80, 0.1, 0.05, 0.05], ["Deputies", 1, 0, 0, 0], ["Deputies", 0.8, 0.1, 0.05, 0.05]], "B2"),
];

const governance: readonly WaitingExample[] = [
  oneRow("E65", "four people could be told apart", "publishable", "published-row published-in-group published-not-in-group published-unknown smallest-published", [["BME", 4, 90, 0, 5], ["BME", 5, 90, 0, 5], ["BME", "<5", "*", 0, 5]], "B2"),
  oneRow("E60", "the chief executive has to sign", "sign-off", "signatory must-sign signed-on changed-on", [["Chief executive", 1, "", DAY], ["Chair", "", "", DAY], ["Chief executive", 1, DAY, DAY]], "C2"),
  oneRow("E60.order", "figures changed the day after", "sign-off", "signatory must-sign signed-on changed-on", [["Chief executive", 1, DAY, DAY + 1], ["Chief executive", 1, DAY, DAY], ["Chief executive", 1, DAY + 1, DAY + 1]], "C2"),
  oneRow("W61.statements", "twelve statements, twelve answers", "readiness", "statement statement-number answer", [["Our board leads on talent", 3, ""], ["Our board leads on talent", 3, "No"], ["Our board leads on talent", 3, "Yes"]], "C2"),
  oneRow("W61.questions", "the question is asked", "questions", "question question-number question-answer", [["Where are the gaps?", 7, ""], ["Where are the gaps?", 7, "None"], ["Where are the gaps?", 7, "Nursing directors"]], "C2"),
  oneRow("E62", "20 is above the threshold of 15", "risks", RISKS, [["Loss of finance directors", 4, 5, 20, 15, "", ""], ["Loss of finance directors", 2, 7, 14, 15, "", ""], ["Loss of finance directors", 4, 5, 20, 15, "Shared deputies by June", 10]], "F2"),
  oneRow("E62.range", "impact runs to 5", "risks", RISKS, [["Loss", 4, 6, 24, 15, "Yes", 10], ["Loss", 4, 5, 20, 15, "Yes", 10], ["Loss", 4, 5, 20, 15, "Yes", 10]], "C2"),
  oneRow("E62.score", "four times five is 20", "risks", RISKS, [["Loss", 4, 5, 19, 15, "Yes", 10], ["Loss", 4, 5, 20, 15, "Yes", 10], ["Loss", 4, 5, 20, 15, "Yes", 10]], "D2"),
  oneRow("W62", "mitigation makes it worse", "risks", RISKS, [["Loss", 4, 5, 20, 15, "Yes", 21], ["Loss", 4, 5, 20, 15, "Yes", 20], ["Loss", 4, 5, 20, 15, "Yes", 10]], "G2"),
  oneRow("W63", "0.9 for each opening and nothing is done", "gap-actions", "action-role-group action-ratio actions", [["Nursing", 0.9, 0], ["Nursing", 1, 0], ["Nursing", 0.9, 1]], "C2", { cover: [["ratio-amber"], [1]] }),
  oneRow("W64.due", "due yesterday and half done", "actions", "action action-number due-on owner percent-done", [["Mentors", 1, DAY - 1, "HR director", 50], ["Mentors", 1, DAY, "HR director", 50], ["Mentors", 1, DAY - 1, "HR director", 100]], "C2", { cover: [["header-as-at"], [DAY]] }),
  oneRow("W64.no-day", "some day is no day", "actions", "action action-number due-on owner percent-done", [["Mentors", 1, "", "HR director", 50], ["", "", "", "", ""], ["Mentors", 1, DAY, "HR director", 50]], "C2"),
  oneRow("W64.no-owner", "everybody is nobody", "actions", "action action-number due-on owner percent-done", [["Mentors", 1, DAY, "", 50], ["", "", "", "", ""], ["Mentors", 1, DAY, "HR director", 50]], "D2"),
  oneRow("E64", "all is all", "actions", "action action-number due-on owner percent-done", [["Mentors", 1, DAY, "HR director", 101], ["Mentors", 1, DAY, "HR director", 100], ["Mentors", 1, DAY, "HR director", 10]], "E2"),
  oneRow("W66", "more than 20% is expected", "investment", "chief-executive-time", [[20], [20.5], [25]], "A2"),
  oneRow("E13.time", "nobody gives more than all", "investment", "chief-executive-time", [[101], [100], [25]], "A2"),
];

const talent: readonly WaitingExample[] = [
  oneRow("E31.assessed", "13 ready of 12 assessed", "assessment", "assessment-role-group pool assessed ready", [["Finance", 40, 12, 13], ["Finance", 40, 12, 12], ["Finance", 40, 12, 3]], "D2"),
  oneRow("E31.pool", "41 assessed in a pool of 40", "assessment", "assessment-role-group pool assessed ready", [["Finance", 40, 41, 13], ["Finance", 40, 40, 13], ["Finance", 40, 31, 13]], "C2"),
  oneRow("E30.nine-box", "somebody stands in two boxes", "assessment", `assessment-role-group assessed ${BOXES}`, [["Finance", 9, 1, 1, 1, 1, 1, 1, 1, 1, 2], ["Finance", 9, 1, 1, 1, 1, 1, 1, 1, 1, 1], ["Finance", 9, 0, 2, 1, 1, 1, 1, 1, 1, 1]], "C2"),
  oneRow("E31.shortlisted", "31 shortlisted of 30", "recruitment", "recruitment-group applied shortlisted appointed", [["BME", 30, 31, 2], ["BME", 30, 30, 2], ["BME", 30, 13, 2]], "C2"),
  oneRow("E31.appointed", "six appointed of five", "recruitment", "recruitment-group applied shortlisted appointed", [["BME", 30, 5, 6], ["BME", 30, 5, 5], ["BME", 30, 5, 1]], "D2"),
  oneRow("E31.completed", "21 finished of 20", "programmes", "programme enrolled completed", [["Top leaders", 20, 21], ["Top leaders", 20, 20], ["Top leaders", 20, 12]], "C2"),
];

export const waitingExamples: readonly WaitingExample[] = [...forecasting, ...governance, ...talent];
