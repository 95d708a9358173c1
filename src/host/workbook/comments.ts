/** Comments as Excel keeps them: one thread to a cell, with replies. Plain immutable data. */

export interface Person {
  readonly name: string;
  /** What the person is known by: an email address, or "". */
  readonly email: string;
}

export interface Mention extends Person {
  /** Where the name starts in the text, and how long it is. */
  readonly start: number;
  readonly length: number;
}

export interface CommentText {
  /** "{GUID}", never reused. */
  readonly id: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly author: Person;
  /** When it was written, as ISO text. */
  readonly created: string;
}

export interface Comment extends CommentText {
  readonly row: number;
  readonly column: number;
  readonly resolved: boolean;
  readonly replies: readonly CommentText[];
}
