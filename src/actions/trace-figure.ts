/** Traces a figure of the region: which organisations it is made of, where each figure stands in its file, what was found in it, and who signed. Changes nothing. */
import { ALL_ROLE_GROUPS } from "../blueprint/region/consolidated";
import { sameName } from "../domain/taxonomy";
import { traceOf, type Traced } from "../returns/consolidate/trace";
import { ActionProblem, type Action, type FindingLine, type TraceShown } from "./action";
import { asSentFigure, headingOf, measuresOf } from "./region/figure-rows";
import { readGathered } from "./region/read-gathered";
import { rulesInWords } from "./region/rules-in-words";
import { optionProblem, optionsIn, textIn } from "./template-options";
import { plural } from "./words";

export const traceFigure: Action = {
  id: "trace-figure",
  label: "Trace a figure",
  options: {
    roleGroup: "the role group of a consolidated figure; All role groups for all together", group: "the group, for people in a group", population: "the population, with group",
    figure: "the figure's heading, such as Posts, Supply now or In group",
  },
  async perform(raw, progress) {
    const traced = tracedIn(optionsIn(raw, traceFigure.options));
    const { gathered: { collection, consolidation, rules } } = await readGathered(progress, "Tracing the figure");
    const lines = traceOf(collection, consolidation, traced);
    const heading = headingOf(traced.table, traced.measure);
    const of = Object.values(traced.key).filter((part) => part !== "").join(", ") || ALL_ROLE_GROUPS;
    if (lines.length === 0) throw new ActionProblem("not-found", `No return has ${heading} of ${of}. Take the names from the consolidated sheets. Nothing was changed.`);
    const traceShown = lines.map(({ organisation, file, place, figure, findings, signedBy }): TraceShown => {
      const holds = asSentFigure(figure);
      return { organisation: `${organisation.name} (${organisation.code})`, file, place, figure: holds === null ? "" : "number" in holds ? String(holds.number) : "text" in holds ? holds.text : "", findings, signedBy };
    });
    progress.step("Done", 1, 1);
    return { says: [`${of}, ${heading}: made of ${plural(lines.length, "figure")}.`, rulesInWords(rules)].filter((words) => words !== "").join(" "), findings: traceShown.map(asLine), files: [], traceShown };
  },
};

/** For a job's report: the place is in the organisation's own file. */
const asLine = ({ organisation, figure, place, file, findings, signedBy }: TraceShown): FindingLine => ({
  code: "trace", severity: "note", identity: null, sheet: file, cell: place, explaining: null, fix: "Look at the figure in that file.",
  says: `${organisation}: ${figure === "" ? "not entered" : figure}${findings.length === 0 ? "" : `; found ${findings.join("; ")}`}${signedBy === "" ? "" : `; signed by ${signedBy}`}.`,
});

/** @throws ActionProblem naming the option */
function tracedIn(options: ReadonlyMap<string, unknown>): Traced {
  const [roleGroup, group, population, figure] = [textIn(options, "roleGroup"), textIn(options, "group"), textIn(options, "population"), textIn(options, "figure")];
  if (figure === undefined) throw optionProblem("figure", "Give the figure's heading, such as Posts.");
  if ((roleGroup === undefined) === (group === undefined)) throw optionProblem("roleGroup", "Give a role group, or a group with its population.");
  const table = roleGroup === undefined ? "profile" : "demand";
  const measure = measuresOf(table).find((each) => sameName(headingOf(table, each), figure) || each === figure);
  if (measure === undefined) throw optionProblem("figure", `"${figure}" is no figure here. Use ${measuresOf(table).map((each) => headingOf(table, each)).join(", ")}.`);
  if (roleGroup !== undefined) return { table, measure, key: { "role-group": sameName(roleGroup, ALL_ROLE_GROUPS) ? "" : roleGroup } };
  if (population === undefined) throw optionProblem("population", "Give the population with the group, such as Post-holders.");
  return { table, measure, key: { group: group ?? "", population } };
}
