/** The page of `npm start`: a workbook's grid beside the unmodified pane of the add-in. */
import * as React from "react";
import { render } from "react-dom";
import containerStyles from "../../../node_modules/@glideapps/glide-data-grid/dist/esm/internal/data-editor-container/data-grid-container.css";
import scrollerStyles from "../../../node_modules/@glideapps/glide-data-grid/dist/esm/internal/scrolling-data-grid/infinite-scroller.css";
import viewStyles from "../../host/view/view.css";
import { App } from "./App";
import pageStyles from "./workbench.css";

// The grid library's one stylesheet is a list of imports, half of them for editors that are not used here; these two are what a grid needs.
const styles = document.createElement("style");
styles.textContent = [containerStyles, scrollerStyles, viewStyles, pageStyles].join("\n");
document.head.append(styles);

const place = document.getElementById("workbench");
if (place === null) throw new Error("workbench.html has no element to draw the workbench in.");
render(<App />, place);
