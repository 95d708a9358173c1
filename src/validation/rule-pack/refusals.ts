/** Why a rule pack is not taken, and what to do about it. Codes are permanent. */

interface RefusalWords { readonly says: string; readonly fix: string }

/** Words have {facts} that are filled in. Every remedy starts with a verb. */
export const refusals = {
  "not-a-pack": { says: "This file is not a rule pack. {why}", fix: "Choose the file that the publisher sent, as it came." },
  incomplete: { says: "The rule pack that this workbook keeps is not whole any more, or this Excel is too old to unpack it.", fix: "Load it again from the file that its publisher sent." },
  "too-large": { says: "This file has more than {most} characters, which no rule pack has.", fix: "Choose the file that the publisher sent, as it came." },
  "newer-format": { says: "This rule pack is written for a newer add-in: it is in version {found} of the format, and this add-in reads version {known}.", fix: "Update the add-in, or ask {publisher} for a pack for this one." },
  unsigned: { says: "This rule pack is not signed, so nobody can tell who made it.", fix: "Ask its publisher for the signed file." },
  "other-signature": { says: "This rule pack is signed in a way that this add-in does not know ({found}).", fix: "Update the add-in, or ask the publisher to sign it by {known}." },
  "unknown-key": { says: 'This rule pack is signed with the key "{key}", which this add-in does not know, so nobody can tell who made it.', fix: "Ask whoever looks after the add-in in your organisation whether the key belongs to your region and should be added." },
  "revoked-key": { says: 'This rule pack is signed with the key "{key}" of {owner}, which was called back on {on}: {why}', fix: "Ask {owner} for the pack signed with a new key." },
  tampered: { says: "This rule pack was changed after {owner} signed it.", fix: "Ask {owner} for the file again, and do not open and save it on the way." },
  "not-understood": { says: "This rule pack is signed by {owner}, but something in it is not right. {why}", fix: "Tell {owner} what it says here, and ask for a pack that is mended." },
  "wrong-publisher": { says: 'This rule pack says that it is from "{publisher}", but it is signed with the key of {owner}.', fix: "Ask {owner} whether the pack is theirs." },
  "key-not-valid": { says: 'This rule pack was issued on {issued}, and the key "{key}" of {owner} is good for packs issued {span}.', fix: "Ask {owner} for the pack signed with a key that is in use." },
  withdrawn: { says: "{name} {version} was called back by its publisher: {why}", fix: "Ask {publisher} for the version that replaces it." },
  "newer-template": { says: "{name} {version} is for a newer template than this add-in makes: its version starts with {found}, and rules for this template start with {known}.", fix: "Update the add-in, or ask {publisher} for a pack that starts with {known}." },
  older: { says: "{name} {version} is older than {present}, by which this workbook is checked now.", fix: "Keep the newer rules, or go back to those that come with the add-in first if you mean to use older ones." },
  "older-than-shipped": { says: "{name} {version} is older than {present}, which comes with the add-in.", fix: "Keep the newer rules." },
  "same-version": { says: "{name} {version} is not what this workbook is checked by now, though it has the same version.", fix: "Ask {publisher} which of the two is right, and for a new version number." },
  "not-yet-effective": { says: "{name} {version} is for returns from {from} on, and this return is for {period}.", fix: "Keep the rules that are in use until the return is for {from}." },
  "no-longer-effective": { says: "{name} {version} is for returns up to {to}, and this return is for {period}.", fix: "Ask {publisher} for the rules for {period}." },
} as const satisfies Readonly<Record<string, RefusalWords>>;

export type RefusalCode = keyof typeof refusals;

/** A pack that is not taken. `says` is why, `fix` what to do. */
export interface Refused { readonly kind: "refused"; readonly code: RefusalCode; readonly says: string; readonly fix: string }

export function refused(code: RefusalCode, facts: Readonly<Record<string, string>>): Refused {
  const filled = (words: string): string => words.replace(/\{(\w+)\}/g, (whole, fact: string) => facts[fact] ?? whole);
  return { kind: "refused", code, says: filled(refusals[code].says), fix: filled(refusals[code].fix) };
}
