import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readNetworkFile } from "../../nodejs/network-files.js";
import { command } from "../command.js";
import { NODE_OPTIONS, SIGNER_OPTIONS } from "../connection.js";
import { announce, rehearsalStage, remoteStage, runDeployment } from "../deployment.js";
import { goesOnAfterInterruption } from "../interruption.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say } from "../output.js";
import { requireConsent } from "../questions.js";
import { flag, optional, text } from "../specs.js";

const DIRECTORY = "deployment";

/** Nothing of a rehearsal is of use afterwards, so nothing is left. */
async function rehearse(networkFile: string, withoutBoot: boolean): Promise<void> {
  const file = readNetworkFile(networkFile);
  say("No network is named, so this is a rehearsal in process.");
  const directory = mkdtempSync(path.join(tmpdir(), "portcullis-rehearsal-"));
  try {
    await runDeployment({ ...(await rehearsalStage(file)), file, directory, withoutBoot });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
  say("The rehearsal succeeded. To deploy, add --network URL.");
}

export default command(
  {
    name: "deploy",
    does: "Deploy, link and boot a network. The guardian links. It can be stopped and run again at any time.",
    args: { networkFile: text("the network file, YAML or JSON") },
    options: {
      ...NODE_OPTIONS,
      ...SIGNER_OPTIONS,
      out: optional(
        text(`directory for deployment.json and permission-config.json (default: ${DIRECTORY})`, "directory"),
      ),
      withoutBoot: flag("leave the boot to `portcullis boot`, or to the first node that starts"),
      yes: flag("send without asking"),
      json: flag("print JSON"),
    },
    examples: [
      "deploy network.yaml",
      "deploy network.yaml --network http://127.0.0.1:22000",
      "deploy network.yaml --network http://127.0.0.1:22000 --keystore guardian.json --yes",
    ],
  },
  async (given) => {
    const { networkFile, network, withoutBoot } = given;
    if (network === undefined) {
      await rehearse(networkFile, withoutBoot);
      return;
    }
    const file = readNetworkFile(networkFile);
    const directory = given.out ?? DIRECTORY;
    const stage = await remoteStage(network, given, file);
    say(announce(stage, file.guardian, network));
    if (!given.yes) await requireConsent("Deploy?", "name no network to rehearse");
    goesOnAfterInterruption();
    const { configFile, network: deployed } = await runDeployment({ ...stage, file, directory, withoutBoot });
    const booted = await deployed.contracts.interface.getNetworkBootStatus();
    const state = booted
      ? "The network has booted. Every"
      : `Deployed and linked. Boot it with: portcullis boot ${networkFile}. After that, every`;
    say(`${state} node needs this file in its data directory, and has to be started with --permissioned:`);
    if (given.json) printAnswer("deploy", { configFile, booted, addresses: deployed.addresses });
    else print(configFile);
  },
);
