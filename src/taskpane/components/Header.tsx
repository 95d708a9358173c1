/** Always in sight: whose return this is, its period, and its state in words and a mark. */
import * as React from "react";
import type { ReturnShown } from "../../actions/return-shown";
import { header, product } from "../strings";
import { standingOf, type Standing } from "../standing";
import type { Book } from "../state";
import { Mark, type MarkName } from "./Mark";

const marks: Readonly<Record<Standing, MarkName>> = { opening: "dash", unreadable: "explain", "not-set-up": "dash", draft: "pencil", checked: "tick", "must-fix": "must-fix", changed: "change", signed: "tick", void: "change", "record-changed": "must-fix" };

export function Header({ book, standing: shown }: { readonly book: Book; readonly standing: ReturnShown | null }): React.ReactElement {
  const standing = standingOf(book, shown);
  return (
    <div className="header">
      <Mark name="product" size={32} />
      <div className="whose">
        <p className="organisation">{organisationIn(book)}</p>
        {periodIn(book) !== "" && <p className="period">{periodIn(book)}</p>}
        <p className={`standing standing-${standing}`} role="status">
          <span className="unseen">{header.stateIs} </span><Mark name={marks[standing]} size={14} /><span>{inWords(standing, book, shown)}</span>
        </p>
      </div>
    </div>
  );
}

function organisationIn(book: Book): string {
  if (book.kind !== "with-template") return product;
  const named = [book.organisationName, book.organisationCode].filter((part) => part !== "");
  return named.length === 2 ? `${named[0]} (${named[1]})` : named[0] ?? header.noOrganisation;
}

function periodIn(book: Book): string {
  if (book.kind !== "with-template") return "";
  return [book.period, book.asAt === "" ? "" : header.asAt(dateInWords(book.asAt))].filter((part) => part !== "").join(", ");
}

/** @example dateInWords("2009-03-31") // => "31 March 2009" */
export function dateInWords(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function inWords(standing: Standing, book: Book, shown: ReturnShown | null): string {
  if (standing === "must-fix" && book.kind === "with-template") return header.mustFix(book.counts["must-fix"]);
  if (standing === "signed" || standing === "void") return shown?.says ?? "";
  if (book.kind === "without-template" && book.collects) return header.state.collects;
  return header.state[standing];
}
