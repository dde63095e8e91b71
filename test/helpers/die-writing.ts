import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** When a process dies that this file is loaded into, by the name of the file that it writes: `DIE_WRITING="<when>:<name>"`. */
export const DEATHS = ["half written", "written", "renamed"] as const;

const [when, name = ""] = process.env.DIE_WRITING?.split(":") ?? [];

function die(): void {
  process.kill(process.pid, "SIGKILL");
}

function dieHalfWritten(): void {
  const handles = new Map<number, fs.PathLike>();
  const { openSync, writeSync, writeFileSync } = fs;
  fs.openSync = (file, ...rest) => {
    const handle = openSync(file, ...rest);
    handles.set(handle, file);
    return handle;
  };
  const half = (text: unknown): string => String(text).slice(0, String(text).length / 2);
  fs.writeSync = ((handle: number, text: string) => {
    if (!String(handles.get(handle)).includes(name)) return writeSync(handle, text);
    writeSync(handle, half(text));
    die();
    return 0;
  }) as typeof fs.writeSync;
  fs.writeFileSync = (file, text, options) => {
    if (!String(file).includes(name)) {
      writeFileSync(file, text, options);
      return;
    }
    writeFileSync(file, half(text), options);
    die();
  };
}

function dieRenaming(after: boolean): void {
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    const due = String(to).includes(name);
    if (due && !after) die();
    renameSync(from, to);
    if (due) die();
  };
}

// Test runners load every file; only a process that is told to dies.
if (when === "half written") dieHalfWritten();
else if (when !== undefined) dieRenaming(when === "renamed");
syncBuiltinESMExports();
