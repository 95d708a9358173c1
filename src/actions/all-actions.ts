/** Every action there is, in the order of the work. What is not here is not built, and the runner says so. */
import { accessibility } from "./accessibility";
import type { Action } from "./action";
import { addModule } from "./add-module";
import { audit } from "./audit";
import { carryForward } from "./carry-forward";
import { check } from "./check";
import { compareReturns } from "./compare-returns";
import { consolidate } from "./consolidate";
import { exportReturn } from "./export-return";
import { explain } from "./explain";
import { fillExample } from "./fill-example";
import { insertTemplate } from "./insert-template";
import { loadLastReturn } from "./load-last-return";
import { loadRulePack } from "./load-rule-pack";
import { makeQueries } from "./make-queries";
import { answerQuery, loadQueries } from "./queries";
import { removeTemplate } from "./remove-template";
import { reopen } from "./reopen";
import { repair } from "./repair";
import { signOff } from "./sign-off";
import { summarise } from "./summarise";
import { traceFigure } from "./trace-figure";
import { undoRepair } from "./undo-repair";
import { useShippedRules } from "./use-shipped-rules";

export const allActions: readonly Action[] = [insertTemplate, addModule, fillExample, check, explain, repair, undoRepair, loadRulePack, useShippedRules, accessibility, audit, summarise, signOff, exportReturn, loadQueries, answerQuery, reopen, loadLastReturn, carryForward, consolidate, traceFigure, makeQueries, compareReturns, removeTemplate];
