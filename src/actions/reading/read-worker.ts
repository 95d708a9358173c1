/** The worker that reads returns: opening workbooks and decrypting them stays off the thread that Excel and the pane share. One file at a time. */
import { readReturn } from "../../returns/file/read-return";
import type { ReadAnswer, ReadQuestion } from "./questions";
import { sentFile } from "./sent-file";

interface WorkerScope { onmessage: ((event: MessageEvent<ReadQuestion>) => void) | null; postMessage(answer: ReadAnswer): void }

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { id, file, passphrase } }) => {
  void sentFile(file).then((sent) => readReturn(sent, passphrase === undefined ? {} : { passphrase })).then(
    (arrival) => scope.postMessage({ id, arrival }),
    (error: unknown) => scope.postMessage({ id, fault: error instanceof Error ? error.stack ?? error.message : String(error) }),
  );
};
