import { toEndpoint } from "../../chain/endpoint.js";
import path from "node:path";
import { bootNetwork } from "../../nodejs/deployment/boot-network.js";
import { readNetworkFile } from "../../nodejs/network-files.js";
import { readPermissionConfig } from "../../nodejs/network-files.js";
import { command } from "../command.js";
import { configFileOf, namedNetwork, NETWORK_OPTIONS, SIGNER_OPTIONS } from "../connection.js";
import { remoteStage, tellingSteps } from "../deployment.js";
import { goesOnAfterInterruption } from "../interruption.js";
import { say } from "../output.js";
import { requireConsent } from "../questions.js";
import { flag, optional, text } from "../specs.js";

export default command(
  {
    name: "boot",
    does: "Boot a network that was deployed with --without-boot. The guardian or a boot operator.",
    args: { networkFile: text("the network file that was deployed") },
    options: {
      ...NETWORK_OPTIONS,
      ...SIGNER_OPTIONS,
      out: optional(text("directory of the journal (default: where permission-config.json is)", "directory")),
      yes: flag("send without asking"),
    },
    examples: ["boot network.yaml --network http://127.0.0.1:22000"],
  },
  async (given) => {
    const configFile = configFileOf(given);
    const [file, config] = [readNetworkFile(given.networkFile), readPermissionConfig(configFile)];
    const url = namedNetwork(given.network);
    const stage = await remoteStage(url, given, file);
    say(`Booting on chain ${stage.chain.chainId.toString()} at ${toEndpoint(url).shown}.`);
    if (!given.yes) await requireConsent("Boot?", "use portcullis check to look at it first");
    goesOnAfterInterruption();
    const directory = given.out ?? path.dirname(configFile);
    await tellingSteps((report) => bootNetwork({ ...stage, network: file, config, directory, report }));
    say("The network has booted.");
  },
);
