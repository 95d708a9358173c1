/** What set-up asks. Every answer has one to start from, so the template can be inserted as it stands. */
import * as React from "react";
import { ChoiceGroup } from "office-ui-fabric-react/lib/ChoiceGroup";
import { structureChoices, type SetUpAnswers } from "../../actions/set-up";
import { verdictsOn, withCode } from "../answers";
import { setUp } from "../strings";
import { Answer } from "./Answer";
import { RoleGroups } from "./RoleGroups";

interface SetUpFormProps { readonly answers: SetUpAnswers; readonly onAnswer: (answers: Partial<SetUpAnswers>) => void }

const LONGEST_NAME = 120;

export function SetUpForm({ answers, onAnswer }: SetUpFormProps): React.ReactElement {
  const verdicts = verdictsOn(answers);
  const made = structureChoices.find((choice) => choice.id === answers.structure)?.made ?? "";
  return (
    <form className="form" onSubmit={(event) => event.preventDefault()}>
      <div>
        <ChoiceGroup
          label={setUp.structure} selectedKey={answers.structure} options={structureChoices.map(({ id, name }) => ({ key: id, text: name }))}
          onChange={(_event, option) => { if (option?.key === "2009" || option?.key === "today") onAnswer({ structure: option.key }); }}
        />
        <p className="hint">{setUp.made(made)}</p>
      </div>
      <Answer id="answer-organisationCode" label={setUp.code} value={answers.organisationCode} verdict={verdicts.organisationCode} hint={setUp.codeHint} className="short" onChange={(code) => onAnswer(withCode(answers, code.toUpperCase()))} />
      <Answer id="answer-organisationName" label={setUp.name} value={answers.organisationName} maxLength={LONGEST_NAME} onChange={(organisationName) => onAnswer({ organisationName })} />
      <div className="pair">
        <Answer id="answer-period" label={setUp.period} value={answers.period} verdict={verdicts.period} onChange={(period) => onAnswer({ period })} />
        <Answer id="answer-asAt" label={setUp.asAt} type="date" value={answers.asAt} verdict={verdicts.asAt} onChange={(asAt) => onAnswer({ asAt })} />
      </div>
      <ChoiceGroup
        label={setUp.unit} selectedKey={answers.demandUnit} options={[{ key: "headcount", text: setUp.units.headcount }, { key: "wte", text: setUp.units.wte }]}
        onChange={(_event, option) => { if (option?.key === "headcount" || option?.key === "wte") onAnswer({ demandUnit: option.key }); }}
      />
      <RoleGroups names={answers.roleGroups} verdict={verdicts.roleGroups} onChange={(roleGroups) => onAnswer({ roleGroups })} />
    </form>
  );
}
