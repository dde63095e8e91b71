import path from "node:path";
import { readPermissionConfig } from "../../nodejs/config-file.js";
import { bootNetwork, planBoot } from "../../nodejs/deployment/boot-network.js";
import { readNetworkFile } from "../../nodejs/network-files.js";
import { presentLabels } from "../account-labels.js";
import { agreeOn, PLAN_OPTIONS } from "../agree-on-plan.js";
import { command } from "../command.js";
import { configFileOf, namedNetwork, NETWORK_OPTIONS, SIGNER_OPTIONS } from "../connection.js";
import { bootStage, tellingSteps } from "../deployment.js";
import { printAnswer } from "../json/print-answer.js";
import { say } from "../output.js";
import { withProgress } from "../progress.js";
import { fileName, optional } from "../specs.js";

export default command(
  {
    name: "boot",
    does: "Boot a network that was deployed with --without-boot. The guardian or a boot operator.",
    args: { networkFile: fileName("the network file that was deployed") },
    options: {
      ...NETWORK_OPTIONS,
      ...SIGNER_OPTIONS,
      out: optional(fileName("directory of the journal (default: where permission-config.json is)", "directory")),
      ...PLAN_OPTIONS,
    },
    examples: ["boot network.yaml --network http://127.0.0.1:22000", "boot network.yaml --dry-run"],
  },
  async (given) => {
    const { networkFile } = given;
    const configFile = configFileOf(given);
    const [file, config] = [readNetworkFile(networkFile), readPermissionConfig(configFile)];
    presentLabels(given.labels, configFile);
    const url = namedNetwork(given.network);
    const stage = await bootStage(url, given, file);
    const options = { ...stage, network: file, config, directory: given.out ?? path.dirname(configFile) };
    const steps = await withProgress("Looking at the chain", () => planBoot(options));
    if (!(await agreeOn({ verb: "Boot", networkFile, file, stage, url, profile: given.profile, steps }, given))) return;
    const { addresses } = await tellingSteps((report) => bootNetwork({ ...options, report }));
    say("The network has booted.");
    if (given.json) printAnswer("boot", { configFile, booted: true, addresses });
  },
);
