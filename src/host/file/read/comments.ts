/** A sheet's comments: their threads are in a part of their own, and the people in the workbook's list. Older notes stay in the file. */
import { parseArea } from "../../workbook/area";
import type { Comment, CommentText, Mention, Person } from "../../workbook/comments";
import { relatedOfKind, type Parts } from "../package/package";
import { at, attribute, child, childrenOf, numberAttribute, yesNo } from "../xml/query";
import { scanXml, type XmlElement } from "../xml/scan";

/** How the notes part marks what only stands in for a comment. */
export const STANDS_FOR = "tc=";

/** People by the file's id. */
export function readPersons(parts: Parts, workbookPart: string): ReadonlyMap<string, Person> {
  const part = relatedOfKind(parts, workbookPart, "person");
  if (part === null) return new Map();
  return new Map(childrenOf(scanXml(parts.text(part), part), "person").map((element) => {
    const known = attribute(element, "userId") ?? "";
    const email = /[^:\s]+@[^:\s]+/.exec(known)?.[0] ?? "";
    return [attribute(element, "id") ?? "", { name: attribute(element, "displayName") ?? "", email }] as const;
  }));
}

export function readComments(parts: Parts, sheetPart: string, persons: ReadonlyMap<string, Person>): readonly Comment[] {
  const part = relatedOfKind(parts, sheetPart, "threadedComment");
  if (part === null) return [];
  const elements = childrenOf(scanXml(parts.text(part), part), "threadedComment");
  const replies = (id: string): readonly CommentText[] => elements.filter((element) => attribute(element, "parentId") === id).map((element) => textOf(element, persons));
  return elements.flatMap((element): readonly Comment[] => {
    const cell = parseArea(attribute(element, "ref") ?? "");
    if (attribute(element, "parentId") !== null || cell === null) return [];
    const own = textOf(element, persons);
    return [{ ...own, row: cell.top, column: cell.left, resolved: yesNo(element, "done", false), replies: replies(own.id) }];
  });
}

function textOf(element: XmlElement, persons: ReadonlyMap<string, Person>): CommentText {
  const mentions = childrenOf(at(element, "mentions"), "mention").map((mention): Mention => ({
    ...(persons.get(attribute(mention, "mentionpersonId") ?? "") ?? { name: "", email: "" }),
    start: numberAttribute(mention, "startIndex") ?? 0, length: numberAttribute(mention, "length") ?? 0,
  }));
  return {
    id: attribute(element, "id") ?? "", text: child(element, "text")?.text ?? "", mentions,
    author: persons.get(attribute(element, "personId") ?? "") ?? { name: "", email: "" }, created: attribute(element, "dT") ?? "",
  };
}
