/** Whether a return belongs to what a region collects: structure, organisation, period, and that it was signed. */
import { financialYear, longDate } from "../../domain/period";
import { signatories } from "../../domain/signatories";
import { readCode, structureNamed, type Structure } from "../../domain/structures";
import { inSentence } from "../../validation/words";
import type { QuarantineCode, Quarantined, ReadReturn } from "../file/arrival";
import { byTexts } from "../order";
import { codeOf } from "./choose";
import type { Collecting, Expected } from "./collection";

/** @example standsOn(expected, "2009-03-31") // => true where the organisation exists that day */
export const standsOn = ({ from, until }: Expected, day: string): boolean => (from === null || from <= day) && (until === null || day <= until);

/** Also of a list in which somebody has the same organisation twice. */
export const inOneOrder = byTexts<Expected>((each) => [each.code, each.from ?? "", each.until ?? "", each.name, each.contact, each.email]);

/** The expected organisations that exist on the as-at date, each once, by their codes. An organisation that was renamed has a line for each name, with dates. */
export function expectedOn({ expected, asAt }: Collecting): ReadonlyMap<string, Expected> {
  const standing = expected.filter((each) => standsOn(each, asAt)).sort(inOneOrder);
  return new Map(standing.map((each) => [each.code.trim().toUpperCase(), each]));
}

/** @returns null where it belongs; otherwise the first thing that does not fit */
export function strangerIn(arrived: ReadReturn, collecting: Collecting, expected: ReadonlyMap<string, Expected>): Quarantined | null {
  const { header } = arrived.document;
  const structure = structureNamed(collecting.structure);
  const refuse = (code: QuarantineCode, says: string, fix: string): Quarantined => ({ kind: "quarantined", file: arrived.file, code, says, fix, organisation: codeOf(arrived) });
  if (header.structure !== collecting.structure) {
    return refuse("other-structure", `It is of the ${nameOf(header.structure)}, and returns of the ${nameOf(collecting.structure)} are collected.`, "Choose the other structure on the Cover of the organisation's workbook, or collect it with the returns of its own structure.");
  }
  if (financialYear(header.period)?.label !== financialYear(collecting.period)?.label) {
    return refuse("other-period", `It is for ${header.period}, and returns for ${collecting.period} are collected.`, `Ask for the return for ${collecting.period}, or collect this one with those of its own period.`);
  }
  const unknown = structure === null ? null : whyUnknown(codeOf(arrived), structure, collecting, expected);
  if (unknown !== null) return refuse("organisation-unknown", ...unknown);
  if (!collecting.draftsToo && !isSignedOff(arrived)) {
    const lacking = signatories.filter(({ id }) => !hasSigned(arrived, id)).map(({ name }) => name.toLowerCase());
    return refuse("not-signed-off", header.stage === "draft" ? "It is a draft that nobody signed off." : `It says that it is final, but its log has no signature of these figures by: ${inSentence(lacking)}.`, "Ask for the return once it is signed off, or count drafts too.");
  }
  return null;
}

const nameOf = (id: string): string => structureNamed(id)?.name ?? id;

function whyUnknown(code: string, structure: Structure, { expected: listed, asAt }: Collecting, expected: ReadonlyMap<string, Expected>): readonly [string, string] | null {
  const reading = readCode(structure, code);
  if (reading.kind === "wrong-shape") return [`"${code}" is not a code of the ${structure.name}: ${inSentence(structure.kinds.map(({ name, codeInWords }) => `${name}: ${codeInWords}`))}.`, "Ask the organisation to type its code as it stands in the national list, and to send the return again."];
  if (reading.kind === "not-in-list") return [`No ${reading.organisation.name.toLowerCase()} has the code "${code}".`, "Ask the organisation to type its code as it stands in the national list, and to send the return again."];
  if (listed.length === 0 || expected.has(code)) return null;
  const past = listed.find((each) => each.code.trim().toUpperCase() === code);
  if (past === undefined) return [`${code} is not among the organisations that are expected to send a return.`, "Check the code, or add the organisation to those that are expected."];
  const dates = [past.from === null ? "" : `from ${longDate(past.from)}`, past.until === null ? "" : `until ${longDate(past.until)}`].filter((part) => part !== "").join(" ");
  return [`${code} (${past.name}) is listed ${dates}, which leaves out ${longDate(asAt)}.`, "Check the dates of the organisation in the list, or ask its successor for the return."];
}

const isSignedOff = (arrived: ReadReturn): boolean => arrived.document.header.stage === "final" && signatories.every(({ id }) => hasSigned(arrived, id));
const hasSigned = ({ document: { log, figuresDigest } }: ReadReturn, id: string): boolean => log.some((line) => line.event === "signed" && line.as === id && line.figures === figuresDigest);
