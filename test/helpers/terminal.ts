import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { programFile } from "../../tools/shared/processes.js";

const TIMEOUT = 60_000;

/** Whether there is the `script` of util-linux, which runs a command on a terminal of its own. */
export function hasTerminals(): boolean {
  const { status, stdout } = spawnSync("script", ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.includes("util-linux");
}

export interface Answer {
  /** What is waited for on the screen. */
  after: RegExp;
  type: string;
}

/** Everything that was written on the terminal, and the exit code. */
interface Session {
  code: number | null;
  screen: string;
}

/** Runs `portcullis` as if typed at a terminal. No word of it contains a space. */
export function runOnTerminal(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  answers?: readonly Answer[],
  columns?: number,
): Promise<Session> {
  const command = [process.execPath, programFile(), ...words].map((word) => `'${word}'`).join(" ");
  return onTerminal(command, environment, answers, columns);
}

/** Runs a program, with its words as a shell reads them, on a terminal at which somebody answers. */
export async function onTerminal(
  command: string,
  environment: NodeJS.ProcessEnv,
  answers: readonly Answer[] = [],
  columns = 120,
): Promise<Session> {
  // A terminal without a screen has no columns, and questions are folded to nothing.
  const child = spawn("script", ["-qec", `stty cols ${columns} rows 40; exec ${command}`, "/dev/null"], {
    // Nothing else of the environment: CI, TEAMCITY_VERSION, FORCE_COLOR and their like decide about colours too.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TERM: "xterm", ...environment },
    stdio: ["pipe", "pipe", "inherit"],
    timeout: TIMEOUT,
  });
  const waiting = [...answers];
  let screen = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    screen += text;
    if (waiting[0]?.after.test(screen) === true) child.stdin.write(waiting.shift()?.type);
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, screen };
}
