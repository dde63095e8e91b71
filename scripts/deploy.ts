import { print } from "../src/cli/output.js";
import { deployTo } from "./hardhat/deployment.js";
import { runScript } from "./hardhat/run-script.js";
import { openStage } from "./hardhat/stage.js";

/* npx hardhat run scripts/deploy.ts                       rehearses it on a chain inside the process
 * npx hardhat run scripts/deploy.ts --network consortium  deploys on the node whose URL is in PORTCULLIS_NETWORK
 *
 * PORTCULLIS_NETWORK_FILE names the network file, PORTCULLIS_OUT the directory to write into. */
await runScript(async () => {
  const stage = await openStage();
  const { network, configFile } = await deployTo(stage);
  const { PermissionsInterface } = network.addresses;
  print(`Deployed and booted on ${stage.name}, chain ${network.chain.chainId}. Nodes call ${PermissionsInterface}.`);
  print(stage.inProcess ? `This was a rehearsal. Its nodes would read ${configFile}` : `Nodes read ${configFile}`);
});
