/** Every word the pane shows of its own. Words about findings, organisations and outcomes come with them from the actions. */
import type { Severity } from "../actions/action";
import type { Step, Task } from "./state";

/** @example counted(1, "cell", "cells") // => "1 cell" */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}

export const product = "Talent Plan";

export const header = {
  noOrganisation: "No organisation yet",
  asAt: (date: string): string => `as at ${date}`,
  state: { opening: "Reading…", unreadable: "Not read", "not-set-up": "Not set up", collects: "Collects returns", draft: "Draft", checked: "Checked", "must-fix": "Checked", changed: "Figures changed since the check", "record-changed": "The record was changed" },
  mustFix: (count: number): string => `Checked, ${count} must be fixed`,
  stateIs: "State of the return:",
  work: "The work, step by step",
} as const;

export const stepNames: Record<Step, string> = { "set-up": "Set up", enter: "Enter", check: "Check", summarise: "Summarise", "sign-off": "Sign off and send", consolidate: "Consolidate" };
/** Under the step's mark, where five stand side by side. */
export const shortStepNames: Record<Step, string> = { ...stepNames, "sign-off": "Sign and send" };

export const purpose: Record<Step, string> = {
  "set-up": "Adds the talent plan's sheets to this workbook. Nothing already in it is changed.",
  enter: "Shows which sheets are for you to fill in, and how far you are.",
  check: "Looks through every figure you have entered and says what is wrong and what to do.",
  summarise: "Makes the dashboards, their charts and the Board summary from the figures as they are now.",
  "sign-off": "Signs the figures as they are, makes the return that the region reads, and keeps a record of both.",
  consolidate: "Collects the returns of a region's organisations, says what is missing or wrong, and adds them up.",
};

/** What a piece of work is called while it goes on. */
export const underWay: Record<Task, string> = {
  "insert-template": "Putting the sheets in…", "remove-template": "Taking the sheets out…", "fill-example": "Filling in the example…", check: "Checking the figures…", explain: "Writing the explanation down…", repair: "Repairing the template…", "undo-repair": "Undoing the repair…", "load-rule-pack": "Loading the rules…", "use-shipped-rules": "Changing the rules…", accessibility: "Looking at the sheets…", audit: "Looking through your own sheets…", summarise: "Making the summary…", "sign-off": "Checking and signing…", "export-return": "Making the return…", reopen: "Reopening the return…", "load-queries": "Loading the queries…", "answer-query": "Writing the answer down…", "load-last-return": "Reading the last return…", "carry-forward": "Starting the new period…", "add-module": "Adding the sheet…", consolidate: "Collecting the returns…", "trace-figure": "Tracing the figure…", "make-queries": "Writing to the organisation…", "compare-returns": "Comparing…",
};
export const working = { progress: (done: number, of: number): string => `${done} of ${of}`, looking: "Looking at the result…", stop: "Stop", stopping: "Stopping…" } as const;

export const notLoaded = "A part of Talent Plan could not be fetched. Check the connection, then try again. Nothing was changed.";

export const notYet = { says: "This workbook has no talent plan in it yet.", go: "Go to Set up" } as const;
export const unreadable = { title: "The workbook could not be read", again: "Try again" } as const;

export const setUp = {
  present: "The template is in this workbook.",
  code: "Organisation code",
  codeHint: "You can leave this and the name for later; both are on the Cover.",
  name: "Organisation name",
  structure: "NHS structure",
  made: (kinds: string): string => `Made up of: ${kinds}.`,
  period: "Period",
  asAt: "As-at date",
  unit: "Demand is counted in",
  unitAnswered: "Demand counted in",
  units: { headcount: "Headcount", wte: "Whole-time equivalents (WTE)" },
  roleGroups: "Role groups",
  roleGroupsHint: "One row of the Demand and supply sheet each. The usual list is there to be changed.",
  roleGroupsCount: (count: number): string => `Role groups: ${count}`,
  roleGroup: (at: number): string => `Role group ${at}`,
  add: "Add a role group",
  remove: (name: string): string => `Remove ${name === "" ? "this role group" : name}`,
  reset: "Put the usual list back",
  insert: "Insert the template",
  update: "Save the changes",
  change: "Change these",
  keep: "Leave as it is",
  next: "Next: enter the figures",
  notEntered: "Not entered",
  takeAway: "Remove the template",
  takeAwayAsk: "See what would go",
  takeAwaySays: "Takes away the sheets it added, and only those. You are told first which figures would go.",
  removeWayBack: "Save a copy of the workbook first if you may want the figures again: setting up anew brings back the sheets, not what was entered.",
  removeYes: "Yes, remove it",
  removeNo: "Keep it",
  missing: (count: number): string => `${counted(count, "sheet", "sheets")} of the template ${count === 1 ? "is" : "are"} no longer here.`,
  putBack: "Put back what is missing",
} as const;

export const enter = {
  sheets: "For you to fill in",
  filled: (entered: number, cells: number): string => `${entered.toLocaleString("en-GB")} of ${counted(cells, "cell", "cells")} filled in`,
  all: "All filled in",
  open: (sheet: string): string => `Go to ${sheet}`,
  next: "Next: check the figures",
  blank: "A cell left blank means not entered. Type 0 for none and n/a where a figure cannot apply.",
  further: "Further sheets, if you want them",
  addMovements: "Add Movements: who came and who went since the last return",
  addShared: "Add Shared posts: what is counted by another organisation too",
  exampleTitle: "Try it with an example",
  example: "Fill with the made-up example",
  exampleSays: "To try things out: every figure is invented and labelled so. Take it out again with Remove the template in Set up.",
  exampleWayBack: "Save a copy of the workbook first if you may want your figures again.",
  exampleYes: "Yes, write over them",
  exampleNo: "Keep my figures",
} as const;

const severityWords: Record<Severity, { readonly one: string; readonly name: string }> = {
  "must-fix": { one: "must fix", name: "Must fix" },
  explain: { one: "to explain", name: "Explain" },
  note: { one: "note", name: "Note" },
};

export const check = {
  run: "Check the figures",
  again: "Check again",
  never: "Not checked yet.",
  last: (when: string): string => `Last checked ${when}.`,
  changed: "Figures have changed since then.",
  otherRules: "The rules have changed since then.",
  countsOn: (counts: Readonly<Record<Severity, number>>): string => (Object.keys(severityWords) as Severity[])
    .filter((severity) => counts[severity] > 0).map((severity) => `${counts[severity]} ${severityWords[severity].one}`).join(", "),
  found: (counts: string): string => `Found: ${counts}.`,
  onSheet: "They are on the Checks sheet. Check again to list them here.",
  severity: (severity: Severity): string => severityWords[severity].name,
  all: "All",
  only: "Show",
  nothing: "Nothing to put right.",
  nothingSays: (isNoted: boolean): string => `Every figure that can be checked is sound. ${isNoted ? "The date and this result are on the Checks sheet." : "Check the figures to note it on the Checks sheet with the date."}`,
  inSheet: (sheet: string, count: number): string => `${sheet}, ${counted(count, "finding", "findings")}`,
  goTo: (sheet: string, cell: string): string => `Go to ${sheet}, cell ${cell}`,
  looked: (at: string): string => `Looked through at ${at}: this is what is found in the figures as they are now.`,
  explain: "Explain…",
  explainAgain: "Change the explanation…",
  explained: "Explained",
  wholeSheet: "Sheet",
  more: (count: number): string => `Show ${counted(count, "more finding", "more findings")}`,
  next: "Next: summarise",
} as const;

export const explain = {
  text: "Why the figures are right as they are",
  textHint: "It is kept beside the finding and goes with the return. Name no people.",
  by: "Your name",
  earlier: "Said before, of other figures:",
  save: "Save the explanation",
  takeAway: "Take it away",
  cancel: "Cancel",
} as const;

export const repair = {
  label: "The template",
  can: (count: number): string => `${counted(count, "thing", "things")} about the template can be repaired. No figure that you entered would change.`,
  see: "See what would change",
  changes: "What would change",
  more: (count: number): string => `and ${count} more`,
  run: "Repair them",
  leave: "Leave it",
  undo: "Undo the repair",
} as const;

export const rules = {
  label: "Rules",
  inUse: (name: string): string => `Rules: ${name}`,
  about: "About these rules",
  load: "Load a newer pack…",
  file: "The file of a rule pack",
  own: "Use the rules that come with the add-in",
  passedOver: "The rule pack that this workbook brings along is not used.",
  notRead: (file: string): string => `${file} could not be read. Choose it again, or copy it to this computer first. Nothing was changed.`,
} as const;

export const audit = {
  title: "Your own sheets",
  says: "Looks for what goes wrong in spreadsheets: formulas typed over, totals that leave out a row, errors, numbers stored as text, people named. Looking changes nothing.",
  run: "Look through your own sheets",
  again: "Look again",
  looked: (at: string): string => `As the sheets were at ${at}. Look again after you have changed them.`,
  none: "Nothing stands out on your own sheets.",
} as const;

export const access = {
  title: "Can everybody read it?",
  says: "Looks at every sheet of the workbook, yours as well, by the government's checklist for accessible spreadsheets. Looking changes nothing.",
  run: "Check accessibility…",
  again: "Look again",
  none: "Nothing that Excel tells of stands in anybody's way.",
  fix: "Put this right…",
  fixIn: (place: string): string => `Put this right in ${place}`,
  fixAll: (count: number): string => `Put right what can be (${count})…`,
  save: "Put it right",
  cancel: "Cancel",
  fixYes: "Yes, change this",
  fixNo: "Leave it as it is",
  fixWayBack: "Excel's Undo takes the sheets back in one step; the file's title is changed back in its properties.",
  questions: (open: number): string => (open === 0 ? "Questions for a person: all answered" : `Questions for a person: ${open} to answer`),
  questionsSay: "Excel does not tell the add-in these. Answers are kept on the Accessibility sheet and go with the workbook.",
  by: "Your name",
  noName: "Type your name first: it is kept with the answer.",
  answers: { yes: "Yes", no: "No", "not applicable": "Not applicable" },
  answered: (answer: string): string => `Answered: ${answer}`,
} as const;

export const signOff = {
  waiting: "Looking at the record…",
  recordChanged: "The record of this return was changed",
  goCheck: "Go to Check",
  inTheWay: (counts: string): string => `Before anybody can sign: ${counts}.`,
  signatures: "Signatures",
  signed: (by: string, role: string, on: string): string => `Signed by ${by}, ${role}, on ${on}`,
  voided: (by: string): string => `Void: ${by} signed other figures`,
  notSigned: "Not signed",
  nextTitle: (signatory: string): string => `${signatory} signs`,
  name: "Name",
  role: "Role",
  roleHint: "As it should stand in the record, such as Director of workforce.",
  note: "Note (if any)",
  nil: "Why there is nothing to return",
  nilHint: "No figure is entered. Give the reason to sign a nil return, which is not the same as no return.",
  needed: "Type this first.",
  sign: (signatory: string): string => `Sign as ${signatory.toLowerCase()}`,
  sheet: "Go to the record",
  sendTitle: "Send",
  contact: "Contact for the region",
  email: "E-mail address",
  passphrase: "Passphrase (if any)",
  passphraseHint: "Encrypts the file. At least 8 letters; tell it to the region another way, since nobody can open the file without it.",
  passphraseShort: "Give at least 8 letters, or none.",
  reason: "Why it is sent again",
  send: "Make the return and note it as sent",
  draft: "Make a draft to show",
  again: "Make the same file again",
  made: "The file",
  download: "Save it as a download",
  asText: "Show it as text",
  text: "The file as text (base64)",
  queries: (open: number): string => (open === 0 ? "Queries of the region: all answered" : `Queries of the region: ${open} to answer`),
  loadQueries: "Load the region's file…",
  queryFile: "The region's file of queries, or of its acceptance",
  answer: "Answer…",
  answerAgain: "Change the answer…",
  answerTo: (about: string): string => `Answer the query about ${about}`,
  answerText: "Answer",
  by: "Your name",
  save: "Save the answer",
  cancel: "Cancel",
  answered: (text: string, by: string): string => `Answered: ${text} (${by})`,
  lastTitle: "Last return",
  lastNone: "None is kept. Load the file of an earlier return, and the check says where figures are far from it.",
  lastIs: (which: string): string => `Compared with ${which}.`,
  loadLast: "Load the last return…",
  lastFile: "The file of an earlier return",
  lastPassphrase: "Its passphrase (if any)",
  newTitle: "Start a new period",
  newSays: "The figures of this return are kept to compare with, and the entry sheets are cleared. You are told first what goes.",
  newPeriod: "New period",
  newAsAt: "New as-at date",
  newAsk: "See what would go",
  newYes: "Yes, start the new period",
  newNo: "Stay with this one",
  newWayBack: "Save a copy of the workbook first: Excel cannot undo this. Every figure stays on Last return, and in the file that was sent.",
  notRead: (file: string): string => `${file} could not be read. Choose it again, or copy it to this computer first. Nothing was changed.`,
  reopenTitle: "Reopen the return",
  reopenSays: "Signatures then have to be given anew, and the return is sent again under the next number. The reason goes into the record.",
  reopenReason: "Reason",
  reopen: "Reopen",
} as const;

export const region = {
  offerTitle: "Do you collect returns?",
  offer: "A region collects returns in a workbook of its own, or beside its own plan. Nothing has to be set up first.",
  offerGo: "Collect returns for a region",
  choose: "Choose the returns…",
  chooseMore: "Add returns…",
  folder: "Choose a folder…",
  files: "The files of returns",
  drop: "Or drop the files here.",
  first: "Each return is read on this computer, one at a time. A file that cannot be used is set aside with the reason and stops no other.",
  kept: "The returns that came in are kept in this workbook. Files that come later are added to them.",
  show: "Show what came in",
  goOn: "Go on",
  stopped: "What was read is kept: go on with the rest.",
  options: "For these files",
  passphrase: "Passphrase, if they are encrypted",
  drafts: "Count drafts that nobody signed",
  due: "Last day to be in time",
  count: (says: string): string => `The returns of ${says} count.`,
  changed: (count: number): string => `Resubmissions changed ${counted(count, "figure", "figures")}.`,
  missing: (count: number): string => `Missing (${count})`,
  none: "Nobody is missing.",
  notListed: "Nobody is listed as expected yet, so nobody can be missing. On the Returns register, set Expected to Yes or add a row for each organisation that you expect, then add returns again.",
  aside: (count: number): string => `Set aside (${count})`,
  counting: (count: number): string => `Returns that count (${count})`,
  reminder: "Reminder",
  reminderFor: (name: string): string => `Reminder for ${name}`,
  copy: "Copy the reminder",
  copied: "Copied.",
  notCopied: "Could not copy: select the text and copy it by hand.",
  sequence: (sequence: number | null): string => (sequence === null ? "" : `sequence ${sequence}`),
  late: (days: number): string => `${counted(days, "day", "days")} late`,
  toPutRight: (count: number): string => `${count} to put right`,
  toExplain: (count: number): string => `${count} to explain`,
  signed: (by: string): string => `Signed by ${by}.`,
  sound: "The region's rules found nothing in it.",
  by: "Your name",
  byNeeded: "Type your name first: the organisation sees who asks.",
  question: "A question of your own (optional)",
  ask: "Make the queries",
  accept: "Accept the return",
  compare: "Compare with the other organisations",
  more: (count: number): string => `Show ${count} more`,
  traceTitle: "Where a figure comes from",
  traceOf: "Of",
  traceFigure: "Figure",
  trace: "Show where it comes from",
  tracedOf: (of: string): string => `${of}, is made of:`,
  blank: "not entered",
  openSheets: "Go to the sheets",
  register: "Returns register",
  consolidated: "Consolidated figures",
  confirmYes: "Yes, collect for the other period",
  confirmNo: "Leave it as it is",
  confirmWayBack: "The returns that are there stay in the workbook and count again once the register has its period back.",
} as const;

export const summarise = {
  run: "Make the summary",
  again: "Make it again",
  made: "What it makes",
  notMade: "Not made yet",
  live: "The sheets hold formulas, so they follow every figure you change. Make the summary again after adding a role group or a group of people.",
  unchecked: "These figures have not been checked. The summary can be made all the same.",
  changed: "Figures have changed since the check. The summary can be made all the same.",
  mustFix: (count: number): string => `The last check found ${counted(count, "thing", "things")} that must be fixed. The summary can be made all the same.`,
  goCheck: "Go to Check",
  ifWrong: "If something looks wrong",
  ifWrongSays: "Correct the figure on its own sheet; the summary follows. To start again, delete a summary sheet and make it again: no figure that you entered is on it.",
} as const;

/** What a sheet will be called that is not there yet. */
export const sheetNames = { dashboard1: "Dashboard 1", dashboard2: "Dashboard 2", "board-summary": "Board summary" } as const;

export const sheetSays: Readonly<Record<string, string>> = {
  cover: "Organisation, period, definitions and thresholds",
  demand: "Posts, openings and people ready, by role group",
  profile: "Who the leaders are, and who they are compared with",
  gap: "Where people are short, and by how many",
  dashboard1: "Demand, supply and gap, with charts",
  dashboard2: "Profile of leaders against workforce and community",
  "board-summary": "One page of plain sentences",
  checks: "What the last check found",
  "shared-posts": "Posts and people that another organisation counts too",
  movements: "Who came and who went since the last return, by role group",
  queries: "What the region asks, with room for answers",
  "last-return": "Figures of the last return, to compare with",
  "sign-off": "Who signed and sent what, and whether the record is whole",
  accessibility: "Answers to what only a person can say of accessibility",
};

export const outcome = { putAway: "Put this message away" } as const;

export const defect = {
  title: "Something went wrong",
  says: "This is a fault of the add-in, not of your figures. What was entered is still in the workbook.",
  details: "Details to send with a report",
  copy: "Copy the details",
  copied: "Copied.",
  notCopied: "Could not copy: select the text and copy it by hand.",
  again: "Open the pane again",
} as const;

export const outside = {
  title: "Open this in Excel",
  says: "This page is the pane of the Talent Plan add-in. It works inside Excel: on the Talent Plan tab, choose Set up.",
} as const;
