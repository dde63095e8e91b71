import { mkdirSync, realpathSync } from "node:fs";
import { refusal } from "../../errors/refusal.js";
import { notWritten } from "../files.js";
import { type Holder, withLock } from "../lock.js";

/** Deploys into a directory, which is made if it is not there: two runs in one would send everything twice. Throws DEPLOYMENT_RUNS. */
export async function withDeploymentLock<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const place = makeDirectory(directory);
  const refuse = (holder: Holder) => refusal("DEPLOYMENT_RUNS", { ...holder });
  return withLock({ directory: place, name: "deployment", refuse }, work);
}

function makeDirectory(directory: string): string {
  try {
    mkdirSync(directory, { recursive: true });
    return realpathSync(directory);
  } catch (cause) {
    throw notWritten(directory, cause);
  }
}
