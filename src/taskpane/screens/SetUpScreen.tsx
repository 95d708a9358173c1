/** Set up: what the template needs to know, asked once; afterwards what was answered, and how to change or undo it. */
import * as React from "react";
import { DefaultButton, PrimaryButton } from "office-ui-fabric-react/lib/Button";
import { firstWrong, optionsFrom } from "../answers";
import { SetUpForm } from "../components/SetUpForm";
import { SetUpStanding } from "../components/SetUpStanding";
import { region, setUp } from "../strings";
import { isBusy, type ScreenProps } from "./screen";

export function SetUpScreen({ pane }: ScreenProps): React.ReactElement {
  const { book, changing, answers } = pane.state;
  if (book.kind === "with-template" && !changing) return <SetUpStanding pane={pane} book={book} />;
  return (
    <>
      <SetUpForm answers={answers} onAnswer={(given) => pane.say({ kind: "answered", answers: given })} />
      {book.kind === "without-template" && (
        <section className="offer">
          <h2>{region.offerTitle}</h2>
          <p>{region.offer}</p>
          <DefaultButton text={region.offerGo} onClick={() => pane.say({ kind: "went", step: "consolidate" })} />
        </section>
      )}
    </>
  );
}

export function SetUpActions({ pane }: ScreenProps): React.ReactElement {
  const { book, changing, answers } = pane.state;
  const present = book.kind === "with-template";
  if (present && !changing) return <PrimaryButton text={setUp.next} onClick={() => pane.say({ kind: "went", step: "enter" })} />;
  const submit = (): void => {
    const wrong = firstWrong(answers);
    if (wrong === null) pane.perform("insert-template", optionsFrom(answers));
    else document.getElementById(`answer-${wrong}`)?.focus();
  };
  return (
    <>
      <PrimaryButton text={present ? setUp.update : setUp.insert} disabled={isBusy(pane)} allowDisabledFocus onClick={submit} />
      {present && <DefaultButton text={setUp.keep} disabled={isBusy(pane)} onClick={() => { pane.say({ kind: "changing", changing: false }); pane.lookAgain(); }} />}
    </>
  );
}
