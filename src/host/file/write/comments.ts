/**
 * Comments of a sheet that changed: their threads, the people who wrote them, and, for older programs, a note at each cell that stands in
 * for the thread. Notes of the file's own stay as they are written.
 */
import { cellName } from "../../workbook/area";
import type { Comment, CommentText, Person } from "../../workbook/comments";
import type { Origin } from "../opened-file";
import type { Draft } from "../package/draft";
import { relatedOfKind } from "../package/package";
import { contentTypes, SPREADSHEET } from "../package/part-kinds";
import { STANDS_FOR } from "../read/comments";
import { attribute, child, childrenOf, numberAttribute } from "../xml/query";
import { scanXml } from "../xml/scan";
import { escapeText, spaceAttribute } from "../xml/text";
import { declaration, tag, withAttributes } from "../xml/write";

const THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments";
const PERSONS_PART = "xl/persons/person.xml";
const ADVICE = "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it will get removed if the file is opened in a newer version of Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ";

/** @returns the relationship of a drawing for notes that the sheet has to name, or null where it names one already or needs none */
export function writeComments(draft: Draft, { workbookPart }: Origin, sheetPart: string, comments: readonly Comment[]): string | null {
  const people = new People(draft, workbookPart);
  writeThreads(draft, sheetPart, comments, people);
  people.write();
  return writeNotes(draft, sheetPart, comments);
}

/** The workbook's list of people; one who is not there yet is added. */
class People {
  private readonly added: string[] = [];
  private readonly ids = new Map<string, string>();
  private readonly part: string | null;
  constructor(private readonly draft: Draft, private readonly workbookPart: string) {
    this.part = relatedOfKind(draft, workbookPart, "person");
    if (this.part === null) return;
    for (const element of childrenOf(scanXml(draft.text(this.part), this.part), "person")) {
      const email = /[^:\s]+@[^:\s]+/.exec(attribute(element, "userId") ?? "")?.[0] ?? "";
      this.ids.set(`${attribute(element, "displayName") ?? ""}\n${email}`, attribute(element, "id") ?? "");
    }
  }

  id({ name, email }: Person): string {
    const key = `${name}\n${email}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = `{${crypto.randomUUID().toUpperCase()}}`;
    this.ids.set(key, id);
    this.added.push(tag("person", { displayName: name, id, userId: email === "" ? name : email, providerId: "None" }));
    return id;
  }

  write(): void {
    if (this.added.length === 0) return;
    const all = this.added.join("");
    if (this.part !== null) {
      const text = this.draft.text(this.part);
      const root = scanXml(text, this.part);
      this.draft.setText(this.part, `${text.slice(0, root.closeStart)}${all}${text.slice(root.closeStart)}`);
      return;
    }
    this.draft.add(PERSONS_PART, contentTypes.persons, declaration + tag("personList", { xmlns: THREADS, "xmlns:x": SPREADSHEET }, all));
    this.draft.relate(this.workbookPart, "person", PERSONS_PART);
  }
}

function writeThreads(draft: Draft, sheetPart: string, comments: readonly Comment[], people: People): void {
  const part = relatedOfKind(draft, sheetPart, "threadedComment");
  if (comments.length === 0) {
    if (part === null) return;
    for (const { id, target } of draft.relationshipsOf(sheetPart)) if (target === part) draft.unrelate(sheetPart, id);
    draft.remove(part);
    return;
  }
  const xml = (comment: CommentText, cell: string, more: Readonly<Record<string, string | null>>): string => tag(
    "threadedComment", { ref: cell, dT: comment.created.replace(/Z$/, ""), personId: people.id(comment.author), id: comment.id, ...more },
    tag("text", {}, escapeText(comment.text)) + (comment.mentions.length === 0 ? "" : tag("mentions", {}, comment.mentions.map((mention) => tag("mention", {
      mentionpersonId: people.id(mention), mentionId: `{${crypto.randomUUID().toUpperCase()}}`, startIndex: mention.start, length: mention.length,
    })).join(""))),
  );
  const all = comments.flatMap((comment) => {
    const cell = cellName(comment.row, comment.column);
    return [xml(comment, cell, { done: comment.resolved ? "1" : null }), ...comment.replies.map((reply) => xml(reply, cell, { parentId: comment.id }))];
  });
  const text = declaration + tag("ThreadedComments", { xmlns: THREADS, "xmlns:x": SPREADSHEET }, all.join(""));
  if (part !== null) { draft.setText(part, text); return; }
  const name = draft.freeName("xl/threadedComments/threadedComment", ".xml");
  draft.add(name, contentTypes.threadedComments, text);
  draft.relate(sheetPart, "threadedComment", name);
}

interface Note { readonly row: number; readonly column: number; readonly author: string; readonly xml: string }

function writeNotes(draft: Draft, sheetPart: string, comments: readonly Comment[]): string | null {
  const part = relatedOfKind(draft, sheetPart, "comments");
  const text = part === null ? "" : draft.text(part);
  const root = part === null ? null : scanXml(text, part);
  const authors = childrenOf(child(root, "authors"), "author").map((element) => element.text);
  const cells = (reference: string): { readonly row: number; readonly column: number } => {
    const found = /^([A-Z]+)(\d+)/.exec(reference);
    return { row: Number(found?.[2] ?? 1) - 1, column: [...(found?.[1] ?? "A")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
  };
  const all = childrenOf(child(root, "commentList"), "comment").map((element): Note => ({
    ...cells(attribute(element, "ref") ?? ""), author: authors[numberAttribute(element, "authorId") ?? 0] ?? "", xml: text.slice(element.start, element.end),
  }));
  const own = all.filter(({ author }) => !author.startsWith(STANDS_FOR));
  const standIns = comments.map((comment): Note => ({ row: comment.row, column: comment.column, author: STANDS_FOR + comment.id, xml: standIn(comment) }));
  const notes = [...own, ...standIns].sort((a, b) => a.row - b.row || a.column - b.column);
  if (notes.length === 0 && part === null) return null;
  const names = [...new Set(notes.map(({ author }) => author))];
  const listed = notes.map(({ xml, author }) => { const element = scanXml(xml, "comment"); return withAttributes(xml, element, { authorId: names.indexOf(author) }) + xml.slice(element.openEnd); });
  const written = declaration + tag("comments", { xmlns: SPREADSHEET }, tag("authors", {}, names.map((name) => tag("author", {}, escapeText(name))).join("")) + `<commentList>${listed.join("")}</commentList>`);
  if (part === null) {
    const name = draft.freeName("xl/comments", ".xml");
    draft.add(name, contentTypes.comments, written);
    draft.relate(sheetPart, "comments", name);
  } else draft.setText(part, keepsRoot(text, root?.openEnd ?? 0, written));
  const gone = all.filter(({ author }) => author.startsWith(STANDS_FOR));
  return writeShapes(draft, sheetPart, gone, standIns);
}

/** The part's own start tag, with the namespaces that its notes may use. */
function keepsRoot(before: string, openEnd: number, after: string): string {
  const root = scanXml(after, "comments");
  return before.slice(0, openEnd) + after.slice(root.openEnd);
}

function standIn(comment: Comment): string {
  const text = ADVICE + [comment.text, ...comment.replies.map((reply) => reply.text)].join("\nReply:\n    ");
  return tag("comment", { ref: cellName(comment.row, comment.column), authorId: 0, shapeId: 0 }, tag("text", {}, `<t${spaceAttribute(text)}>${escapeText(text)}</t>`));
}

const SHAPE_TYPE = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
const EMPTY = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${SHAPE_TYPE}</xml>`;
const SHAPE = /<v:shape\b[^>]*>[\s\S]*?<\/v:shape>/g;

/** Every note has a shape in the sheet's older drawing, or Excel repairs the file. */
function writeShapes(draft: Draft, sheetPart: string, gone: readonly Note[], come: readonly Note[]): string | null {
  const part = relatedOfKind(draft, sheetPart, "vmlDrawing");
  const before = part === null ? EMPTY : draft.text(part);
  const isGone = (shape: string): boolean => {
    const [row, column] = [/<x:Row>(\d+)</.exec(shape)?.[1], /<x:Column>(\d+)</.exec(shape)?.[1]].map(Number);
    return shape.includes('ObjectType="Note"') && gone.some((note) => note.row === row && note.column === column);
  };
  const kept = before.replace(SHAPE, (shape) => (isGone(shape) ? "" : shape));
  let number = Math.max(1024, ...[...kept.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1])));
  const shapes = come.map((note) => shapeXml(note, ++number)).join("");
  const end = kept.lastIndexOf("</xml>");
  const text = kept.slice(0, end) + shapes + kept.slice(end);
  if (part !== null) { draft.setText(part, text); return null; }
  const name = draft.freeName("xl/drawings/vmlDrawing", ".vml");
  draft.add(name, contentTypes.vmlDrawing, text);
  return draft.relate(sheetPart, "vmlDrawing", name);
}

function shapeXml({ row, column }: Note, number: number): string {
  const anchor = [column + 1, 15, Math.max(0, row - 1), 2, column + 3, 31, row + 4, 1].join(", ");
  return `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="infoBackground [80]" o:insetmode="auto"><v:fill color2="infoBackground [80]"/><v:shadow color="none [81]" obscured="t"/>`
    + `<v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
