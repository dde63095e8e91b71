import { readNetworkFile } from "../../nodejs/network-files.js";
import { requireSameNetwork } from "../../network/permission-config/same-network.js";
import { readPermissionConfig } from "../../nodejs/config-file.js";
import { approvedNodes } from "../../node-bundle/approved-nodes.js";
import { namingChain } from "../../node-bundle/naming-chain.js";
import { writeBundle } from "../../nodejs/write-bundle.js";
import { command } from "../command.js";
import { configFileOf, RECORDS_OPTIONS, openRecords } from "../connection.js";
import { print, say } from "../output.js";
import { fileName, optional } from "../specs.js";
import { UsageError } from "../usage-error.js";

export default command(
  {
    name: "bundle",
    does: "Write a folder for each node: permission-config.json, the lists of nodes, and where each goes. No secrets.",
    args: {
      networkFile: optional(fileName("the network file (default: the nodes that a running network has approved)")),
    },
    options: { ...RECORDS_OPTIONS, out: optional(fileName("directory for the folders (default: nodes)", "directory")) },
    examples: ["bundle network.yaml", "bundle --network http://127.0.0.1:22000 --out nodes"],
  },
  async ({ networkFile, out = "nodes", ...given }) => {
    if (networkFile === undefined && given.network === undefined) {
      throw new UsageError(
        "It is not clear which nodes are meant.",
        "Name the network file, or a node of a running network with --network URL.",
      );
    }
    const network = given.network === undefined ? undefined : await openRecords(given);
    const config = readPermissionConfig(configFileOf(given));
    const file = networkFile === undefined ? undefined : readNetworkFile(networkFile);
    if (file !== undefined) requireSameNetwork(file, config);
    const nodes = file?.nodes ?? (network === undefined ? [] : await approvedNodes(network));
    const named = network === undefined ? config : await namingChain(config, network);
    const folders = writeBundle({ config: named, nodes, directory: out });
    say("Give each node its folder; the README.txt in it says where the files go.");
    for (const folder of folders) print(folder);
  },
);
