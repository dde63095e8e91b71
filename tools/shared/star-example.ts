import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { computeAddress } from "ethers";

const EXAMPLES = path.join(import.meta.dirname, "../../examples/star");

/** The invitation of the star. */
export const STAR_INVITATION = path.join(EXAMPLES, "invitation.yaml");

/** Makes an agency's directory, with what the example says of it; its admin is the account of this key. */
export function writeStarAgency(directory: string, agency: string, secret: string): void {
  mkdirSync(directory, { recursive: true });
  const example = readFileSync(path.join(EXAMPLES, `${agency}.yaml`), "utf8");
  writeFileSync(path.join(directory, `${agency}.yaml`), example.replace(/0x[\da-fA-F]{40}/, computeAddress(secret)));
}
