import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The GoQuorum binary to test with; empty if none is named. */
export const GETH = process.env.PORTCULLIS_GETH ?? "";

/** Without a private transaction manager a node starts only if it is told so. */
export const ENVIRONMENT = { ...process.env, PRIVATE_CONFIG: "ignore" };

const TIMEOUT = 60_000;

export function requireGeth(): string {
  if (GETH === "") throw new Error("PORTCULLIS_GETH names no GoQuorum geth.");
  return GETH;
}

/** Runs geth until it ends, and answers what it printed. */
export async function runGeth(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(requireGeth(), args, { env: ENVIRONMENT, timeout: TIMEOUT });
  return stdout.trim();
}

/** "geth 1.9.7-stable, GoQuorum 21.1.0". Throws for a geth that is not GoQuorum's. */
export async function gethVersion(): Promise<string> {
  const text = await runGeth("version");
  const [geth, quorum] = [/^Version: (.+)$/m, /^Quorum Version: (.+)$/m].map((line) => line.exec(text)?.[1]);
  if (quorum === undefined) throw new Error(`${requireGeth()} is not a GoQuorum geth:\n${text}`);
  return `geth ${String(geth)}, GoQuorum ${quorum}`;
}
