import type { TextSource } from "../util/text-source.js";
import type { Chain } from "../chain/chain.js";
import type { Finding } from "../errors/finding.js";
import type { PermissionConfig } from "../network/permission-config/permission-config.js";
import { placeFindings } from "../network/node-places.js";
import type { NodeRecord } from "../model/records.js";
import { readAccounts, readNodes, readOrgs } from "../read/read-records.js";
import { endFindings } from "./end-findings.js";
import { codeFindings } from "./code-findings.js";
import { collect, goingOn } from "./collect-findings.js";
import { nodeFindings } from "./node-findings.js";
import { networkFileFindings } from "./network-file-findings.js";
import { stateFindings } from "./state-findings.js";
import { suiteFindings } from "./suite-findings.js";

export interface CheckDeploymentOptions {
  chain: Chain;
  config: PermissionConfig;
  /** A node's static-nodes.json and permissioned-nodes.json. */
  nodeFiles?: readonly TextSource[];
  /** The network file that it was deployed from. */
  networkFile?: TextSource | undefined;
}

/** Whether a deployed network is what its permission-config.json says, and in good order. Nothing is sent. */
export function checkDeployment(check: CheckDeploymentOptions): Promise<Finding[]> {
  return collect(deploymentFindings(check));
}

function mayConnect({ status }: NodeRecord): boolean {
  return status === "approved";
}

async function* deploymentFindings({
  chain,
  config,
  nodeFiles = [],
  networkFile,
}: CheckDeploymentOptions): AsyncGenerator<Finding> {
  const network = yield* suiteFindings(chain, config);
  if (network === undefined) return;
  yield* goingOn("the code of the contracts", codeFindings(network));
  const settings = yield* stateFindings(network, config);
  const nodes = await readNodes(network);
  yield* placeFindings("The network", nodes.filter(mayConnect));
  yield* endFindings(await readOrgs(network), nodes, await readAccounts(network));
  for (const file of nodeFiles) yield* nodeFindings(file, nodes);
  if (networkFile === undefined || settings === undefined) return;
  yield* networkFileFindings(networkFile, { config, nodes, settings });
}
