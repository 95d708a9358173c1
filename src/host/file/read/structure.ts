/** Whether the workbook's structure is protected, and how its password is kept. */
import { attribute, child, yesNo } from "../xml/query";
import type { XmlElement } from "../xml/scan";

export interface Structure { readonly locked: boolean; readonly password: Readonly<Record<string, string>> }

/** A workbook's attributes by their names on a sheet. */
export const structureWords: readonly (readonly [name: string, attribute: string])[] = [
  ["password", "workbookPassword"], ["algorithmName", "workbookAlgorithmName"], ["hashValue", "workbookHashValue"],
  ["saltValue", "workbookSaltValue"], ["spinCount", "workbookSpinCount"],
];

export function readStructure(root: XmlElement): Structure {
  const element = child(root, "workbookProtection");
  const password: Record<string, string> = {};
  for (const [name, written] of structureWords) {
    const value = attribute(element, written);
    if (value !== null) password[name] = value;
  }
  return { locked: yesNo(element, "lockStructure", false), password };
}
