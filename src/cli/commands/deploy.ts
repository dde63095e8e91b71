import { planDeployment } from "../../nodejs/deployment/plan-deployment.js";
import { rehearse } from "../../nodejs/deployment/rehearse.js";
import { readNetworkFile } from "../../nodejs/network-files.js";
import { agreeOn, PLAN_OPTIONS, warnOfNetworkFile } from "../agree-on-plan.js";
import { command } from "../command.js";
import { namedNetwork, NODE_OPTIONS, SIGNER_OPTIONS } from "../connection.js";
import { deployStage, runDeployment, tellStep } from "../deployment.js";
import { printAnswer } from "../json/print-answer.js";
import { print, say, thousands } from "../output.js";
import { withProgress } from "../progress.js";
import { fileName, flag, optional } from "../specs.js";
import { UsageError } from "../usage-error.js";

const DIRECTORY = "deployment";

const REHEARSE = "To try it without a node, add --rehearse.";

/** On a chain in this process, whatever else is named: nothing is sent. */
async function rehearseHere(networkFile: string, withoutBoot: boolean): Promise<void> {
  const network = readNetworkFile(networkFile);
  say("A rehearsal on a chain in this process. No node is asked, and nothing is sent.");
  warnOfNetworkFile(networkFile);
  let gas = 0n;
  await rehearse({
    network,
    withoutBoot,
    report: (report) => {
      if (report.state === "sent") return;
      gas += report.gasUsed ?? 0n;
      tellStep(report);
    },
  });
  say(`The rehearsal succeeded, with ${thousands(gas)} gas. To deploy, leave out --rehearse and name a node.`);
}

export default command(
  {
    name: "deploy",
    does: "Deploy, link and boot a network. The guardian links. It can be stopped and run again at any time.",
    args: { networkFile: fileName("the network file, YAML or JSON") },
    options: {
      ...NODE_OPTIONS,
      ...SIGNER_OPTIONS,
      out: optional(
        fileName(`directory for deployment.json and permission-config.json (default: ${DIRECTORY})`, "directory"),
      ),
      withoutBoot: flag("leave the boot to `portcullis boot`, or to the first node that starts"),
      rehearse: flag("try it on a chain in this process, and send nothing to any node"),
      ...PLAN_OPTIONS,
    },
    examples: [
      "deploy network.yaml --rehearse",
      "deploy network.yaml --network http://127.0.0.1:22000 --dry-run",
      "deploy network.yaml --network http://127.0.0.1:22000",
      "deploy network.yaml --network http://127.0.0.1:22000 --keystore guardian.json --yes",
    ],
  },
  async (given) => {
    const { networkFile, withoutBoot } = given;
    if (given.rehearse) {
      if (given.dryRun) throw new UsageError("--rehearse and --dry-run exclude each other.", "Leave one of them out.");
      await rehearseHere(networkFile, withoutBoot);
      return;
    }
    const url = namedNetwork(given.network, REHEARSE);
    const file = readNetworkFile(networkFile);
    const directory = given.out ?? DIRECTORY;
    const stage = await deployStage(url, given, file);
    const steps = await withProgress("Looking at the chain", () =>
      planDeployment({ ...stage, network: file, directory, withoutBoot }),
    );
    const agreed = await agreeOn(
      { verb: "Deploy", networkFile, file, stage, url, profile: given.profile, steps },
      given,
    );
    if (!agreed) return;
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
