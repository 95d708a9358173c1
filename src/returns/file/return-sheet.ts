/** The first sheet of a return's file: whose it is, for when, who signed it, what the check found, and how to read the rest. */
import { longDate } from "../../domain/period";
import { signatories } from "../../domain/signatories";
import { structureNamed } from "../../domain/structures";
import { demandUnitWords } from "../../blueprint/setup";
import { headerLabels, thresholdMeasures } from "../../validation/vocabulary";
import { FORMAT, type ReturnDocument } from "../format/return-document";
import type { LogLine } from "../sign-off/log";
import { cell, type ReturnCell, type ReturnCells, type ReturnSheet } from "./return-sheet-model";
import { OTHER_SHEETS, statusCell, tableTitles } from "./table-sheets";
import { shortDigest, shownFigure, shownMoment, shownText } from "./shown-words";

/** `measure`: of the header or of the thresholds, where the line shows one in its second cell. */
interface Line { readonly measure?: string; readonly cells: ReturnCells }

export function returnSheet(document: ReturnDocument): ReturnSheet {
  return { name: OTHER_SHEETS.return, frozenRows: 0, widths: [30, 44, 34, 22, 20], rows: linesOf(document).map(({ cells }) => cells) };
}

/** The row, from 0, in which a figure of the header stands (in column B); null where it has none. */
export function headerRowOf(document: ReturnDocument, measure: string): number | null {
  const row = linesOf(document).findIndex((line) => line.measure === measure);
  return row < 0 ? null : row;
}

function linesOf(document: ReturnDocument): readonly Line[] {
  const { header } = document;
  return [
    { cells: [cell(shownText(`Return of ${header.organisation.name} (${header.organisation.code}), ${header.period}`), "title")] },
    { cells: [cell(`As at ${longDate(header.asAt)}. ${shownText(header.sensitivity)}: it holds small counts of people. Do not publish it as it is.`, "subtitle")] },
    { cells: [statusCell(header)] },
    ...section("This return", aboutLines(document)),
    ...section("Contacts", [headings("Name", "Role", "E-mail"), ...header.contacts.map(({ name, role, email }) => row(name, role, email))]),
    ...section("Sign-offs", [headings("Signs as", "Name", "Role", "When", "Figures signed"), ...signOffLines(document)]),
    ...section("Check at sign-off", checkLines(document)),
    ...section("Thresholds on the Cover", thresholdLines(document)),
    ...section("How to read this file", howToRead(document)),
  ];
}

const section = (title: string, lines: readonly Line[]): readonly Line[] => [{ cells: [] }, { cells: [cell(title, "heading")] }, ...lines];

const words = (text: string, look: "label" | "text" = "text"): ReturnCell | null => { const shown = shownText(text); return shown === "" ? null : cell(shown, look); };
const row = (...texts: readonly string[]): Line => ({ cells: texts.map((text) => words(text)) });
const headings = (...texts: readonly string[]): Line => ({ cells: texts.map((text) => cell(text, "header")) });
const labelled = (label: string, text: string, measure?: string): Line => ({ cells: [cell(label, "label"), words(text)], ...(measure === undefined ? {} : { measure }) });
const labelOf = (measure: string): string => headerLabels.get(measure) ?? measure;

function aboutLines({ header, formatVersion, figuresDigest, digest }: ReturnDocument): readonly Line[] {
  const { organisation, region, replaces, rulePack } = header;
  const headerLine = (measure: string, text: string): Line => labelled(labelOf(measure), text, measure);
  return [
    headerLine("organisation-code", organisation.code), headerLine("organisation-name", organisation.name),
    labelled("Sent to", region === null ? "Not said" : `${region.name} (${region.code})`),
    headerLine("structure", structureNamed(header.structure)?.name ?? header.structure), headerLine("period", header.period), headerLine("header-as-at", longDate(header.asAt)),
    headerLine("demand-unit", demandUnitWords[header.demandUnit]),
    labelled("Stage", header.stage === "final" ? "Final: signed off" : "DRAFT: not signed off"), labelled("Return of this period", `${header.sequence}`),
    labelled("Takes the place of", replaces === null ? "None: it is the first" : `Return ${replaces.sequence}: ${replaces.reason}`),
    labelled("Nil return", header.nil === null ? "No: it has figures" : `Yes: ${header.nil.reason}`), labelled("Sensitivity", header.sensitivity), labelled("Made", shownMoment(header.madeOn)),
    labelled("Template version", header.templateVersion), labelled("Rules", `${rulePack.name} ${rulePack.version}`), labelled("Format", `${FORMAT} ${formatVersion}`),
    labelled("Digest of the figures", figuresDigest), labelled("Digest of the return", digest),
  ];
}

/** For each signatory the last signature on these very figures. */
export function signaturesOn({ log, figuresDigest }: Pick<ReturnDocument, "log" | "figuresDigest">): readonly { readonly signatory: (typeof signatories)[number]; readonly line: LogLine | null }[] {
  return signatories.map((signatory) => ({ signatory, line: log.filter(({ event, as, figures }) => event === "signed" && as === signatory.id && figures === figuresDigest).at(-1) ?? null }));
}

const signOffLines = (document: ReturnDocument): readonly Line[] =>
  signaturesOn(document).map(({ signatory, line }) => (line === null ? row(signatory.name, "Not signed") : row(signatory.name, line.by, line.role, shownMoment(line.on), shortDigest(line.figures))));

function checkLines({ checked }: ReturnDocument): readonly Line[] {
  const counts = [["Must be fixed", checked.mustFix], ["To be explained", checked.explain], ["Explained", checked.explained], ["Notes", checked.note]] as const;
  return counts.map(([label, count]) => ({ cells: [cell(label, "label"), cell(count, "text")] }));
}

function thresholdLines({ thresholds }: ReturnDocument): readonly Line[] {
  const ids = [...thresholdMeasures.filter((id) => Object.hasOwn(thresholds, id)), ...Object.keys(thresholds).filter((id) => !thresholdMeasures.includes(id)).sort()];
  return ids.map((id) => {
    const shown = shownFigure(thresholds[id]);
    return { measure: id, cells: [cell(labelOf(id), "label"), shown === null || shown === "" ? null : cell(shown, "text")] };
  });
}

function howToRead(document: ReturnDocument): readonly Line[] {
  const sheets = [...tableTitles(document).values()];
  const says = [
    sheets.length === 0 ? "There are no tables of figures in this return." : `The figures are on the sheets ${sheets.join(", ")}; every one is a value that somebody entered, none is a formula.`,
    "An empty cell: not entered, so not known. 0: none. n/a: there can be no figure. A sign such as <5: known and withheld, to protect people.",
    "Explanations has what was said of findings, Log what happened to the return, and Machine-readable the same return for programs.",
    "Send this file as it is. A change to any cell is seen when it arrives, and the file is set aside.",
  ];
  return says.map((text) => ({ cells: [cell(text, "label")] }));
}
