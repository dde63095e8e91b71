import { type OnPending, interrupted, type PendingTransaction } from "../chain/sending.js";
import type { StepReport } from "../steps/step.js";
import { reportError, say } from "./output.js";

/** The exit codes that shells use for a process that a signal has ended. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

type Ending = keyof typeof EXIT_CODES;

const SIGNALS = Object.keys(EXIT_CODES) as Ending[];

/** Before a signal ends the process, what is pending is told. If nothing is, it ends the process as usual. */
export function tellingInterruption(asJson: boolean): OnPending {
  let current: PendingTransaction | undefined;
  const tell = (signal: Ending): void => {
    say("");
    if (current !== undefined) reportError(interrupted(current), asJson);
    process.exit(EXIT_CODES[signal]);
  };
  return (pending) => {
    current = pending;
    for (const signal of SIGNALS) {
      process.off(signal, tell);
      if (pending !== undefined) process.once(signal, tell);
    }
  };
}

/** Looks after work that has a journal. */
export interface Keeper {
  /** Is told what happens to the steps. */
  note: (report: StepReport) => void;
  /** Is told that the work has ended. */
  end: () => void;
}

/** For work with a journal: before a signal ends the process, what is pending is told, and that nothing is lost. */
export function goesOnAfterInterruption(): Keeper {
  const pending = new Map<string, string>();
  const tell = (signal: Ending): void => {
    say("\nStopped. Nothing is lost: run the same command again, and it resumes from here.");
    for (const [step, hash] of pending) {
      say(`The transaction ${hash} was sent, and may still be executed: ${step}.`);
    }
    process.exit(EXIT_CODES[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, tell);
  return {
    note: ({ state, step, hash }) => {
      if (state === "sent" && hash !== undefined) pending.set(step, hash);
      else pending.delete(step);
    },
    end: () => {
      for (const signal of SIGNALS) process.off(signal, tell);
    },
  };
}
