/** The ribbon as the page reads it from the add-in's manifest. */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { readRibbon } from "../../../src/workbench/page/ribbon";

const manifest = readFileSync("manifest.xml", "utf8");
const read = (xml: string) => readRibbon(xml, new (new JSDOM("").window.DOMParser)());

it("has every button of the manifest, with what it does and the address it is served at here", () => {
  const ribbon = read(manifest);
  expect({ addinName: ribbon.addinName, tab: ribbon.tab, panePage: ribbon.panePage, functionPage: ribbon.functionPage })
    .toEqual({ addinName: "Talent Plan", tab: "Talent Plan", panePage: "/addin/taskpane.html", functionPage: "/addin/commands.html" });
  expect(ribbon.buttons.map(({ label, icon, action }) => ({ label, icon, action }))).toEqual([
    { label: "Set up", icon: "/addin/assets/set-up-32.png", action: { kind: "pane" } },
    { label: "Check", icon: "/addin/assets/check-32.png", action: { kind: "function", name: "check" } },
    { label: "Summarise", icon: "/addin/assets/summarise-32.png", action: { kind: "function", name: "summarise" } },
  ]);
  for (const button of ribbon.buttons) expect([button.id, button.tip.length > 20]).toEqual([expect.stringMatching(/^TalentPlan\./), true]);
});

it.each([
  { xml: "<OfficeApp", says: "The add-in's manifest is not well formed." },
  { xml: manifest.replace(/<CustomTab[\s\S]*<\/CustomTab>/, ""), says: "The add-in's manifest has no ribbon tab." },
  { xml: manifest.replace('<bt:String id="Check.Label"', '<bt:String id="Other.Label"'), says: "The add-in's manifest has no label for a button." },
  { xml: manifest.replace('<bt:Url id="Commands.Url"', '<bt:Url id="Other.Url"'), says: "The add-in's manifest has no function file." },
])("says what is missing: $says", ({ xml, says }) => {
  expect(() => read(xml)).toThrow(says);
});
