/** The letter that reminds an organisation of its return: whole, plain, ready to be sent. */
import { longDate } from "../../domain/period";
import { signatories } from "../../domain/signatories";
import { inSentence } from "../../validation/words";
import type { Quarantined } from "../file/arrival";
import type { Collecting } from "./collection";

export interface Reminded { readonly code: string; readonly name: string; readonly contact: string; readonly email: string }

/** "missing": nothing came. "quarantined": something came that cannot be used; what is wrong is said, what to do about the file is for the region. "draft": it is not signed off. */
export type Wanting = { readonly kind: "missing" } | { readonly kind: "quarantined"; readonly files: readonly Quarantined[] } | { readonly kind: "draft"; readonly file: string };

export function reminderTo({ code, name, contact, email }: Reminded, wanting: Wanting, { region, period, asAt, due }: Collecting): string {
  const address = [contact, email === "" ? "" : `<${email}>`].filter((part) => part !== "").join(" ");
  return [
    `To: ${address === "" ? `${name} (${code})` : `${address}, ${name} (${code})`}`,
    `Subject: Talent and leadership return ${period}: ${name}`,
    `Dear ${contact === "" ? "colleague" : contact},`,
    opening(wanting, name, period),
    `The return is for ${period}, with figures as at ${longDate(asAt)}.${due === null ? "" : ` The last day for it is ${longDate(due)}.`}`,
    `To send it: complete and check the figures in your workbook, have it signed off (${inSentence(signatories.map((each) => each.name.toLowerCase()))}), make the return's file under Sign off and send, and send us that file as it is, without opening and saving it again.`,
    "If there is nothing to return, please send a nil return with the reason. Without one we cannot tell nothing to return from a return that got lost.",
    "If it is on its way, please tell us the file's name and the day on which it was sent.",
    `${region.name} (${region.code})`,
  ].join("\n\n");
}

function opening(wanting: Wanting, name: string, period: string): string {
  switch (wanting.kind) {
    case "missing": return `We have not received the talent and leadership return of ${name} for ${period}.`;
    case "draft": return `The return of ${name} for ${period} (${wanting.file}) is a draft. It is shown as such until a return that is signed off takes its place.`;
    case "quarantined": return [`What was sent for ${name} cannot be used:`, ...wanting.files.map(({ file, says }) => `- ${file}: ${says}`)].join("\n");
  }
}
