import { type HearUnderway, interrupted, type Underway } from "../chain/sending.js";
import { reportError, say } from "./output.js";

/** As shells call a process that Ctrl-C ended, or that was asked to end. */
const INTERRUPTED = 130;
const TERMINATED = 143;

/** Ctrl-C tells what is on its way. While nothing is, it ends the process as usual. */
export function tellingInterruption(asJson: boolean): HearUnderway {
  let current: Underway | undefined;
  const tell = (): void => {
    say("");
    if (current !== undefined) reportError(interrupted(current), asJson);
    process.exit(INTERRUPTED);
  };
  return (underway) => {
    current = underway;
    process.off("SIGINT", tell);
    if (underway !== undefined) process.once("SIGINT", tell);
  };
}

/** For a command with a journal. */
export function goesOnAfterInterruption(): void {
  for (const [signal, code] of [
    ["SIGINT", INTERRUPTED],
    ["SIGTERM", TERMINATED],
  ] as const) {
    process.once(signal, () => {
      say("\nStopped. Nothing is lost: run the same command again, and it goes on from here.");
      process.exit(code);
    });
  }
}
