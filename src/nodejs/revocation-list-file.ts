import path from "node:path";
import pRetry from "p-retry";
import type { RevocationList } from "../certificates/revocation-list.js";
import { PortcullisError } from "../errors/error.js";
import { refusal } from "../errors/refusal.js";
import { readRevocationList, replacePem } from "./certificate-files.js";
import { realPlace } from "./files.js";
import { type Holder, withLock } from "./lock.js";

/** Two that sign a list anew take turns, which last a moment each. In milliseconds, except `retries`. */
const PATIENCE = { retries: 40, minTimeout: 20, maxTimeout: 300, randomize: true } as const;

/** Signs the revocation list in a file anew, as `sign` answers it in DER, and answers the one before. Nobody else who does the same does
 *  so meanwhile, whose revocations would be lost. Throws FILE_NOT_READ, CERTIFICATE_FILE_NOT_ALLOWED, REVOCATION_LIST_BUSY or
 *  FILE_NOT_WRITTEN. */
export function signListAnew(
  file: string,
  sign: (before: RevocationList) => Promise<Uint8Array>,
): Promise<RevocationList> {
  const place = realPlace(file);
  const refuse = (holder: Holder) => refusal("REVOCATION_LIST_BUSY", { ...holder, list: file });
  const lock = { directory: path.dirname(place), name: path.basename(place), refuse };
  const turn = async (): Promise<RevocationList> => {
    const before = readRevocationList(file);
    replacePem(file, "revocation list", await sign(before));
    return before;
  };
  return pRetry(() => withLock(lock, turn), { ...PATIENCE, shouldRetry: ({ error }) => isBusy(error) });
}

function isBusy(error: Error): boolean {
  return error instanceof PortcullisError && error.code === "REVOCATION_LIST_BUSY";
}
