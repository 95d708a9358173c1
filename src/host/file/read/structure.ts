/** What the workbook part says of its structure's protection and of calculation. */
import { usualCalculation, type CalculationSettings } from "../../workbook/document";
import { attribute, child, numberAttribute, yesNo } from "../xml/query";
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

/** Excel's own box goes to this. */
const MOST_ITERATIONS = 32_767;

/** How files spell the modes. */
export const calculationModes: readonly (readonly [mode: CalculationSettings["mode"], written: string])[] = [["Automatic", "auto"], ["AutomaticExceptTables", "autoNoTable"], ["Manual", "manual"]];

export function readCalculation(root: XmlElement): CalculationSettings {
  const element = child(root, "calcPr");
  return {
    mode: calculationModes.find(([, written]) => written === attribute(element, "calcMode"))?.[0] ?? usualCalculation.mode,
    iterates: yesNo(element, "iterate", usualCalculation.iterates),
    maxIteration: Math.max(1, Math.min(MOST_ITERATIONS, Math.trunc(numberAttribute(element, "iterateCount") ?? usualCalculation.maxIteration))),
    maxChange: Math.max(0, numberAttribute(element, "iterateDelta") ?? usualCalculation.maxChange),
    fullPrecision: yesNo(element, "fullPrecision", usualCalculation.fullPrecision),
  };
}
