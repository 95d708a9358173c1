/** What a person sees who opens the pane's address in a browser. */
import * as React from "react";
import { outside } from "../strings";
import { Mark } from "./Mark";

export function Outside(): React.ReactElement {
  return <main className="screen alone"><Mark name="product" size={48} /><h1>{outside.title}</h1><p>{outside.says}</p></main>;
}
