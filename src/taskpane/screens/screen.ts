/** What every screen is made of: a body that scrolls, and below it the one primary action, always in sight. */
import type * as React from "react";
import type { Pane } from "../use-pane";
import type { TemplateState } from "../../actions/workbook-state";

export interface ScreenProps { readonly pane: Pane }
export interface ScreenParts { readonly Body: React.ComponentType<ScreenProps>; readonly Actions: React.ComponentType<ScreenProps> }

/** The template's state, on screens that are shown only when there is one. @throws Error when a screen is shown without one, which is a mistake of ours */
export function templateOf({ state: { book } }: Pane): TemplateState {
  if (book.kind !== "with-template") throw new Error(`This screen needs a template; the workbook is ${book.kind}.`);
  return book;
}

export const isBusy = ({ state }: Pane): boolean => state.doing.kind !== "nothing";
