/** A menu that opens where the mouse or the active cell is. Arrow keys go along it, Esc and a click elsewhere close it. */
import * as React from "react";

export interface MenuItem {
  readonly label: string;
  /** The key that does the same. */
  readonly key?: string;
  readonly isDisabled?: boolean;
  /** A line before it. */
  readonly startsGroup?: boolean;
  readonly choose: () => void;
}

interface Props {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** Pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** @param isKept - the keys stay with whatever the choice gave them to */
  readonly onClose: (isKept: boolean) => void;
}

export function Menu({ label, items, at, onClose }: Props): JSX.Element {
  const list = React.useRef<HTMLUListElement>(null);
  // Unseen until it is known where it fits; what is hidden outright takes no focus.
  const [place, setPlace] = React.useState<React.CSSProperties>({ left: at.x, top: at.y, opacity: 0 });
  const buttons = (): readonly HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])') ?? [])];
  React.useLayoutEffect(() => {
    const box = list.current?.getBoundingClientRect();
    const [width, height] = [box?.width ?? 0, box?.height ?? 0];
    setPlace({ left: Math.max(4, Math.min(at.x, window.innerWidth - width - 4)), top: at.y + height > window.innerHeight - 4 ? Math.max(4, at.y - height) : at.y });
    buttons()[0]?.focus({ preventScroll: true });
  }, [at.x, at.y]);
  React.useEffect(() => {
    const onPress = (event: Event): void => { if (!(event.target instanceof Node) || list.current?.contains(event.target) !== true) onClose(false); };
    document.addEventListener("pointerdown", onPress, true);
    window.addEventListener("blur", onPress);
    return () => {
      document.removeEventListener("pointerdown", onPress, true);
      window.removeEventListener("blur", onPress);
    };
  });
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const all = buttons();
    const now = all.findIndex((button) => button === document.activeElement);
    const to: Readonly<Record<string, number>> = { ArrowDown: now + 1, ArrowUp: now - 1 + all.length, Home: 0, End: all.length - 1 };
    const next = to[event.key];
    event.stopPropagation();
    if (next !== undefined) all[next % all.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") onClose(false);
    else if (event.key === "Enter" || event.key === " ") (document.activeElement as HTMLElement | null)?.click();
    else {
      const letter = event.key.toLowerCase();
      [...all.slice(now + 1), ...all].find((button) => button.textContent?.toLowerCase().startsWith(letter) === true)?.focus();
    }
    event.preventDefault();
  };
  return (
    <ul ref={list} className="menu" role="menu" aria-label={label} style={place} onKeyDown={onKeyDown} onContextMenu={(event) => event.preventDefault()}>
      {items.map((item) => (
        <li
          key={item.label} role="menuitem" tabIndex={-1} aria-disabled={item.isDisabled === true} className={item.startsGroup === true ? "menu-item group" : "menu-item"}
          onPointerEnter={(event) => { if (item.isDisabled !== true) event.currentTarget.focus({ preventScroll: true }); }}
          onClick={() => { if (item.isDisabled === true) return; onClose(true); item.choose(); }}
        >
          <span>{item.label}</span>
          {item.key === undefined ? null : <kbd aria-hidden="true">{item.key}</kbd>}
        </li>
      ))}
    </ul>
  );
}
