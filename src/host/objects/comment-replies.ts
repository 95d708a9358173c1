/** Excel.CommentReplyCollection and Excel.CommentReply. */
import { area as areaOf } from "../workbook/area";
import type { CommentText } from "../workbook/comments";
import { changeComment, commentClass, commentOf, mentionsOf, newText, plainFrom, richFrom, richOf, type CommentSelf } from "./comments";
import { declareClass, method, scalar, type HostObject, type ObjectClass } from "./definition";
import { rangeClass } from "./range";
import { itemNotFound } from "./refusal";

interface ReplySelf extends CommentSelf { readonly reply: string }

function replyOf(self: ReplySelf): CommentText {
  const reply = commentOf(self).replies.find(({ id }) => id === self.reply);
  if (reply === undefined) throw itemNotFound();
  return reply;
}

function change(self: ReplySelf, how: (reply: CommentText) => CommentText | null): void {
  replyOf(self);
  changeComment(self, (comment) => ({ ...comment, replies: comment.replies.flatMap((reply) => {
    const after = reply.id === self.reply ? how(reply) : reply;
    return after === null ? [] : [after];
  }) }));
}

const replyClass: ObjectClass<ReplySelf> = declareClass<Excel.CommentReply, ReplySelf>("CommentReply", { identity: ({ reply }) => ({ Id: reply }) }, {
  scalars: {
    id: scalar("1.10", (self) => replyOf(self).id),
    authorEmail: scalar("1.10", (self) => replyOf(self).author.email),
    authorName: scalar("1.10", (self) => replyOf(self).author.name),
    content: scalar("1.10", (self) => replyOf(self).text, (self, value) => { const text = plainFrom(value); change(self, (reply) => ({ ...reply, text, mentions: [] })); }),
    contentType: scalar("1.12", (self) => (replyOf(self).mentions.length > 0 ? "Mention" : "Plain")),
    creationDate: scalar("1.10", (self) => new Date(replyOf(self).created)),
    mentions: scalar("1.11", (self) => mentionsOf(replyOf(self))),
    resolved: scalar("1.11", (self) => { replyOf(self); return commentOf(self).resolved; }),
    richContent: scalar("1.11", (self) => richOf(replyOf(self))),
  },
  methods: {
    delete: method("1.10", (self) => change(self, () => null)),
    getLocation: method("1.10", (self) => {
      replyOf(self);
      const { row, column } = commentOf(self);
      return rangeClass.of(self.session.range(self.sheet, areaOf(row, column)));
    }),
    getParentComment: method("1.10", (self) => { replyOf(self); return commentClass.of({ session: self.session, sheet: self.sheet, id: self.id }); }),
    updateMentions: method("1.11", (self, args) => { const rich = richFrom(args.raw(0)); change(self, (reply) => ({ ...reply, ...rich })); }),
  },
});

function found(self: CommentSelf, reply: string): HostObject | null {
  return commentOf(self).replies.some(({ id }) => id === reply) ? replyClass.of({ ...self, reply }) : null;
}
function existing(self: CommentSelf, reply: string | undefined): HostObject {
  const object = reply === undefined ? null : found(self, reply);
  if (object === null) throw itemNotFound();
  return object;
}

export const commentRepliesClass: ObjectClass<CommentSelf> = declareClass<Excel.CommentReplyCollection, CommentSelf>(
  "CommentReplyCollection",
  { items: (self) => commentOf(self).replies.map(({ id }) => replyClass.of({ ...self, reply: id })), item: (self, args) => existing(self, args.text(0)) },
  {
    methods: {
      add: method("1.10", (self, args) => {
        const reply = newText(self.session, args, 0);
        changeComment(self, (comment) => ({ ...comment, replies: [...comment.replies, reply] }));
        return replyClass.of({ ...self, reply: reply.id });
      }),
      getCount: method("1.10", (self) => commentOf(self).replies.length),
      getItem: method("1.10", (self, args) => existing(self, args.text(0))),
      getItemAt: method("1.10", (self, args) => existing(self, commentOf(self).replies[args.whole(0)]?.id)),
      getItemOrNullObject: method("1.14", (self, args) => found(self, args.text(0))),
    },
  },
);
