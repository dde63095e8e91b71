import { openChain } from "../../chain/chain.js";
import { inspectPermissionConfig } from "../../network/permission-config/permission-config.js";
import { checkChain } from "../../check/check-chain.js";
import { checkDeployment } from "../../check/check-deployment.js";
import { checkConfig, checkNetworkFile } from "../../check/check-files.js";
import { checkNodes } from "../../check/compared-nodes.js";
import type { Finding } from "../../errors/finding.js";
import { fileAt, readText } from "../../nodejs/files.js";
import { readNetworkFile } from "../../nodejs/network-files.js";
import { presentLabels } from "../account-labels.js";
import { command } from "../command.js";
import {
  findConfigFile,
  GAS_PRICE_OPTION,
  givenNodes,
  NETWORK_OPTIONS,
  NODE_URL_OPTION,
  openNode,
} from "../connection.js";
import { withProgress } from "../progress.js";
import { isWrong, printSections, type Section, sectionOf } from "../show/sections.js";
import { fileName, flag, type Given, many, optional } from "../specs.js";
import { UsageError } from "../usage-error.js";

const OPTIONS = {
  nodes: many(fileName("a node's static-nodes.json and permissioned-nodes.json")),
  nodesBoot: flag("the first node will boot the network, not `portcullis boot`"),
  ...NETWORK_OPTIONS,
  ...NODE_URL_OPTION,
  ...GAS_PRICE_OPTION,
  json: flag("print JSON"),
} as const;

/** Checks what is named: the network file, the configuration, the chain, and the deployment where all of it is there. */
async function sections(networkFile: string | undefined, given: Given<typeof OPTIONS>): Promise<Section[]> {
  const { network, nodes = [], nodesBoot, gasPrice } = given;
  const config = findConfigFile(given);
  const all: Section[] = [];
  if (nodes.length > 0 && (network === undefined || config === undefined)) {
    throw new UsageError(
      "Lists of nodes can only be compared with a network.",
      "Name it with --network URL and --config FILE.",
    );
  }
  const add = (subject: string, findings: Finding[]): number => all.push(sectionOf(subject, findings));
  if (networkFile !== undefined)
    add(`The network file ${networkFile}`, checkNetworkFile(fileAt(networkFile), { nodesBoot }));
  if (config !== undefined) add(`The configuration ${config}`, checkConfig(fileAt(config)));
  if (network !== undefined) {
    const isFounding = networkFile !== undefined && config === undefined && !all.some(isWrong);
    const guardian = isFounding ? readNetworkFile(networkFile).guardian : undefined;
    add("The chain", await checkChain(openNode(network), { nodesBoot, guardian, gasPrice }));
  }
  if (all.length === 0) {
    throw new UsageError("There is nothing to check.", "Name a network file, --config FILE or --network URL.");
  }
  if (network === undefined || config === undefined || all.some(isWrong)) return all;
  const read = inspectPermissionConfig(readText(config)).config;
  if (read === undefined) return all;
  const chain = await openChain(openNode(network), { gasPrice });
  const files = {
    nodeFiles: nodes.map(fileAt),
    networkFile: networkFile === undefined ? undefined : fileAt(networkFile),
  };
  add("The deployment", await checkDeployment({ chain, config: read, ...files }));
  return all;
}

/** Whether the node and the others that are named have the same blocks. */
async function nodeSections({ network, nodeUrl = [] }: Given<typeof OPTIONS>): Promise<Section[]> {
  const nodes = network === undefined ? [] : givenNodes(network, nodeUrl);
  if (nodes.length < 2) return [];
  return [sectionOf("The nodes", await checkNodes(nodes))];
}

export default command(
  {
    name: "check",
    does: "Find everything that is wrong with files, a chain or a deployment, and say what to do. Sends nothing.",
    args: { networkFile: optional(fileName("the network file")) },
    options: OPTIONS,
    examples: [
      "check network.yaml",
      "check network.yaml --network http://127.0.0.1:22000",
      "check --network http://127.0.0.1:22000 --config permission-config.json --nodes static-nodes.json",
      "check --network http://127.0.0.1:22000 --node-url http://10.0.0.2:22000 http://10.0.0.3:22000",
    ],
  },
  async ({ networkFile, ...given }) => {
    presentLabels(given.labels, findConfigFile(given));
    const all = await withProgress("Checking", async () => [
      ...(await sections(networkFile, given)),
      ...(await nodeSections(given)),
    ]);
    printSections("check", all, given);
  },
);
