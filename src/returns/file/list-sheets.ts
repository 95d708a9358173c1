/** The sheets of a return that are lists: explanations of findings, answers to queries, and the log. */
import type { ReturnDocument } from "../format/return-document";
import { eventWords } from "../sign-off/log";
import { signatories } from "../../domain/signatories";
import { cell, HEADINGS_ROW, type ReturnCell, type ReturnCells, type ReturnSheet } from "./return-sheet-model";
import { shortDigest, shownDay, shownMoment, shownText } from "./shown-words";
import { listed, OTHER_SHEETS, sheetTop } from "./table-sheets";

export function explanationsSheet({ header, explanations }: ReturnDocument): ReturnSheet {
  const note = explanations.length === 0 ? "Nothing was explained." : "What was said of each finding that needed an explanation, by whom and when.";
  return {
    name: OTHER_SHEETS.explanations, frozenRows: HEADINGS_ROW, widths: [10, 16, 50, 50, 24, 18],
    rows: [
      ...sheetTop(header, OTHER_SHEETS.explanations, note), headings("Rule", "Reference", "Found", "Explanation", "By", "On"),
      ...explanations.map(({ code, reference, says, text, by, on }) => [given(code), given(reference), given(says), given(text), given(by), given(on === null ? "" : shownDay(on))]),
    ],
  };
}

export function answersSheet({ header, answers }: ReturnDocument): ReturnSheet {
  return {
    name: OTHER_SHEETS.answers, frozenRows: HEADINGS_ROW, widths: [26, 80, 24, 18],
    rows: [
      ...sheetTop(header, OTHER_SHEETS.answers, "What was answered to the region's queries, by whom and when."), headings("Query", "Answer", "By", "On"),
      ...answers.map(({ query, text, by, on }) => [given(query), given(text), given(by), given(on === null ? "" : shownDay(on))]),
    ],
  };
}

export function logSheet({ header, log }: ReturnDocument): ReturnSheet {
  const note = "What happened to this return. Each line holds the hash of the line before, so that none can be changed or taken out unseen; of each hash, the first 16 digits.";
  return {
    name: OTHER_SHEETS.log, frozenRows: HEADINGS_ROW, widths: [7, 13, 16, 28, 26, 22, 36, 9, 20, 20],
    rows: [
      ...sheetTop(header, OTHER_SHEETS.log, note),
      [cell("Line", "headerRight"), ...headings("What", "As", "Name", "Role", "When", "Why"), cell("Return", "headerRight"), ...headings("Figures", "Hash")],
      ...log.map((line): ReturnCells => [
        cell(line.number, "figure"), given(eventWords[line.event]), given(signatories.find(({ id }) => id === line.as)?.name ?? ""), given(line.by), given(line.role),
        given(shownMoment(line.on)), given(line.note), listed(line.sequence, "figure"), given(shortDigest(line.figures)), given(shortDigest(line.hash)),
      ]),
    ],
  };
}

const headings = (...texts: readonly string[]): ReturnCells => texts.map((text) => cell(text, "header"));
const given = (text: string): ReturnCell => listed(shownText(text), "entry");
