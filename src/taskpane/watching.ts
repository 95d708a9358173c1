/** Being told of changes in the workbook. Excel refuses while a cell is edited, so what was refused is asked for again when the person comes back. */
import { DEFECT, settled } from "../actions/outcome";
import { loadLook } from "./judging";

type Stop = () => Promise<void>;

export class Watching {
  private state: { readonly kind: "off" | "asking" | "ended" } | { readonly kind: "on"; readonly stop: Stop } = { kind: "off" };

  /** @param failed - told of a fault of ours; what Excel refuses is not one */
  constructor(private readonly changed: () => void, private readonly failed: (cause: unknown) => void) {}

  /** Does nothing when it has begun. */
  begin(): void {
    if (this.state.kind !== "off") return;
    this.state = { kind: "asking" };
    void settled(async () => (await loadLook()).watch(this.changed)).then((outcome) => {
      if (outcome.ok) this.begun(outcome.report);
      else {
        this.state = { kind: this.state.kind === "ended" ? "ended" : "off" };
        if (outcome.problem.code === DEFECT) this.failed(outcome.cause);
      }
    });
  }

  end(): void {
    const before = this.state;
    this.state = { kind: "ended" };
    if (before.kind === "on") this.stop(before.stop);
  }

  /** The pane may have been closed while Excel was being asked. */
  private begun(stop: Stop): void {
    if (this.state.kind === "ended") this.stop(stop);
    else this.state = { kind: "on", stop };
  }

  private stop(stop: Stop): void {
    void settled(stop).then((outcome) => { if (!outcome.ok) this.failed(outcome.cause); });
  }
}
