/** The pane: what stands above, the screen of the step in hand, and below it what the work came to and the one next thing to do. */
import * as React from "react";
import type { SetUpAnswers } from "../actions/set-up";
import { Header } from "./components/Header";
import { Headline } from "./components/Headline";
import { OutcomeLine } from "./components/OutcomeLine";
import { Steps } from "./components/Steps";
import { UnderWay } from "./components/UnderWay";
import { CheckActions, CheckScreen } from "./screens/CheckScreen";
import { EnterActions, EnterScreen } from "./screens/EnterScreen";
import { ConsolidateActions, ConsolidateScreen } from "./screens/ConsolidateScreen";
import type { ScreenParts } from "./screens/screen";
import { SignOffActions, SignOffScreen } from "./screens/SignOffScreen";
import { SetUpActions, SetUpScreen } from "./screens/SetUpScreen";
import { SummariseActions, SummariseScreen } from "./screens/SummariseScreen";
import { NotYet, NotYetActions, Opening, Unreadable, UnreadableActions } from "./screens/Waiting";
import type { PaneState, Said, Step } from "./state";
import { usePane } from "./use-pane";

const screens: Readonly<Record<Step, ScreenParts>> = {
  "set-up": { Body: SetUpScreen, Actions: SetUpActions },
  enter: { Body: EnterScreen, Actions: EnterActions },
  check: { Body: CheckScreen, Actions: CheckActions },
  summarise: { Body: SummariseScreen, Actions: SummariseActions },
  "sign-off": { Body: SignOffScreen, Actions: SignOffActions },
  consolidate: { Body: ConsolidateScreen, Actions: ConsolidateActions },
};
const nothing = (): null => null;

export function App({ startFrom }: { readonly startFrom: SetUpAnswers }): React.ReactElement {
  const pane = usePane(startFrom);
  const { state } = pane;
  const { Body, Actions } = partsFor(state);
  useFocusKept(state.said);
  return (
    <div className="pane">
      <header className="top">
        <Header book={state.book} standing={state.standing} />
        <Steps step={state.step} collects={collects(state)} onGo={(step) => pane.say({ kind: "went", step })} />
      </header>
      <main className="screen" aria-busy={state.doing.kind !== "nothing"}>
        <Headline step={state.step} />
        <Body pane={pane} />
      </main>
      <footer className="foot">
        <UnderWay doing={state.doing} onStop={pane.stop} />
        <OutcomeLine pane={pane} />
        {/* A question leaves no room for another next thing to do. */}
        <div className="actions">{state.said.kind !== "confirm" && <Actions pane={pane} />}</div>
      </footer>
    </div>
  );
}

/** A button that goes away with its message or its screen leaves the focus nowhere; the headline takes it. Never while the person is in the sheet. */
function useFocusKept(said: Said): void {
  React.useLayoutEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) document.querySelector<HTMLElement>("h1")?.focus();
  }, [said]);
}

/** A region has a step more. */
const collects = ({ book, step }: PaneState): boolean => step === "consolidate" || ((book.kind === "with-template" || book.kind === "without-template") && book.collects);

function partsFor({ book, step }: PaneState): ScreenParts {
  switch (book.kind) {
    case "looking": return { Body: Opening, Actions: nothing };
    case "unreadable": return { Body: Unreadable, Actions: UnreadableActions };
    case "without-template": return step === "set-up" || step === "consolidate" ? screens[step] : { Body: NotYet, Actions: NotYetActions };
    case "with-template": return screens[step];
  }
}
