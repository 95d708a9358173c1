/** Rows of the consolidated data set, table by table. */
import { nameKey } from "../../domain/taxonomy";
import type { ChangedCell, Collection } from "../collect/collection";
import type { ConsolidatedFigure, Consolidation } from "../consolidate/consolidation";
import type { ReadReturn } from "../file/arrival";
import { placesIn } from "../file/places";
import type { FigureJson, ReturnDocument } from "../format/return-document";
import { changesTable, explanationsTable, figuresTable, findingsTable, quarantineTable, registerTable, returnsTable, setAsideTable, sharedTable, totalsTable, type DatasetTable } from "./tables";

export type Field = string | number | boolean | null;
export type Rows = readonly (readonly Field[])[];

/** As the total over every role group is called in the data set. */
export const ALL_ROLE_GROUPS = "All role groups";

/** @example returnIdOf(document.header) // => "RBS-2009/10-1" */
export const returnIdOf = ({ organisation, period, sequence }: ReturnDocument["header"]): string => `${organisation.code}-${period}-${sequence}`;

/** Every table but those of single returns. */
export function rowsOfCollection(collection: Collection, consolidation: Consolidation): ReadonlyMap<DatasetTable, Rows> {
  return new Map<DatasetTable, Rows>([
    [returnsTable, collection.included.map(returnRow)],
    [figuresTable, collection.included.flatMap(({ document }) => figureRows(document))],
    [explanationsTable, collection.included.flatMap(({ document }) => explanationRows(document))],
    [registerTable, collection.register.map(({ code, name, isExpected, state, sequence, daysLate, contact, email, reminder }) => [code, name, isExpected, state, sequence, daysLate, contact, email, reminder])],
    [quarantineTable, collection.quarantined.map(({ file, organisation, code, says, fix }) => [file, organisation, code, says, fix])],
    [setAsideTable, collection.setAside.map(({ file, organisation, sequence, why, says }) => [file, organisation, sequence, why, says])],
    [findingsTable, consolidation.findings.map(({ organisation, code, severity, table, key, measure, place, says, fix, explained }) => [organisation, code, severity, table, key, measure, place, says, fix, explained])],
    [sharedTable, consolidation.shared.map(({ roleGroup, measure, one, other, number, state }) => [roleGroup, measure, one, other, number, state])],
    [totalsTable, totalRows(consolidation)],
    [changesTable, collection.changes.map(changeRow)],
  ]);
}

function returnRow({ file, wholeness, document }: ReadReturn): readonly Field[] {
  const { header, checked, log, digest } = document;
  const board = log.filter(({ event, as }) => event === "signed" && as === "board").at(-1);
  return [
    returnIdOf(header), header.organisation.code, header.organisation.name, header.region?.code ?? null, header.structure, header.period, header.asAt, header.sequence, header.stage, header.demandUnit, header.nil !== null, header.madeOn,
    wholeness, `${header.rulePack.name} ${header.rulePack.version}`, board === undefined ? null : `${board.by}, ${board.role}`, checked.mustFix, checked.explain, checked.explained, file, digest,
  ];
}

/** The figures of one return, so that a set of thousands can be written return by return. */
export function figureRows(document: Pick<ReturnDocument, "header" | "tables">): Rows {
  const id = returnIdOf(document.header);
  const code = document.header.organisation.code;
  return Object.entries(document.tables).flatMap(([table, rows]) => {
    const placeOf = placesIn(document, table);
    return rows.flatMap(({ key, figures }, at) => {
      const names = [key["role-group"] ?? null, key["group"] ?? null, key["population"] ?? null];
      const words = [table, ...names, Object.values(key).join(", "), ...names.map(keyOf)];
      return Object.entries(figures).map(([measure, figure]): readonly Field[] => {
        const place = placeOf(at, measure);
        return [id, code, ...words, measure, ...stateOf(figure), place === null ? null : `${place.sheet}!${place.cell}`];
      });
    });
  });
}

const keyOf = (name: string | null): string | null => (name === null ? null : nameKey(name));

/** State, value and what stands in its place. */
function stateOf(figure: FigureJson): readonly [Field, Field, Field] {
  if (figure === null) return ["blank", null, null];
  if (typeof figure === "number") return ["number", figure, null];
  if (figure === "n/a") return ["not-applicable", null, null];
  return "withheld" in figure ? ["withheld", null, figure.withheld] : ["unreadable", null, figure.unreadable];
}

const explanationRows = ({ header, explanations }: ReturnDocument): Rows => explanations.map(({ code, says, text, by, on }) => [returnIdOf(header), header.organisation.code, code, says, text, by, on]);

function totalRows({ demand, allRoleGroups, profile }: Consolidation): Rows {
  const row = (table: string, ...names: readonly (string | null)[]) => ([measure, figure]: readonly [string, ConsolidatedFigure]): readonly Field[] =>
    [table, ...names, ...names.map(keyOf), measure, figure.total.kind, figure.total.kind === "number" ? figure.total.value : null, figure.from, figure.of, figure.shared];
  return [
    ...demand.flatMap(({ key, figures }) => Object.entries(figures).map(row("demand", key["role-group"] ?? null, null, null))),
    ...Object.entries(allRoleGroups).map(row("demand", ALL_ROLE_GROUPS, null, null)),
    ...profile.flatMap(({ key, figures }) => Object.entries(figures).map(row("profile", null, key["group"] ?? null, key["population"] ?? null))),
  ];
}

function changeRow({ organisation, table, key, measure, before, after }: ChangedCell): readonly Field[] {
  return [organisation, table, key, measure, inWords(before), inWords(after)];
}

function inWords(figure: FigureJson | undefined): string {
  if (figure === undefined) return "no such row";
  const [state, value, shown] = stateOf(figure);
  return String(value ?? shown ?? state);
}
