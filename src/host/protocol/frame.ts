/** One open page of an add-in (pane, function file or dialog), as the host sees it: its addresses, what it listens for, and how to reach it. */
import type { PageMessage } from "./messages";

export type FrameKind = "taskpane" | "commands" | "dialog";

export interface FrameOptions {
  /** Origin of the add-in's page. */
  readonly origin: string;
  /** Address of the page that hosts it: same hostname, https, or the library refuses to start. */
  readonly hostUrl: string;
  readonly kind: FrameKind;
  /** The page that opened this one, for a dialog. */
  readonly owner?: Frame;
}

export class Frame {
  readonly conversation: string;
  /** `host$platform$version$locale$correlation$isDialog$disableLogging$flags`. */
  private readonly hostInfo: string;
  private readonly xdmInfo: string;
  /** Event name to the message that asked for it; answers carry its correlation. */
  readonly listening = new Map<string, PageMessage>();
  /** Resolves when the page's library has started and it can be given commands. */
  readonly ready: Promise<void>;
  private settleReady: () => void = () => undefined;
  dialog: Frame | null = null;
  private post: ((text: string) => void) | null = null;
  private closing: (() => void) | null = null;

  constructor(readonly id: string, readonly options: FrameOptions, unique: string) {
    // The library keeps settings per conversation in session storage, so every opening needs a fresh one.
    this.conversation = `conv_${id}_${unique}`;
    this.hostInfo = ["Excel", "Web", "16.01", "en-US", unique, options.kind === "dialog" ? "isDialog" : "", "disableLogging", "0"].join("$");
    this.xdmInfo = [this.conversation, id, options.hostUrl].join("|");
    this.ready = new Promise((resolve) => { this.settleReady = resolve; });
  }

  get hostOrigin(): string { return new URL(this.options.hostUrl).origin; }

  /** What the page's `window.name` must be. */
  get windowName(): string {
    return JSON.stringify({
      baseFrameName: `_xdm_${this.id}${this.conversation}`, hostInfo: this.hostInfo, xdmInfo: this.xdmInfo, serializerVersion: "1", flights: "[]",
    });
  }

  /** The page's address with what the library reads from it. */
  addressOf(page: string): string {
    const url = new URL(page);
    url.search += `${url.search === "" ? "?" : "&"}_host_Info=${encodeURIComponent(this.hostInfo)}`;
    const bookmark = url.hash.slice(1);
    url.hash = "";
    return `${url.href.replace(/#$/, "")}#${bookmark}&_xdm_Info=${encodeURIComponent(this.xdmInfo)}`;
  }

  /** Joins the frame to a real page. @param post - sends text to the page @param close - takes the page away */
  attach(post: (text: string) => void, close: () => void): void {
    this.post = post;
    this.closing = close;
  }
  send(text: string): void { this.post?.(text); }
  markReady(): void { this.settleReady(); }
  /** Takes the page away; nothing more is sent to it. */
  detach(): void {
    this.post = null;
    this.closing?.();
    this.closing = null;
  }
}
