/**
 * An add-in's page in Node: the built html, unchanged, in jsdom, with Microsoft's CDN address answered from the installed library.
 * For Node only; the browser's counterpart is iframe-page.ts.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream } from "node:stream/web";
import { TextDecoder, TextEncoder } from "node:util";
import { webcrypto } from "node:crypto";
import { JSDOM, ResourceLoader, VirtualConsole, type DOMWindow } from "jsdom";
import type { Frame, FrameKind } from "./frame";
import type { WacHost } from "./wac-host";

/** Where the pages seem to live. Only the words matter: nothing is fetched over a network. */
const ORIGIN = "https://localhost";
const CDN_HOST = "appsforoffice.microsoft.com";
const CDN_FOLDER = "/lib/1/hosted/";
const LONGEST_MESSAGE = 500;

export interface JsdomPageOptions {
  /** Folder of the built add-in: `build/addin`. */
  readonly folder: string;
  /** The page's file in that folder, with a query if wanted: "commands.html". */
  readonly page: string;
  readonly kind: FrameKind;
  readonly owner?: Frame;
  /** `node_modules/@microsoft/office-js/dist`. */
  readonly officeFolder: string;
  /** Told of every error that no script of the page caught, and of every file that could not be loaded. */
  readonly onProblem: (problem: Error) => void;
  readonly onConsole?: (level: string, text: string) => void;
}

export interface JsdomPage {
  readonly frame: Frame;
  readonly window: DOMWindow;
}

/** Opens a page. It is started when `frame.ready` resolves. @throws Error when the folder has no such page */
export function openInJsdom(host: WacHost, options: JsdomPageOptions): JsdomPage {
  const address = new URL(options.page, `${ORIGIN}/`);
  const file = fileFor(address, options);
  if (file === null) throw new Error(`There is no page ${options.page} in ${options.folder}.`);
  const frame = host.addFrame({
    kind: options.kind, origin: ORIGIN, hostUrl: `${ORIGIN}/host`, ...(options.owner === undefined ? {} : { owner: options.owner }),
  });
  const dom = new JSDOM(readFileSync(file, "utf8"), {
    url: frame.addressOf(address.href),
    runScripts: "dangerously",
    resources: new FolderLoader(options),
    pretendToBeVisual: true,
    virtualConsole: consoleFor(options),
    beforeParse: (window) => prepare(window, host, frame),
  });
  frame.attach(
    (text) => setImmediate(() => { if (host.open.includes(frame)) dom.window.dispatchEvent(new dom.window.MessageEvent("message", { data: text, origin: ORIGIN })); }),
    () => dom.window.close(),
  );
  return { frame, window: dom.window };
}

/** Opens a frame's dialogs from the same folder. */
export function dialogsInJsdom(host: () => WacHost, options: Omit<JsdomPageOptions, "page" | "kind" | "owner">): (url: string, owner: Frame) => Frame {
  return (url, owner) => {
    const address = new URL(url);
    return openInJsdom(host(), { ...options, page: address.pathname.slice(1) + address.search, kind: "dialog", owner }).frame;
  };
}

/** The file behind an address, or null when it is outside both folders or missing. */
function fileFor(address: URL, { folder, officeFolder }: Pick<JsdomPageOptions, "folder" | "officeFolder">): string | null {
  const path = decodeURIComponent(address.pathname);
  const file = address.hostname === CDN_HOST && path.startsWith(CDN_FOLDER)
    ? join(officeFolder, path.slice(CDN_FOLDER.length))
    : address.origin === ORIGIN ? join(folder, normalize(path)) : null;
  return file !== null && existsSync(file) ? file : null;
}

class FolderLoader extends ResourceLoader {
  constructor(private readonly folders: Pick<JsdomPageOptions, "folder" | "officeFolder">) { super(); }

  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = fileFor(new URL(url), this.folders);
    const answer = file === null ? Promise.reject(new Error(`${url} is not in the built add-in.`)) : Promise.resolve(readFileSync(file));
    // jsdom aborts what is still loading when the window closes; a file that is read whole has nothing to abort.
    return Object.assign(answer, { abort: () => undefined });
  }
}

function consoleFor({ onProblem, onConsole }: JsdomPageOptions): VirtualConsole {
  const virtual = new VirtualConsole();
  // The library is one line of a megabyte, and jsdom quotes source lines.
  virtual.on("jsdomError", (error: Error) => onProblem(new Error(error.message.slice(0, LONGEST_MESSAGE), { cause: error })));
  for (const level of ["log", "info", "warn", "error", "debug"] as const) {
    virtual.on(level, (...parts: unknown[]) => onConsole?.(level, parts.map(String).join(" ").slice(0, LONGEST_MESSAGE)));
  }
  return virtual;
}

/** Every browser has it; without it the library brings one of its own, which knows no streams. Nothing is on a network here. */
const nothingFetched = (): Promise<never> => Promise.reject(new TypeError("Nothing is fetched here."));

/** Gives the window what a browser has and jsdom has not, and makes the host its parent. */
function prepare(window: DOMWindow, host: WacHost, frame: Frame): void {
  window.name = frame.windowName;
  Object.defineProperty(window.document, "domain", { value: "localhost" });
  const parent = { postMessage: (text: string): void => { setImmediate(() => host.receive(frame, text)); } };
  // jsdom keeps these two behind getters; the library tells an embedded page by `window.top !== window`.
  Reflect.set(window, "_parent", parent);
  Reflect.set(window, "_top", parent);
  // A page that nobody looks at has no focus to take or give, and nothing to scroll.
  const nothing = (): void => undefined;
  Object.assign(window, { focus: nothing, blur: nothing, scrollTo: nothing, TextEncoder, TextDecoder, structuredClone, CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream, Response, Request, Headers, fetch: nothingFetched });
  Object.defineProperty(window.crypto, "subtle", { value: webcrypto.subtle, configurable: true });
  // Every browser has it; jsdom reads a blob through its FileReader only.
  Object.defineProperty(window.Blob.prototype, "arrayBuffer", { value: bytesOfBlob, configurable: true, writable: true });

  function bytesOfBlob(this: Blob): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const reader = new window.FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.onerror = () => reject(reader.error ?? new Error("The blob could not be read."));
      reader.readAsArrayBuffer(this);
    });
  }
}
