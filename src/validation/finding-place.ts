/** Where something stands in the workbook today. */
import type { SheetId } from "../blueprint/types";

/** `identity` is null for a sheet that is a copy of ours; `cell` is "" for the sheet as a whole. */
export interface FindingPlace { readonly identity: SheetId | null; readonly tab: string; readonly cell: string }
