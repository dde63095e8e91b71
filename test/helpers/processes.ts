import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");

export interface Outcome {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Outcome>;
}

/** Starts a script as a process of its own: one that can be killed, without a wrapper around it. `preload` names a
 *  helper that is loaded before it. */
export function startScript(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  preload?: string,
): Running {
  const script = path.join(ROOT, "scripts", `${name}.ts`);
  const loaded = preload === undefined ? [] : ["--import", path.join(import.meta.dirname, `${preload}.ts`)];
  const child = spawn(process.execPath, ["--import", "tsx", ...loaded, script, ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: outcomeOf(child) };
}

export function runScript(name: string, args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Outcome> {
  return startScript(name, args, environment).ended;
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const output = { stdout: "", stderr: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...output };
}

export interface Anvil {
  url: string;
  stop: () => Promise<void>;
}

const FLAGS = "--port 0 --hardfork istanbul --gas-price 0 --base-fee 0 --chain-id 1337 --gas-limit 700000000".split(
  " ",
);

/** A chain of its own process, as GoQuorum's: Istanbul, gas price 0. */
export async function startAnvil(...flags: string[]): Promise<Anvil> {
  const child = spawn(path.join(ROOT, "node_modules/.bin/anvil"), [...FLAGS, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await portOf(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.kill();
    await once(child, "exit");
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.once("exit", () => {
      reject(new Error(`anvil ended:\n${output}`));
    });
    child.once("error", reject);
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const port = /Listening on [^:]+:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(port);
    });
  });
}
