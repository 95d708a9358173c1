/** Always in sight: whose return this is, its period, and its state in words and a mark. */
import * as React from "react";
import { header, product } from "../strings";
import { standingOf, type Standing } from "../standing";
import type { Book } from "../state";
import { Mark, type MarkName } from "./Mark";

const marks: Readonly<Record<Standing, MarkName>> = { opening: "dash", unreadable: "explain", "not-set-up": "dash", draft: "pencil", checked: "tick", "must-fix": "must-fix", changed: "change" };

export function Header({ book }: { readonly book: Book }): React.ReactElement {
  const standing = standingOf(book);
  return (
    <div className="header">
      <Mark name="product" size={32} />
      <div className="whose">
        <p className="organisation">{organisationIn(book)}</p>
        {periodIn(book) !== "" && <p className="period">{periodIn(book)}</p>}
        <p className={`standing standing-${standing}`} role="status">
          <span className="unseen">{header.stateIs} </span><Mark name={marks[standing]} size={14} /><span>{standing === "must-fix" && book.kind === "with-template" ? header.mustFix(book.counts["must-fix"]) : header.state[standing]}</span>
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
