/** The pane's few icons, drawn here so that none is fetched. Each goes with a word; none stands alone. */
import * as React from "react";

export type MarkName = "product" | "dash" | "pencil" | "tick" | "change" | "must-fix" | "explain" | "note" | "close" | "plus" | "arrow";

/** Outlines on a 16 × 16 ground. The three severities differ in shape, not only in colour. */
const OUTLINES: Readonly<Record<Exclude<MarkName, "product">, string>> = {
  dash: "M3.5 8h9",
  pencil: "M3 13l.6-3L11 2.6 13.4 5 6 12.4z",
  tick: "M2.5 8.5l4 4 7-9",
  change: "M13 6.5A5.5 5.5 0 0 0 3 6M3 3v3h3M3 9.5A5.5 5.5 0 0 0 13 10M13 13v-3h-3",
  "must-fix": "M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2zM8 4.5v4.5M8 11v.8",
  explain: "M8 1.8l6.5 12H1.5zM8 6v4M8 11.6v.6",
  note: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 7v4.5M8 4.3v.8",
  close: "M4 4l8 8M12 4l-8 8",
  plus: "M8 3v10M3 8h10",
  arrow: "M3 8h9.5M8.5 4l4 4-4 4",
};

export function Mark({ name, size = 16 }: { readonly name: MarkName; readonly size?: number }): React.ReactElement {
  if (name === "product") return <ProductMark size={size} />;
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={OUTLINES[name]} />
    </svg>
  );
}

/** Three people as columns, the tallest still to be filled: as in assets/icon.svg. */
function ProductMark({ size }: { readonly size: number }): React.ReactElement {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 80 80" aria-hidden="true" focusable="false">
      <rect width="80" height="80" rx="14" fill="#12436D" />
      <path fill="#FFFFFF" d="M19 27a7 7 0 1 1 0 14 7 7 0 0 1 0-14M12 66V51a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v15zM38 19a7 7 0 1 1 0 14 7 7 0 0 1 0-14M31 66V43a6 6 0 0 1 6-6h2a6 6 0 0 1 6 6v23z" />
      <path fill="none" stroke="#7FE0D4" strokeWidth="4" d="M60 12a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M52 64V38a6 6 0 0 1 6-6h4a6 6 0 0 1 6 6v26z" />
    </svg>
  );
}
