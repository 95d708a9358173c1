/**
 * The ribbon's function file: every action by its id, for a button in Excel and for the headless runner alike.
 *
 * A host that gives `options` (JSON text) in the event gets the outcome back as JSON text in `completedContext`; src/README.md says why.
 * Excel's ribbon gives none: the defaults apply, the sheet with the result is opened, and what could not be done is said in a small dialog.
 */
import type { Action, Progress } from "../actions/action";
import { allActions } from "../actions/all-actions";
import { goTo } from "../actions/go-to";
import { outcomeAsJson, outcomeOf, settled, type Outcome } from "../actions/outcome";
import { noticeAddress } from "./notice-words";

/** As Office.js sends it: what the host put in is still there, `completed` takes any value. */
interface CommandEvent {
  readonly source: { readonly id: string };
  readonly options?: unknown;
  completed(context?: unknown): void;
}

/** Per cent of the screen: room for a title, three lines and a button. */
const NOTICE = { height: 30, width: 32, displayInIframe: true };

/** Where a button's result is to be seen: identity and usual tab. */
const resultOf: Readonly<Record<string, { readonly identity: string; readonly sheet: string }>> = {
  check: { identity: "checks", sheet: "Checks" },
  summarise: { identity: "board-summary", sheet: "Board summary" },
};

/** The ribbon has no place to show how far work has come, nor a way to stop it. */
const unseen = (): Progress => ({ step: () => undefined, signal: new AbortController().signal });

async function run(action: Action, event: CommandEvent): Promise<void> {
  if (typeof event.options === "string") {
    event.completed(outcomeAsJson(await asked(action, event.options)));
    return;
  }
  const outcome = await clicked(action);
  try {
    if (!outcome.ok) await notice(action.label, outcome.problem.says);
  } finally {
    // Excel shows "working on it" until it is told, whatever became of the dialog.
    event.completed();
  }
}

/** An action as a button asks for it, and its result brought into view. */
async function clicked(action: Action): Promise<Outcome<unknown>> {
  const done = await outcomeOf(action, undefined, unseen());
  const result = resultOf[action.id];
  return done.ok && result !== undefined ? settled(() => goTo({ ...result, cell: "" })) : done;
}

/** An action with the options of a host. Text that is not JSON is an outcome like any other. */
async function asked(action: Action, options: string): Promise<Outcome> {
  const read = await settled(() => Promise.resolve().then(() => JSON.parse(options) as unknown));
  return read.ok ? outcomeOf(action, read.report, unseen()) : read;
}

/** Opens the dialog and waits until the person has closed it. @throws Error with Office's words when it cannot be opened */
function notice(label: string, says: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Office.context.ui.displayDialogAsync(noticeAddress(window.location.href, label, says), NOTICE, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) return reject(new Error(`${says} (No dialog could be opened to say so: ${opened.error.message})`));
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, () => { dialog.close(); resolve(); });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve());
    });
  });
}

/** What there is to ask for, so that a host can list it and tell what is not built. */
function describe(event: CommandEvent): void {
  event.completed(outcomeAsJson({ ok: true, report: allActions.map(({ id, label, options }) => ({ id, label, options })) }));
}

void Office.onReady();
for (const action of allActions) Office.actions.associate(action.id, (event: CommandEvent) => run(action, event));
Office.actions.associate("describe-actions", describe);
