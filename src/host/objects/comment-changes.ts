/** What happened to a sheet's comments between two states, in the words of Excel's events. */
import type { Comment } from "../workbook/comments";

export interface CommentChange {
  readonly kind: "added" | "deleted" | "changed";
  /** For a change, which: `CommentEdited`, `CommentResolved`, `CommentReopened`, `ReplyAdded`, `ReplyDeleted` or `ReplyEdited`. */
  readonly changeType?: string;
  readonly commentId: string;
  readonly replyIds: readonly string[];
}

const replyIds = ({ replies }: Comment): readonly string[] => replies.map(({ id }) => id);

/** Comments that only moved with their cells are not changed. */
export function commentChanges(before: readonly Comment[], after: readonly Comment[]): readonly CommentChange[] {
  const told: CommentChange[] = [];
  for (const comment of after) {
    const was = before.find(({ id }) => id === comment.id);
    if (was === undefined) told.push({ kind: "added", commentId: comment.id, replyIds: replyIds(comment) });
    else for (const [changeType, ids] of differences(was, comment)) told.push({ kind: "changed", changeType, commentId: comment.id, replyIds: ids });
  }
  for (const comment of before) if (!after.some(({ id }) => id === comment.id)) told.push({ kind: "deleted", commentId: comment.id, replyIds: replyIds(comment) });
  return told;
}

function differences(was: Comment, is: Comment): readonly (readonly [changeType: string, replyIds: readonly string[]])[] {
  const added = is.replies.filter(({ id }) => !was.replies.some((reply) => reply.id === id));
  const deleted = was.replies.filter(({ id }) => !is.replies.some((reply) => reply.id === id));
  const edited = is.replies.filter((reply) => was.replies.some((other) => other.id === reply.id && other.text !== reply.text));
  return [
    ...(was.text === is.text ? [] : [["CommentEdited", []] as const]),
    ...(was.resolved === is.resolved ? [] : [[is.resolved ? "CommentResolved" : "CommentReopened", []] as const]),
    ...added.map(({ id }) => ["ReplyAdded", [id]] as const), ...deleted.map(({ id }) => ["ReplyDeleted", [id]] as const), ...edited.map(({ id }) => ["ReplyEdited", [id]] as const),
  ];
}
