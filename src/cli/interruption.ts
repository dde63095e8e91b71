import { type OnPending, interrupted, type PendingTransaction } from "../chain/sending.js";
import { reportError, say } from "./output.js";

/** The exit codes that shells use for a process ended by SIGINT or SIGTERM. */
const INTERRUPTED = 130;
const TERMINATED = 143;

/** Ctrl-C reports the pending transaction. If there is none, it ends the process as usual. */
export function tellingInterruption(asJson: boolean): OnPending {
  let current: PendingTransaction | undefined;
  const tell = (): void => {
    say("");
    if (current !== undefined) reportError(interrupted(current), asJson);
    process.exit(INTERRUPTED);
  };
  return (pending) => {
    current = pending;
    process.off("SIGINT", tell);
    if (pending !== undefined) process.once("SIGINT", tell);
  };
}

/** For a command with a journal. */
export function goesOnAfterInterruption(): void {
  for (const [signal, code] of [
    ["SIGINT", INTERRUPTED],
    ["SIGTERM", TERMINATED],
  ] as const) {
    process.once(signal, () => {
      say("\nStopped. Nothing is lost: run the same command again, and it resumes from here.");
      process.exit(code);
    });
  }
}
