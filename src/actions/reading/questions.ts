/** What goes to the reading worker and what comes back. */
import type { Arrival } from "../../returns/file/arrival";
import type { GivenFile } from "./given-file";

export interface ReadQuestion { readonly id: number; readonly file: GivenFile; readonly passphrase?: string }
/** `fault`: a mistake of ours, with its words; whatever a file holds is an arrival. */
export type ReadAnswer = { readonly id: number; readonly arrival: Arrival } | { readonly id: number; readonly fault: string };
