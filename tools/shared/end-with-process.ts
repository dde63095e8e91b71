import type { ChildProcess } from "node:child_process";

const running = new Set<ChildProcess>();

process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Kills a child that still runs when this process ends. */
export function endWithProcess(child: ChildProcess): void {
  running.add(child);
  child.once("exit", () => running.delete(child));
}
