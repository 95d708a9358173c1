/** Fills the entry sheets with a made-up region, labelled so in every row, to try the workbook with. */
import { madeUpExample, type ExampleDemandRow, type ExampleProfileRow } from "../domain/example";
import type { Figure } from "../domain/figures";
import { fillTemplate, type Fillings, type Keys } from "../excel/fill-template";
import { ActionProblem, type Action } from "./action";
import { today } from "./clock";
import { inOneStep } from "./one-step";
import { flagIn, optionsIn } from "./template-options";
import { inSentence, plural } from "./words";

export const fillExample: Action = {
  id: "fill-example",
  label: "Fill with the made-up example",
  options: { overwrite: "true to write over figures that are entered (false unless said)" },
  async perform(options, progress) {
    const overwrite = flagIn(optionsIn(options, fillExample.options), "overwrite");
    const filled = await inOneStep(progress, "Filling in the example", () => fillTemplate(overwrite, exampleFor), "Some cells may hold the example already: fill again with overwrite, or clear them.");
    switch (filled.kind) {
      case "done": return { says: `Filled ${plural(filled.cells, "cell")} on ${inSentence(filled.sheets)} with a made-up example. No figure in it is real.`, findings: [], files: [] };
      case "missing": throw new ActionProblem("no-template", "The sheets to fill in are not in this workbook. Set up first. Nothing was changed.");
      case "entered": throw new ActionProblem("figures-entered", `${plural(filled.cells, "cell")} ${filled.cells === 1 ? "has" : "have"} something entered already. Choose overwrite to write the example over it. Nothing was changed.`);
    }
  },
};

function exampleFor({ roleGroups, groupNames, setup }: Keys): Fillings {
  const { demand, profile } = madeUpExample(roleGroups, groupNames, setup.asAt ?? today());
  return { demand: { keys: ["Role group"], rows: demand.map(demandCells) }, profile: { keys: ["Group", "Population"], rows: profile.map(profileCells) } };
}

function demandCells(row: ExampleDemandRow): Readonly<Record<string, string | number>> {
  return {
    "Role group": row.roleGroup, Posts: row.posts,
    "Vacancies now": row.demand.now, "Demand to 1 year": row.demand["to-1"], "Demand 1 to 3 years": row.demand["to-3"], "Demand 3 to 5 years": row.demand["to-5"],
    "Supply now": row.supply.now, "Supply to 1 year": row.supply["to-1"], "Supply 1 to 3 years": row.supply["to-3"], "Supply 3 to 5 years": row.supply["to-5"],
    Comment: row.comment, Source: row.source,
  };
}

function profileCells(row: ExampleProfileRow): Readonly<Record<string, string | number>> {
  return {
    Group: row.group, Population: row.population,
    "In group": cellFor(row.inGroup), "Not in group": cellFor(row.notInGroup), Unknown: cellFor(row.unknown),
    "Comparator %": row.comparatorShare.kind === "number" ? percentage(row.comparatorShare.value) : cellFor(row.comparatorShare),
    "As-at date": row.asAt, Source: row.source, Comment: row.comment,
  };
}

/** To one decimal place, without binary dust. */
const percentage = (share: number): number => Number((share * 100).toFixed(1));

function cellFor(figure: Figure): string | number {
  switch (figure.kind) {
    case "number": return figure.value;
    case "blank": return "";
    case "not-applicable": return "n/a";
    case "withheld": return figure.as;
    case "unreadable": return figure.text;
  }
}
