import type { Ora } from "ora";

/** Shows progress in a terminal when something takes longer than a second. */
export interface Progress {
  start: (what: string) => void;
  stop: () => void;
}

export function createProgress(): Progress {
  let spinner: Ora | undefined;
  let later: NodeJS.Timeout | undefined;
  let running = false;
  const spin = async (what: string): Promise<void> => {
    const { default: ora } = await import("ora");
    spinner = ora({ text: what, stream: process.stderr, discardStdin: false });
    if (running) spinner.start();
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
