import type { Ora } from "ora";
import { say } from "./output.js";

/** Shows progress in a terminal when something takes longer than a second. */
export interface Progress {
  start: (what: string) => void;
  stop: () => void;
}

/** The one that is shown, if any. */
let shown: Ora | undefined;

/** Says something while progress may be shown: its line is drawn anew below. */
export function sayAmidProgress(text: string): void {
  shown?.clear();
  say(text);
}

export function createProgress(): Progress {
  let spinner: Ora | undefined;
  let later: NodeJS.Timeout | undefined;
  let running = false;
  const spin = async (what: string): Promise<void> => {
    const { default: ora } = await import("ora");
    spinner = ora({ text: what, stream: process.stderr, discardStdin: false });
    if (!running) return;
    spinner.start();
    shown = spinner;
  };
  return {
    start(what) {
      if (!process.stderr.isTTY) return;
      running = true;
      later = setTimeout(() => void spin(what), 1000);
    },
    stop() {
      running = false;
      clearTimeout(later);
      spinner?.stop();
      shown = undefined;
    },
  };
}

export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const progress = createProgress();
  progress.start(what);
  try {
    return await work();
  } finally {
    progress.stop();
  }
}
