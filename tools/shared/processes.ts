import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import path from "node:path";
import { once as onceMade } from "../../src/util/once.js";
import { endWithProcess } from "./end-with-process.js";

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

/** Whatever directory a process runs in. */
const TSX = import.meta.resolve("tsx");

const HARDHAT = path.join(ROOT, "node_modules/hardhat/dist/src/cli.js");

/** The command line as it is packed, made from the sources of now. */
export const programFile = onceMade(() => {
  execFileSync(process.execPath, ["tools/bundle.mjs"], { cwd: ROOT });
  return path.join(ROOT, "dist/cli/portcullis.js");
});

export interface Surroundings {
  environment?: NodeJS.ProcessEnv;
  /** Where it runs. */
  directory?: string;
  /** The URL of a module that is loaded before it. */
  preload?: string;
}

/** Starts `portcullis` as a process of its own: one that can be killed, without a wrapper around it. */
export function startCommand(args: readonly string[], surroundings: Surroundings = {}): Running {
  const { environment, directory = ROOT, preload } = surroundings;
  const loaded = preload === undefined ? [] : ["--import", TSX, "--import", preload];
  return start([...loaded, programFile(), ...args], directory, environment);
}

function start(args: readonly string[], directory: string, environment?: NodeJS.ProcessEnv): Running {
  const child = spawn(process.execPath, args, {
    cwd: directory,
    env: { ...process.env, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: outcomeOf(child) };
}

/** Runs a script of the folder scripts/. */
export function runScript(name: string, args: readonly string[]): Promise<Outcome> {
  return start(["--import", TSX, path.join(ROOT, "scripts", `${name}.ts`), ...args], ROOT).ended;
}

/** Runs Hardhat in a project. What a Hardhat around it was told is not for this one: it would take that one's project. */
export function runHardhat(
  args: readonly string[],
  directory: string,
  environment?: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const outer = Object.keys(process.env).filter((name) => name.startsWith("HARDHAT_"));
  const unset = Object.fromEntries(outer.map((name) => [name, undefined]));
  return start([HARDHAT, ...args], directory, { ...unset, ...environment }).ended;
}

/** Runs a script with Hardhat, as its users do. */
export function runWithHardhat(
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Outcome> {
  return runHardhat(["run", `scripts/${name}.ts`, ...args], ROOT, environment);
}

export function runCommand(args: readonly string[], surroundings?: Surroundings): Promise<Outcome> {
  return startCommand(args, surroundings).ended;
}

/** A Node process that does nothing: what none can do without. */
export function runNothing(): Promise<Outcome> {
  return start(["--eval", ""], ROOT).ended;
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

const USUAL: Readonly<Record<string, string>> = {
  "--port": "0",
  "--hardfork": "istanbul",
  "--gas-price": "0",
  "--base-fee": "0",
  "--chain-id": "1337",
  "--gas-limit": "700000000",
};

/** A chain of its own process, as GoQuorum's: Istanbul, gas price 0, unless these flags say otherwise. */
export async function startAnvil(...flags: string[]): Promise<Anvil> {
  const usual = Object.entries(USUAL).filter(([name]) => !flags.includes(name));
  const child = spawn(path.join(ROOT, "node_modules/.bin/anvil"), [...usual.flat(), ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await portOf(child);
  // A test that fails before it stops its chain must not keep the others from ending.
  child.unref();
  if (child.stdout instanceof Socket) child.stdout.unref();
  endWithProcess(child);
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null) return;
    child.ref();
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
    const read = (text: string): void => {
      output += text;
      const port = /Listening on [^:]+:(\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      child.stdout?.off("data", read).resume();
      resolve(port);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
  });
}
