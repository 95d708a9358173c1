/** What to do about a file that cannot be taken, for each reason. What is wrong is said where it is found. */
import type { QuarantineCode, Quarantined } from "./arrival";

const AGAIN = "Ask the organisation to send the file again as the add-in made it, without opening and saving it on the way.";
const ANEW = "Ask the organisation to make the return anew from its workbook with Sign off and send, and to send that file.";

export const fixes: Readonly<Record<QuarantineCode, string>> = {
  "too-large": "Ask the organisation for its return: it is a file of some 100 KB. This one was not read.",
  locked: "Close the program that has the file open, or wait until it is copied, and read it again.",
  unreadable: "Copy the file again, or ask for it again: it could not be opened.",
  truncated: AGAIN, damaged: AGAIN,
  "not-a-workbook": "Ask the organisation for its return, an .xlsx file made with Sign off and send.",
  "passphrase-needed": "Give the passphrase that you agreed with the organisation, and read the file again.",
  "passphrase-wrong": "Ask the organisation for the passphrase by telephone, and read the file again.",
  "not-a-return": ANEW, "document-missing": ANEW,
  "newer-format": "Install the latest version of the add-in, and read the file again.",
  "not-readable-format": ANEW, "document-altered": ANEW, "cells-altered": ANEW, "figures-altered": "Ask the organisation to check and sign off its figures as they are now, and to send them again.",
  "log-altered": "Ask the organisation to start the log of its return anew, sign off, and send it again.",
  "other-period": "Move the file to the returns of its own period, or ask for the return of this one.",
  "other-structure": "Move the file to the returns of its own structure, or ask the organisation to choose this one on its Cover.",
  "organisation-unknown": "Add the organisation to the register, or ask it to correct its code on the Cover.",
  "sequence-twice": "Ask the organisation which of the files counts, and take the other away.",
  "not-signed-off": "Ask the organisation to sign off its return, or read drafts too.",
};

export const quarantined = (file: string, code: QuarantineCode, says: string, organisation = ""): Quarantined => ({ kind: "quarantined", file, code, says, fix: fixes[code], organisation });
