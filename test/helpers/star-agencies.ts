import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { computeAddress } from "ethers";
import { accountPrivateKey } from "../../src/nodejs/private-keys.js";

const EXAMPLES = path.join(import.meta.dirname, "../../examples/star");

export const AGENCIES = ["A", "B", "C", "D"] as const;

/** Makes a directory for each agency of the star and for E, with what it has written and its admin's key, and an invitation in that of
 *  A. */
export function foundStar(directory: string): void {
  for (const [index, agency] of [...AGENCIES, "E"].entries()) {
    const own = path.join(directory, agency);
    mkdirSync(own, { recursive: true });
    const secret = `0x${`${index + 1}d`.repeat(32)}`;
    const key = accountPrivateKey(secret).export({ format: "pem", type: "pkcs8" });
    writeFileSync(path.join(own, "admin.key"), key);
    const example = readFileSync(path.join(EXAMPLES, `${agency}.yaml`), "utf8");
    writeFileSync(path.join(own, `${agency}.yaml`), example.replace(/0x[\da-fA-F]{40}/, computeAddress(secret)));
  }
  cpSync(path.join(EXAMPLES, "invitation.yaml"), path.join(directory, "A/invitation.yaml"));
}
