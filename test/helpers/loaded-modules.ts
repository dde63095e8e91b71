import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

/** Where a process that this file is loaded into writes, when it ends, what it has loaded. */
const FILE = process.env.LOADED_TO;

export interface Loaded {
  /** Their URLs. */
  modules: string[];
  /** Node's own, public or not. */
  builtins: string[];
}

/** What a process is started with that writes so. */
export function tellingLoaded(file: string): { environment: NodeJS.ProcessEnv; preload: string } {
  return { environment: { LOADED_TO: file }, preload: import.meta.url };
}

// Test runners load every file; only a process that is told to writes.
if (FILE !== undefined) {
  const modules: string[] = [];
  registerHooks({
    load: (url, context, next) => {
      modules.push(url);
      return next(url, context);
    },
  });
  process.on("exit", () => {
    const { moduleLoadList: builtins } = process as unknown as { moduleLoadList: string[] };
    writeFileSync(FILE, JSON.stringify({ modules, builtins } satisfies Loaded));
  });
}
