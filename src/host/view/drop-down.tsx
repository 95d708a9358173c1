/** The drop-down of a cell that takes one of a list: the button beside the cell, and the list when it is open. */
import * as React from "react";
import type { Box } from "./paint-cell";

interface Props {
  readonly choices: readonly string[];
  readonly current: string;
  readonly box: Box;
  readonly isOpen: boolean;
  readonly label: string;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onChoose: (choice: string) => void;
}

export function DropDown({ choices, current, box, isOpen, label, onOpen, onChoose }: Props): JSX.Element {
  return (
    <>
      <button
        type="button" className="drop-button" tabIndex={-1} aria-label={`${label}: choose from the list`} aria-haspopup="listbox" aria-expanded={isOpen}
        style={{ left: box.x + box.width, top: box.y + Math.max(0, box.height - 20) }} onPointerDown={(event) => event.stopPropagation()} onClick={() => onOpen(!isOpen)}
      >▾</button>
      {isOpen ? <ChoiceList choices={choices} current={current} box={box} label={label} onOpen={onOpen} onChoose={onChoose} /> : null}
    </>
  );
}

function ChoiceList({ choices, current, box, label, onOpen, onChoose }: Omit<Props, "isOpen">): JSX.Element {
  const [at, setAt] = React.useState(Math.max(0, choices.indexOf(current)));
  const list = React.useRef<HTMLUListElement>(null);
  React.useEffect(() => list.current?.focus(), []);
  React.useEffect(() => { list.current?.children[at]?.scrollIntoView({ block: "nearest" }); }, [at]);
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: choices.length - 1 };
    const next = step[event.key];
    if (next !== undefined && !event.altKey) setAt(Math.max(0, Math.min(choices.length - 1, next)));
    else if (event.key === "Enter" || event.key === " ") onChoose(choices[at] ?? "");
    else if (event.key === "Escape" || event.key === "Tab" || (event.altKey && event.key === "ArrowUp")) onOpen(false);
    else {
      const first = choices.findIndex((choice) => choice.toLowerCase().startsWith(event.key.toLowerCase()));
      if (event.key.length !== 1 || first < 0) return;
      setAt(first);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul
      ref={list} className="drop-list" role="listbox" tabIndex={0} aria-label={label} aria-activedescendant={`choice-${at}`} onKeyDown={onKeyDown} onBlur={() => onOpen(false)}
      style={{ left: box.x, top: box.y + box.height, minWidth: box.width + 20 }} onPointerDown={(event) => event.stopPropagation()}
    >
      {choices.map((choice, index) => (
        <li
          key={choice} id={`choice-${index}`} role="option" aria-selected={index === at} className={index === at ? "chosen" : ""}
          onPointerEnter={() => setAt(index)} onPointerDown={(event) => { event.preventDefault(); onChoose(choice); }}
        >{choice}</li>
      ))}
    </ul>
  );
}
