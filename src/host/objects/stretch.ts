/** The cells that rules are laid over: of one range, or of several together. */
import type { Area } from "../workbook/area";
import type { Sheet } from "../workbook/sheet";
import { standing } from "./cells";
import type { Owned } from "./definition";
import type { AreasHold, RangeHold, Session } from "./session";

/** `areas` looks where the ranges stand now. */
export interface Stretch extends Owned { readonly session: Session; readonly sheet: Sheet; readonly areas: () => readonly Area[] }

export const stretchOf = (range: RangeHold): Stretch => ({ session: range.session, sheet: range.sheet, areas: () => [standing(range).area] });
export const stretchOver = ({ session, sheet, ranges }: AreasHold): Stretch => ({ session, sheet, areas: () => ranges.map((range) => standing(range).area) });
