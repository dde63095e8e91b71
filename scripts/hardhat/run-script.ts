import { reportError } from "../../src/cli/output.js";
import { PortcullisError } from "../../src/errors/error.js";

/** Runs a script's work, and says what was refused with its way out. What Hardhat throws, Hardhat tells. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PortcullisError)) throw error;
    process.exitCode = reportError(error, false);
  }
}
