/** What `--help` prints. */
import type { ActionFacts } from "./built-addin";
import { faultTable } from "../../host/objects/faults";
import { profiles } from "../../host/objects/profile";
import { commandOptions } from "./command-line";

const STEPS = `A job is a JSON file: {"profile": {"platform": "web", "api": "1.14"}, "steps": [...]}. The platform is "web", "desktop" or "mac", or the profile is a name
(see below). "faults": {"<fault>": true} beside the profile makes that Excel fail for the whole job. A step is one of
  {"do": "<action>", "with": {...}}                                    an action with its options
  {"type": {"sheet": "...", "at": "C7", "values": [[...]]}}            as a person types: data validation applies
  {"paste": {"sheet": "...", "at": "C7", "values": [[...]]}}           as a person pastes: it does not
  {"expect": {"sheet": "...", "at": "C7", "values": [[...]]}}          recalculated values; the job fails where they differ
In values, null leaves a cell alone when typing and pasting, and "" empties it; when expecting, null is a blank cell.
Where an option of an action is {"folder": "path"}, it becomes the files of that folder by name, without those in folders inside it; {"file": "path"} becomes one file, and
{"text": "path"} a file's text. Paths are relative to the current folder. A file over 25 MB, or one that cannot be read, is named to the action and stops no other.

The report has "ok" and "steps", and where the workbook has formulas that are not worked out here, "notWorkedOut": each with sheet, cell, formula, standing ("kept",
"out-of-date", "circular" or "error") and a sentence. Their values are the file's own; those out of date may be wrong.
With --each it has "ok" and "workbooks", in the order of their names: each with "open" (its file) and either such a report or a "problem". One that fails stops no other.

Exit status: 0 every step was ok; 1 a step failed, later steps were not run and nothing was saved; 2 the job or a file could not be read or written.`;

export function helpText(actions: readonly ActionFacts[]): string {
  const options = Object.entries(commandOptions).map(([word, { value, says }]) => `  ${`${word} ${value}`.padEnd(24)} ${says}`);
  const lines = actions.flatMap(({ id, label, options: own }) => {
    const named = Object.entries(own).map(([name, says]) => `      ${name.padEnd(18)} ${says}`);
    return ["", `  ${id}: ${label}`, ...(named.length > 0 ? named : ["      no options"])];
  });
  const named = Object.entries(profiles).map(([name, { title, platform, api }]) => `  ${name.padEnd(16)} ${title}: ${platform}, ExcelApi ${api}`);
  const faults = Object.entries(faultTable).map(([name, { says, usualOn }]) => `  ${name}\n      ${says}${usualOn.map((platform) => `; on with ${platform} unless it is false`).join("")}`);
  return ["npm run --silent job -- --job job.json [--open in.xlsx] [--save out.xlsx] [--report report.json] [--out-dir DIR]", "npm run --silent job -- --job job.json --each DIR [--save DIR] [--report report.json] [--out-dir DIR]", "", ...options, "", STEPS, "", "Profiles:", ...named, "", "Faults:", ...faults, "", "Actions and their options:", ...lines, ""].join("\n");
}
