/** What the workbench does not do, and what of the open workbook is not shown or not worked out. */
import * as React from "react";
import { isProfileName, profiles, type ProfileName } from "../../host/objects/profile";
import { parseArea } from "../../host/workbook/area";
import type { OpenResult } from "../../host/calc/open-results";
import { notExcel } from "./not-excel";
import type { OpenBook } from "./open-book";
import { words } from "./words";

interface Props {
  readonly book: OpenBook;
  /** The Excel that workbooks opened from now on are opened in. */
  readonly excel: ProfileName;
  readonly onExcel: (name: ProfileName) => void;
  readonly results: readonly OpenResult[];
  readonly onClose: () => void;
}

const MOST_LISTED = 200;
const names = Object.keys(profiles).filter(isProfileName);

export function AboutPanel({ book, excel, onExcel, results, onClose }: Props): JSX.Element {
  const close = React.useRef<HTMLButtonElement>(null);
  React.useEffect(() => close.current?.focus(), []);
  return (
    <aside className="about" role="dialog" aria-label={notExcel.title} onKeyDown={(event) => { if (event.key === "Escape") onClose(); }}>
      <div className="about-title">
        <h2>{notExcel.title}</h2>
        <button ref={close} type="button" aria-label={words.closeAbout} onClick={onClose}>✕</button>
      </div>
      <div className="about-text" tabIndex={0} role="region" aria-label={notExcel.heading}>
        <p>{notExcel.says}</p>
        <p className="which-excel">
          <label>{words.whichExcel} <select value={excel} onChange={({ target }) => { if (isProfileName(target.value)) onExcel(target.value); }}>{names.map((name) => <option key={name} value={name}>{profiles[name].title}</option>)}</select></label>
          <span>{words.whichExcelFrom}</span>
        </p>
        <h3>{words.aboutBook}</h3>
        {book.notes.length === 0 ? <p>{words.nothingCarried}</p> : <ul>{book.notes.map((note) => <li key={note}>{note}</li>)}</ul>}
        <p>{results.length === 0 ? words.noOpenResults : `${words.openResults(results.length)}:`}</p>
        <ResultList book={book} results={results} />
        <h3>{notExcel.heading}</h3>
        <ul>{notExcel.list.map((item) => <li key={item}>{item}</li>)}</ul>
      </div>
    </aside>
  );
}

function ResultList({ book, results }: Pick<Props, "book" | "results">): JSX.Element | null {
  if (results.length === 0) return null;
  const goTo = (result: OpenResult): void => {
    const [sheet, area] = [book.workbook.sheetByName(result.sheet), parseArea(result.cell)];
    if (sheet !== null && area !== null && book.hand.commit()) book.hand.go(sheet, area);
  };
  return (
    <ul className="results">
      {results.slice(0, MOST_LISTED).map((result) => (
        <li key={`${result.sheet}!${result.cell}`}>
          <button type="button" onClick={() => goTo(result)}>{result.sheet}!{result.cell}</button>
          <code>={result.formula.length > 120 ? `${result.formula.slice(0, 120)}…` : result.formula}</code>
          <span>{result.says}</span>
        </li>
      ))}
      {results.length > MOST_LISTED ? <li>{words.moreResults(results.length - MOST_LISTED)}</li> : null}
    </ul>
  );
}

/** Milliseconds that the workbook rests before its formulas are gone through again. */
const REST = 400;

/** The results that are not worked out, a moment after the workbook last changed. */
export function useOpenResults(book: OpenBook): readonly OpenResult[] {
  const [results, setResults] = React.useState<readonly OpenResult[]>([]);
  const { content } = book.hand;
  React.useEffect(() => {
    const timer = setTimeout(() => setResults(book.openResults), REST);
    return () => clearTimeout(timer);
  }, [book, content]);
  return results;
}
