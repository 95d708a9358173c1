/** Every action there is, in the order of the work. What is not here is not built, and the runner says so. */
import type { Action } from "./action";
import { check } from "./check";
import { explain } from "./explain";
import { fillExample } from "./fill-example";
import { insertTemplate } from "./insert-template";
import { removeTemplate } from "./remove-template";
import { summarise } from "./summarise";

export const allActions: readonly Action[] = [insertTemplate, fillExample, check, explain, summarise, removeTemplate];
