/** Reads the options of export-return, each checked with words that name it and say what to do. */
import type { Contact, ReturnHeader } from "../returns/format/return-document";
import { noteIn } from "./record";
import { flagIn, optionProblem, optionsIn, textIn } from "./template-options";

export const sendOptions = {
  contacts: "list of {name, role, email}: whom the region can ask",
  region: "{code, name} of the region that it is sent to",
  draft: "true to make a draft that nobody has to have signed and that is not noted as sent (false unless said)",
  passphrase: "to encrypt the file with (age format, .age is added to its name); tell it to the region another way",
  also: "data-package: the same as CSV files with a description, zipped",
  reason: "why it is sent again, in the place of one that was sent before",
  name: "who sends it (the preparer who signed, unless said)",
  role: "what they are",
} as const;

export interface SendRequest {
  readonly contacts: readonly Contact[];
  readonly region: ReturnHeader["region"];
  readonly draft: boolean;
  readonly passphrase: string | null;
  readonly also: "data-package" | null;
  readonly reason: string;
  readonly name: string;
  readonly role: string;
}

const SHORTEST_PASSPHRASE = 8;
const LONGEST = 200;

/** @throws ActionProblem naming the option that cannot stand */
export function sendRequest(raw: unknown): SendRequest {
  const options = optionsIn(raw, sendOptions);
  const passphrase = options.get("passphrase");
  if (passphrase !== undefined && (typeof passphrase !== "string" || passphrase.length < SHORTEST_PASSPHRASE)) throw optionProblem("passphrase", `Give at least ${SHORTEST_PASSPHRASE} letters, or leave it out.`);
  const also = textIn(options, "also") ?? null;
  if (also !== null && also !== "data-package") throw optionProblem("also", `"${also}" is nothing that can be made. Use data-package, or leave it out.`);
  return {
    contacts: contactsIn(options.get("contacts")), region: regionIn(options.get("region")), draft: flagIn(options, "draft"), passphrase: passphrase ?? null, also,
    reason: noteIn(options, "reason"), name: textIn(options, "name") ?? "", role: textIn(options, "role") ?? "",
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);
const isShort = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST;

function contactsIn(value: unknown): readonly Contact[] {
  const problem = optionProblem("contacts", "Give a list of people, each with name, role and email in quotes.");
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw problem;
  return value.map((each: unknown) => {
    if (!isRecord(each)) throw problem;
    const { name, role = "", email = "" } = each;
    if (!isShort(name) || name.trim() === "" || !isShort(role) || !isShort(email)) throw problem;
    return { name: name.trim(), role: role.trim(), email: email.trim() };
  });
}

function regionIn(value: unknown): ReturnHeader["region"] {
  if (value === undefined) return null;
  if (!isRecord(value) || !isShort(value["code"]) || !isShort(value["name"]) || value["code"].trim() === "" || value["name"].trim() === "") throw optionProblem("region", "Give its code and name, each in quotes.");
  return { code: value["code"].trim().toUpperCase(), name: value["name"].trim() };
}
