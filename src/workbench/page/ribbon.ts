/** The add-in's buttons, read from its manifest as Excel reads them. */

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action: { readonly kind: "pane" } | { readonly kind: "function"; readonly name: string };
}

export interface Ribbon {
  readonly addinName: string;
  readonly tab: string;
  readonly tabId: string;
  readonly buttons: readonly RibbonButton[];
  /** Addresses on the workbench's own server. */
  readonly panePage: string;
  readonly functionPage: string;
}

const ROOT = "/addin/";

/**
 * Reads a manifest's tab. Its addresses name the server it will be deployed to; here the same pages are served under /addin/.
 *
 * @throws Error when the manifest lacks what the ribbon is made of
 */
export function readRibbon(xml: string, parser: DOMParser): Ribbon {
  const manifest = parser.parseFromString(xml, "application/xml");
  if (manifest.querySelector("parsererror") !== null) throw new Error("The add-in's manifest is not well formed.");
  const resources = new Map([...manifest.getElementsByTagName("*")].flatMap((element) => {
    const [id, value] = [element.getAttribute("id"), element.getAttribute("DefaultValue")];
    return id === null || value === null ? [] : [[id, value] as const];
  }));
  const resource = (element: Element | null, what: string): string => {
    const value = resources.get(element?.getAttribute("resid") ?? "");
    if (value === undefined) throw new Error(`The add-in's manifest has no ${what}.`);
    return value;
  };
  const tab = first(manifest.documentElement, "CustomTab");
  const functions = first(manifest.documentElement, "FunctionFile");
  if (tab === null) throw new Error("The add-in's manifest has no ribbon tab.");
  return {
    addinName: first(manifest.documentElement, "DisplayName")?.getAttribute("DefaultValue") ?? "Add-in",
    tab: resource(childOf(tab, "Label"), "label for its tab"), tabId: tab.getAttribute("id") ?? "",
    buttons: [...tab.getElementsByTagNameNS("*", "Control")].map((control) => buttonOf(control, resource)),
    panePage: served(first(manifest.documentElement, "SourceLocation")?.getAttribute("DefaultValue") ?? ""),
    functionPage: served(resource(functions, "function file")),
  };
}

function buttonOf(control: Element, resource: (element: Element | null, what: string) => string): RibbonButton {
  const action = first(control, "Action");
  const icons = [...control.getElementsByTagNameNS("*", "Image")];
  const large = icons.find((icon) => icon.getAttribute("size") === "32") ?? icons[0] ?? null;
  return {
    id: control.getAttribute("id") ?? "",
    label: resource(childOf(control, "Label"), "label for a button"),
    tip: resource(first(control, "Description"), "description for a button"),
    icon: served(resource(large, "icon for a button")),
    action: action?.getAttribute("xsi:type") === "ExecuteFunction" ? { kind: "function", name: first(action, "FunctionName")?.textContent?.trim() ?? "" } : { kind: "pane" },
  };
}

const first = (element: Element, name: string): Element | null => element.getElementsByTagNameNS("*", name)[0] ?? null;
const childOf = (element: Element, name: string): Element | null => [...element.children].find((child) => child.localName === name) ?? null;

/** @example served("https://localhost:3000/taskpane.html") // => "/addin/taskpane.html" */
function served(address: string): string {
  const { pathname } = new URL(address);
  return ROOT + pathname.replace(/^\//, "");
}
