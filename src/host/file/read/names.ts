/** The workbook's defined names. */
import type { DefinedName } from "../../workbook/features";
import { formulaFromFile } from "../formula-form";
import type { TabOrigin } from "../opened-file";
import { attribute, childrenOf, yesNo, numberAttribute, child } from "../xml/query";
import type { XmlElement } from "../xml/scan";

/** How files mark the names that are Excel's own. */
export const OWN_NAME = "_xlnm.";

export function readNames(root: XmlElement, text: string, tabs: readonly TabOrigin[], written: Map<object, string>): readonly DefinedName[] {
  return childrenOf(child(root, "definedNames"), "definedName").flatMap((element) => {
    const tab = numberAttribute(element, "localSheetId");
    const sheet = tab === null ? null : tabs[tab]?.sheet ?? undefined;
    // Names of chart sheets stay in the file, since the model has no sheet for them.
    if (sheet === undefined) return [];
    const spelt = attribute(element, "name") ?? "";
    const name: DefinedName = {
      name: spelt.startsWith(OWN_NAME) ? spelt.slice(OWN_NAME.length) : spelt,
      formula: formulaFromFile(element.text, null),
      scope: sheet?.id ?? null,
      visible: !yesNo(element, "hidden", false),
      comment: attribute(element, "comment") ?? "",
    };
    written.set(name, text.slice(element.start, element.end));
    return [name];
  });
}
