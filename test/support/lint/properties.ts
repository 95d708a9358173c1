/** Document properties: the core ones and those that people add. */
import { childrenOf, duplicates, type Parts } from "./parts";

const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

export function checkProperties(parts: Parts): void {
  for (const { kind, target } of parts.relationsOf("")) {
    if (!parts.has(target)) continue;
    if (kind === "core-properties") checkCore(parts, target);
    if (kind === "custom-properties") checkCustom(parts, target);
  }
}

function checkCore(parts: Parts, part: string): void {
  const elements = childrenOf(parts.root(part));
  for (const name of duplicates(elements.map(({ localName }) => localName))) parts.report("DOC-1", part, `${name} stands twice`);
  for (const element of elements) {
    const text = element.textContent ?? "";
    if (["created", "modified"].includes(element.localName) && !DATE.test(text)) parts.report("DOC-1", part, `${element.localName} is ${text}`);
    if (element.localName === "language" && !LANGUAGE.test(text)) parts.report("DOC-1", part, `the language is ${text}`);
  }
}

function checkCustom(parts: Parts, part: string): void {
  const elements = childrenOf(parts.root(part), "property");
  const numbers = elements.map((element) => element.getAttribute("pid") ?? "");
  for (const number of numbers) if (!(Number(number) >= 2)) parts.report("DOC-2", part, `a property has the number ${number}`);
  for (const number of duplicates(numbers)) parts.report("DOC-2", part, `two properties have the number ${number}`);
  for (const name of duplicates(elements.map((element) => element.getAttribute("name") ?? ""))) parts.report("DOC-2", part, `two properties are called ${name}`);
}
