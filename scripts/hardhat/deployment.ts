import { rmSync } from "node:fs";
import { runDeployment } from "../../src/cli/deployment.js";
import { PortcullisError } from "../../src/errors/error.js";
import type { Network } from "../../src/network/network.js";
import { readNetworkFile } from "../../src/nodejs/network-files.js";
import { signersOf, type Stage } from "./stage.js";

/** Deploys and boots what the network file describes, or goes on where an earlier run stopped, and writes permission-config.json. */
export async function deployTo(stage: Stage): Promise<{ network: Network; configFile: string }> {
  const { chain, directory, inProcess, networkFile } = stage;
  const file = readNetworkFile(networkFile);
  const signers = await signersOf(stage, [file.guardian, ...file.bootOperators]);
  if (signers.length === 0) {
    throw new PortcullisError("SIGNER_MISSING", `Nobody signs here for the guardian ${file.guardian}.`, {
      facts: { guardian: file.guardian },
      hint: "Unlock the account in the node, name its key in hardhat.config.ts, or put it into PORTCULLIS_PRIVATE_KEY.",
    });
  }
  // The chain of the last rehearsal is gone.
  if (inProcess) rmSync(directory, { recursive: true, force: true });
  return runDeployment({ chain, signers, file, directory });
}
