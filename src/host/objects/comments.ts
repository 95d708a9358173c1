/** Excel.CommentCollection and Excel.Comment: the comments of a sheet, or of all sheets. One to a cell. */
import type { Comment, CommentText, Mention } from "../workbook/comments";
import type { Sheet } from "../workbook/sheet";
import { area as areaOf, columnCount, rowCount } from "../workbook/area";
import { placeNamed, type Place } from "./address";
import { fieldsFrom, flagFrom, textFrom, wholeFrom, type Arguments } from "./arguments";
import { standing } from "./cells";
import { commentRepliesClass } from "./comment-replies";
import { declareClass, method, navigation, scalar, type HostObject, type ObjectClass, type Owned } from "./definition";
import { commentEvents, eventMethods, WORKBOOK_TARGET } from "./event-registration";
import { rangeClass } from "./range";
import { accessDenied, invalidArgument, itemAlreadyExists, itemNotFound } from "./refusal";
import type { Session } from "./session";

interface CommentsSelf extends Owned { readonly session: Session; readonly sheet: Sheet | null }
export interface CommentSelf extends Owned { readonly session: Session; readonly sheet: Sheet; readonly id: string }

/** The comment as it stands. @throws Refusal ItemNotFound when it is gone */
export function commentOf({ session, sheet, id }: CommentSelf): Comment {
  const comment = session.workbook.sheetById(sheet.id) === sheet ? sheet.get("comments").find((candidate) => candidate.id === id) : undefined;
  if (comment === undefined) throw itemNotFound();
  return comment;
}

/** @throws Refusal AccessDenied on a sheet whose objects are protected */
export function changeComment(self: CommentSelf, how: (comment: Comment) => Comment | null): void {
  commentOf(self);
  assertFree(self.sheet);
  self.sheet.set("comments", self.sheet.get("comments").flatMap((comment) => {
    const after = comment.id === self.id ? how(comment) : comment;
    return after === null ? [] : [after];
  }));
}

function assertFree(sheet: Sheet): void {
  const protection = sheet.get("protection");
  if (protection !== null && protection.options["allowEditObjects"] !== true) throw accessDenied();
}

const LONGEST_TEXT = 32_767;

/** What a comment or reply says: plain text, or rich text with `<at id="0">Name</at>` where somebody is mentioned. */
export function newText(session: Session, args: Arguments, contentIndex: number): CommentText {
  const type = args.oneOfOr(contentIndex + 1, ["Plain", "Mention"] as const, "Plain");
  const { text, mentions } = type === "Plain" && typeof args.raw(contentIndex) === "string" ? { text: plainFrom(args.raw(contentIndex)), mentions: [] } : richFrom(args.raw(contentIndex));
  return { id: `{${crypto.randomUUID().toUpperCase()}}`, text, mentions, author: session.around.person, created: session.around.now().toISOString() };
}

export function plainFrom(value: unknown): string {
  const text = textFrom(value);
  if (text === "" || text.length > LONGEST_TEXT) throw invalidArgument();
  return text;
}

const MENTION = /<at id="(\d+)">(.*?)<\/at>/g;

export function richFrom(value: unknown): { readonly text: string; readonly mentions: readonly Mention[] } {
  const { richContent, mentions: people } = fieldsFrom(value);
  const listed: readonly unknown[] = Array.isArray(people) ? people : [];
  const mentions: Mention[] = [];
  const rich = plainFrom(richContent);
  let text = "";
  let at = 0;
  for (const match of rich.matchAll(MENTION)) {
    const person = listed.map(fieldsFrom).find(({ id }) => id === Number(match[1]));
    if (person === undefined) throw invalidArgument("A mention names nobody of the list.");
    text += rich.slice(at, match.index);
    mentions.push({ name: textFrom(person["name"]), email: textFrom(person["email"]), start: text.length, length: (match[2] ?? "").length });
    text += match[2] ?? "";
    at = match.index + match[0].length;
  }
  return { text: text + rich.slice(at), mentions };
}

/** The text with its mentions marked, as it was given. */
export function richOf({ text, mentions }: Pick<CommentText, "text" | "mentions">): string {
  return [...mentions.entries()].reverse().reduce((rich, [index, { start, length }]) => `${rich.slice(0, start)}<at id="${index}">${rich.slice(start, start + length)}</at>${rich.slice(start + length)}`, text);
}
export const mentionsOf = ({ mentions }: Pick<CommentText, "mentions">): Excel.CommentMention[] => mentions.map(({ name, email }, id) => ({ name, email, id }));

export const commentClass: ObjectClass<CommentSelf> = declareClass<Excel.Comment, CommentSelf>("Comment", { identity: ({ id }) => ({ Id: id }) }, {
  scalars: {
    id: scalar("1.10", (self) => commentOf(self).id),
    authorEmail: scalar("1.10", (self) => commentOf(self).author.email),
    authorName: scalar("1.10", (self) => commentOf(self).author.name),
    content: scalar("1.10", (self) => commentOf(self).text, (self, value) => { const text = plainFrom(value); changeComment(self, (comment) => ({ ...comment, text, mentions: [] })); }),
    contentType: scalar("1.12", (self) => (commentOf(self).mentions.length > 0 ? "Mention" : "Plain")),
    creationDate: scalar("1.10", (self) => new Date(commentOf(self).created)),
    mentions: scalar("1.11", (self) => mentionsOf(commentOf(self))),
    resolved: scalar("1.11", (self) => commentOf(self).resolved, (self, value) => { const resolved = flagFrom(value); changeComment(self, (comment) => ({ ...comment, resolved })); }),
    richContent: scalar("1.11", (self) => richOf(commentOf(self))),
  },
  navigations: { replies: navigation("1.10", (self) => commentRepliesClass.of(self)) },
  methods: {
    delete: method("1.10", (self) => changeComment(self, () => null)),
    getLocation: method("1.10", (self) => {
      const { row, column } = commentOf(self);
      return rangeClass.of(self.session.range(self.sheet, areaOf(row, column)));
    }),
    updateMentions: method("1.11", (self, args) => { const rich = richFrom(args.raw(0)); changeComment(self, (comment) => ({ ...comment, ...rich })); }),
  },
});

const sheets = ({ session, sheet }: CommentsSelf): readonly Sheet[] => (sheet === null ? session.workbook.sheets : [sheet]);
/** By sheet, and from the top left of each. */
const all = (self: CommentsSelf): readonly CommentSelf[] => sheets(self).flatMap((sheet) =>
  [...sheet.get("comments")].sort((a, b) => a.row - b.row || a.column - b.column).map(({ id }) => ({ session: self.session, sheet, id })));

/** One cell. @throws Refusal InvalidArgument for several */
function cellFrom(self: CommentsSelf, args: Arguments): Place {
  const range = args.object(0, rangeClass);
  const place = range === null ? placeNamed(self.session, args.text(0), self.sheet ?? self.session.activeSheet) : standing(range);
  if (place === null || rowCount(place.area) !== 1 || columnCount(place.area) !== 1 || (self.sheet !== null && place.sheet !== self.sheet)) throw invalidArgument();
  return place;
}

function add(self: CommentsSelf, args: Arguments): HostObject {
  const { sheet, area } = cellFrom(self, args);
  assertFree(sheet);
  if (sheet.get("comments").some((comment) => comment.row === area.top && comment.column === area.left)) throw itemAlreadyExists("The cell has a comment.");
  const comment: Comment = { ...newText(self.session, args, 1), row: area.top, column: area.left, resolved: false, replies: [] };
  sheet.set("comments", [...sheet.get("comments"), comment]);
  return commentClass.of({ session: self.session, sheet, id: comment.id });
}

function found(self: CommentsSelf, is: (comment: Comment) => boolean): HostObject | null {
  const comment = all(self).find((candidate) => is(commentOf(candidate)));
  return comment === undefined ? null : commentClass.of(comment);
}
function existing(self: CommentsSelf, is: (comment: Comment) => boolean): HostObject {
  const comment = found(self, is);
  if (comment === null) throw itemNotFound();
  return comment;
}

export const commentsClass: ObjectClass<CommentsSelf> = declareClass<Excel.CommentCollection, CommentsSelf>(
  "CommentCollection",
  { items: (self) => all(self).map((comment) => commentClass.of(comment)), item: (self, args) => existing(self, ({ id }) => id === args.text(0)) },
  {
    methods: {
      add: method("1.10", add),
      getCount: method("1.10", (self) => all(self).length),
      getItem: method("1.10", (self, args) => existing(self, ({ id }) => id === args.text(0))),
      getItemAt: method("1.10", (self, args) => {
        const comment = all(self)[wholeFrom(args.raw(0))];
        if (comment === undefined) throw itemNotFound();
        return commentClass.of(comment);
      }),
      getItemByCell: method("1.10", (self, args) => {
        const { sheet, area } = cellFrom(self, args);
        return existing({ session: self.session, sheet }, ({ row, column }) => row === area.top && column === area.left);
      }),
      getItemByReplyId: method("1.10", (self, args) => existing(self, ({ replies }) => replies.some(({ id }) => id === args.text(0)))),
      getItemOrNullObject: method("1.14", (self, args) => found(self, ({ id }) => id === args.text(0))),
    },
    wire: eventMethods(commentEvents, (self: CommentsSelf) => self.sheet?.id ?? WORKBOOK_TARGET),
  },
);
