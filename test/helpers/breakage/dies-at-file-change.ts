import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** At which change of the file system a process dies that this file is loaded into: `DIE_AT=3`. What it writes then is half
 *  written, and anything else has not happened. */
const last = Number(process.env.DIE_AT ?? Infinity);
let changes = 0;

/** What a process is started with that dies so. */
export function dyingAt(change: number): { environment: NodeJS.ProcessEnv; preload: string } {
  return { environment: { DIE_AT: String(change) }, preload: import.meta.url };
}

function isLast(): boolean {
  changes += 1;
  return changes === last;
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

const SYNC = ["mkdirSync", "renameSync", "rmSync", "rmdirSync"] as const;
const LATER = ["mkdir", "rename", "rm"] as const;

// Test runners load every file; only a process that is told to dies.
if (last !== Infinity) {
  const before = (holder: object, name: string): void => {
    const change = Reflect.get(holder, name) as (...args: unknown[]) => unknown;
    Reflect.set(holder, name, (...args: unknown[]) => {
      if (isLast()) die();
      return change(...args);
    });
  };
  for (const name of SYNC) before(fs, name);
  for (const name of LATER) before(fs.promises, name);

  const { write, writeSync, openSync, writeFileSync } = fs;
  const half = <T extends { length: number; slice: (from: number, to: number) => T }>(whole: T): T =>
    whole.slice(0, whole.length / 2);
  fs.openSync = (file, flags, mode) => {
    if (flags !== "r" && isLast()) die();
    return openSync(file, flags, mode);
  };
  fs.writeSync = ((handle: number, text: string) => {
    if (!isLast()) return writeSync(handle, text);
    writeSync(handle, half(text));
    die();
    return 0;
  }) as typeof fs.writeSync;
  fs.writeFileSync = (file, text, options) => {
    if (!isLast()) {
      writeFileSync(file, text, options);
      return;
    }
    writeFileSync(file, half(text as string), options);
    die();
  };
  // Streams write like this.
  fs.write = ((handle: number, bytes: Buffer, ...rest: [number, number, null, () => void]) => {
    if (!isLast()) {
      write(handle, bytes, ...rest);
      return;
    }
    writeSync(handle, half(bytes));
    die();
  }) as typeof fs.write;
  syncBuiltinESMExports();
}
