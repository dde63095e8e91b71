import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { accountPrivateKey } from "../../src/nodejs/private-keys.js";
import { STAR_INVITATION, writeStarAgency } from "../../tools/shared/star-example.js";

export const AGENCIES = ["A", "B", "C", "D"] as const;

/** Makes a directory for each agency of the star and for E, with what it has written and its admin's key, and an invitation in that of
 *  A. */
export function foundStar(directory: string): void {
  for (const [index, agency] of [...AGENCIES, "E"].entries()) {
    const own = path.join(directory, agency);
    const secret = `0x${`${index + 1}d`.repeat(32)}`;
    const key = accountPrivateKey(secret).export({ format: "pem", type: "pkcs8" });
    writeStarAgency(own, agency, secret);
    writeFileSync(path.join(own, "admin.key"), key);
  }
  cpSync(STAR_INVITATION, path.join(directory, "A/invitation.yaml"));
}
