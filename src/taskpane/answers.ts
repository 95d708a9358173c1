/** The answers on the Set up screen as options of insert-template, and whether they can stand. Pure. */
import { nameForCode, verdictOnAsAt, verdictOnCode, verdictOnPeriod, verdictOnRoleGroups, type SetUpAnswers, type Verdict } from "../actions/set-up";

export type Asked = "organisationCode" | "period" | "asAt" | "roleGroups";

export function verdictsOn(answers: SetUpAnswers): Readonly<Record<Asked, Verdict>> {
  return {
    organisationCode: verdictOnCode(answers.structure, answers.organisationCode),
    period: verdictOnPeriod(answers.period),
    asAt: verdictOnAsAt(answers.asAt, answers.period),
    roleGroups: verdictOnRoleGroups(answers.roleGroups),
  };
}

/** The first answer that cannot stand, top to bottom as the form shows them; null when all can. */
export function firstWrong(answers: SetUpAnswers): Asked | null {
  const verdicts = verdictsOn(answers);
  return (["organisationCode", "period", "asAt", "roleGroups"] as const).find((asked) => verdicts[asked].kind === "wrong") ?? null;
}

/** A period or a date left empty is left to the action; an emptied code or name is meant. */
export function optionsFrom({ period, asAt, roleGroups, ...rest }: SetUpAnswers): Readonly<Record<string, unknown>> {
  return { ...rest, ...(period.trim() === "" ? {} : { period }), ...(asAt === "" ? {} : { asAt }), roleGroups: roleGroups.map((name) => name.trim()).filter((name) => name !== "") };
}

/** What a newly typed code changes: the name follows it where the list has one and nobody has written another. */
export function withCode(answers: SetUpAnswers, organisationCode: string): Partial<SetUpAnswers> {
  const before = nameForCode(answers.structure, answers.organisationCode);
  const untouched = answers.organisationName === "" || answers.organisationName === before;
  if (!untouched) return { organisationCode };
  return { organisationCode, organisationName: nameForCode(answers.structure, organisationCode) ?? (before === null ? answers.organisationName : "") };
}
