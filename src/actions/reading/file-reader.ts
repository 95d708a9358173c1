/** Reads files one at a time: in a worker where there are workers, otherwise on this thread when it has a moment. */
import type { Arrival } from "../../returns/file/arrival";
import type { GivenFile } from "./given-file";
import type { ReadAnswer, ReadQuestion } from "./questions";
import { sentFile } from "./sent-file";

export interface ReturnReader {
  /** Whatever a file holds, there is an arrival. @throws Error for a mistake of ours */
  read(file: GivenFile): Promise<Arrival>;
  close(): void;
}

/** @param passphrase - for files that are encrypted with one */
export async function openReader(passphrase: string | undefined): Promise<ReturnReader> {
  return (await workerReader(passphrase)) ?? sameThreadReader(passphrase);
}

/** @returns null where there are no workers, or the worker's script does not start: an add-in may be forbidden to */
async function workerReader(passphrase: string | undefined): Promise<ReturnReader | null> {
  if (typeof Worker === "undefined") return null;
  const { startWorker } = await import(/* webpackChunkName: "start-worker" */ "./start-worker");
  try {
    return new WorkerReader(startWorker(), passphrase);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}

class WorkerReader implements ReturnReader {
  private asked = 0;

  constructor(private readonly worker: Worker, private readonly passphrase: string | undefined) {}

  read(file: GivenFile): Promise<Arrival> {
    const id = (this.asked += 1);
    const question: ReadQuestion = { id, file, ...(this.passphrase === undefined ? {} : { passphrase: this.passphrase }) };
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
        if (data.id !== id) return;
        if ("arrival" in data) resolve(data.arrival);
        else reject(new Error(`Reading ${file.name} failed. ${data.fault}`));
      };
      this.worker.onerror = (event) => reject(new Error(`The reading script failed at ${file.name}. ${event.message}`));
      this.worker.postMessage(question);
    });
  }

  close(): void { this.worker.terminate(); }
}

function sameThreadReader(passphrase: string | undefined): ReturnReader {
  return {
    read: async (file) => {
      const { readReturn } = await import(/* webpackChunkName: "read-return" */ "../../returns/file/read-return");
      return readReturn(await sentFile(file), passphrase === undefined ? {} : { passphrase });
    },
    close: () => undefined,
  };
}
