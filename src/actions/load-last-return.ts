/** Reads a return of an earlier date and keeps its figures on Last return, so that rules that look back have something to look at. */
import { lastReturnSheet, lastReturnTable } from "../blueprint/sheets/last-return";
import { longDate } from "../domain/period";
import { amend, type Amendment } from "../excel/amend";
import type { BookReading } from "../excel/read-book";
import { readReturn } from "../returns/file/read-return";
import type { ReturnDocument } from "../returns/format/return-document";
import { lastReturnRows } from "../returns/last-return";
import { ActionProblem, type Action } from "./action";
import { sayingWhatStands } from "./after-refusal";
import { bytesOf } from "./base64";
import { now } from "./clock";
import { inOneStep } from "./one-step";
import { STANDING, usable } from "./record";
import { optionProblem, optionsIn, textIn } from "./template-options";

export const loadLastReturn: Action = {
  id: "load-last-return",
  label: "Load the last return",
  options: { file: "the return's file, as base64", name: "its name", passphrase: "where it is encrypted" },
  async perform(raw, progress) {
    const options = optionsIn(raw, loadLastReturn.options);
    const document = await documentIn(textIn(options, "file") ?? "", textIn(options, "name") ?? "", textIn(options, "passphrase") ?? "");
    const says = await inOneStep(progress, "Reading the last return", () => sayingWhatStands(() => amend("writing the last return's figures down", (reading) => decide(reading, document), now()), "load it again"), STANDING);
    return { says, findings: [], files: [] };
  },
};

/** @throws ActionProblem with the code of why it cannot be read */
async function documentIn(base64: string, name: string, passphrase: string): Promise<ReturnDocument> {
  const bytes = bytesIn(base64);
  const arrival = await readReturn({ name, size: bytes.length, bytes }, passphrase === "" ? {} : { passphrase });
  if (arrival.kind === "quarantined") throw new ActionProblem(arrival.code, `${name === "" ? "The file" : name} cannot be used. ${arrival.says} ${arrival.fix} Nothing was changed.`);
  return arrival.document;
}

/** @throws ActionProblem where it is no base64 */
function bytesIn(base64: string): Uint8Array {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64) || base64.length % 4 !== 0) throw optionProblem("file", "Give the file's bytes as base64.");
  return bytesOf(base64);
}

async function decide(reading: BookReading, { header, thresholds, tables, digest }: ReturnDocument): Promise<Amendment<string>> {
  const { figures: { header: own } } = usable(reading);
  const refuse = (code: string, says: string): ActionProblem => new ActionProblem(code, `${says} Nothing was changed.`);
  if (header.organisation.code.toUpperCase() !== own.organisation.code.toUpperCase()) throw refuse("other-organisation", `That is the return of ${header.organisation.name} (${header.organisation.code}), and this workbook is of ${own.organisation.name} (${own.organisation.code}). Choose a return of your own.`);
  if (header.asAt >= own.asAt) throw refuse("not-earlier", `That return is as at ${longDate(header.asAt)}, and this one as at ${longDate(own.asAt)}. Choose an earlier one.`);
  if (header.structure !== own.structure) throw refuse("other-structure", "That return is of another structure, so its figures cannot be compared. Choose a return of the same structure.");
  if (header.nil !== null) throw refuse("nil", "That was a nil return, with no figures to compare. Choose a return with figures.");
  const rows = lastReturnRows({ header: { ...header, digest }, thresholds, tables });
  const draft = header.stage === "draft" ? " It was a draft that nobody signed." : "";
  return {
    check: null, record: null, tables: [{ definition: lastReturnTable, rows, sheet: lastReturnSheet(rows), links: [] }],
    told: `The figures of ${header.period}, as at ${longDate(header.asAt)}, sequence ${header.sequence}, are on Last return.${draft} Check again: the rules now compare with them.`,
  };
}
