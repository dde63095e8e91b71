import { proposeOrg } from "../src/actions/orgs.js";
import { castVote } from "../src/actions/votes.js";
import { configFileOf } from "../src/cli/connection.js";
import { print } from "../src/cli/output.js";
import { standingFor } from "../src/cli/standing.js";
import { PortcullisError } from "../src/errors/error.js";
import { connectNetwork, type Network } from "../src/network/network.js";
import { readPermissionConfig } from "../src/nodejs/config-file.js";
import { readVoters } from "../src/read/read-records.js";
import { deployTo } from "./hardhat/deployment.js";
import { newOrg } from "./hardhat/new-org.js";
import { runScript } from "./hardhat/run-script.js";
import { openStage, signersOf, type Stage } from "./hardhat/stage.js";

/* npx hardhat run scripts/propose-org.ts                       rehearses it on a chain inside the process
 * npx hardhat run scripts/propose-org.ts --network consortium  proposes on the node whose URL is in PORTCULLIS_NETWORK
 *
 * PORTCULLIS_ORG, PORTCULLIS_ORG_ADMIN and PORTCULLIS_ORG_NODE say what is proposed; PORTCULLIS_CONFIG names the network's
 * permission-config.json. The network admins vote for it whose accounts can sign here. */
await runScript(async () => {
  const stage = await openStage();
  const network = await networkOn(stage);
  const signers = await signersOf(stage, await readVoters(network));
  const [proposer] = signers;
  if (proposer === undefined) {
    throw new PortcullisError("SIGNER_MISSING", "No network admin signs here.", {
      hint: "Unlock one's account in the node, name its key in hardhat.config.ts, or put it into PORTCULLIS_PRIVATE_KEY.",
    });
  }
  const { opened } = await proposeOrg({ network, signer: proposer }, newOrg(stage));
  for (const id of opened) {
    print(`${proposer.address} opened proposal ${id}.`);
    for (const signer of signers) {
      const { closed } = await castVote({ network, signer }, { id, support: true });
      print(`${signer.address} voted for it.`);
      if (closed.length > 0) break;
    }
    print(await standingFor(network, id, proposer.address));
  }
});

/** What is on the chain, or in a rehearsal what is put there first. */
async function networkOn(stage: Stage): Promise<Network> {
  if (stage.inProcess) return (await deployTo(stage)).network;
  return connectNetwork(stage.chain, readPermissionConfig(configFileOf({ config: process.env.PORTCULLIS_CONFIG })));
}
