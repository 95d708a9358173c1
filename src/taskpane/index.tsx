/** The pane's first script: shows the pane inside Excel, and says where it belongs everywhere else. */
import "./before-fabric";
import * as React from "react";
import * as ReactDOM from "react-dom";
import { answersToStartFrom } from "../actions/set-up";
import { App } from "./App";
import { Defect, ErrorBoundary } from "./components/ErrorBoundary";
import { Outside } from "./components/Outside";
import { todayHere } from "../actions/clock";
import { detailsOf } from "./details";
import { dressFabric } from "./theme";

void Office.onReady(({ host }) => {
  dressFabric();
  const place = document.getElementById("pane");
  if (place === null) throw new Error("taskpane.html has no element \"pane\".");
  ReactDOM.render(host === Office.HostType.Excel ? <Whole /> : <Outside />, place);
});

/** A fault in the pane itself leaves words and a way on, never a blank pane. */
function Whole(): React.ReactElement {
  return (
    <ErrorBoundary fallback={(error, again) => <Defect details={detailsOf("pane", error)} onAgain={again} />}>
      <App startFrom={answersToStartFrom(todayHere())} />
    </ErrorBoundary>
  );
}
