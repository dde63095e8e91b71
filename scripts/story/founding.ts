import { readFileSync } from "node:fs";
import path from "node:path";
import { openInProcess } from "../../src/nodejs/in-process.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import { toJson } from "../../src/util/json.js";
import type { NetworkFile } from "../../src/network/network-file/network-file.js";
import { permissionConfig } from "../../src/network/permission-config/permission-config.js";
import { readPermissionConfig, writePermissionConfig } from "../../src/nodejs/config-file.js";
import { formatForConsole } from "../../src/read/node-lists/format.js";
import { getOrgDetails } from "../../src/read/node-lists/org-details.js";
import { orgList } from "../../src/read/node-lists/org-list.js";
import { nodeSigner } from "../../src/chain/signers.js";
import { capital } from "../../src/util/capital.js";
import { CLERK, ORG1_ADMIN } from "./cast.js";
import type { Teller } from "./teller.js";
import { Stage } from "./stage.js";

const EXAMPLE = path.join(import.meta.dirname, "../../examples/four-nodes");

export function expectedText(name: string): string {
  return readFileSync(path.join(EXAMPLE, name), "utf8");
}

/** Says who takes part, so that the addresses below have names. */
export function introduce(tell: Teller, file: NetworkFile): void {
  const people: [string, string][] = [
    ["guardian", file.guardian],
    ...file.accounts.map((account, index): [string, string] => [`network admin ${index + 1}`, account]),
    ["admin of ORG1", ORG1_ADMIN],
    ["clerk of ORG1.SUB1", CLERK],
  ];
  tell.show(people.map(([name, account]) => `${name.padEnd(20)} ${account}`).join("\n"));
}

/** Deploys the suite, links it as the guardian and boots the network. */
export async function found(tell: Teller, file: NetworkFile, directory: string): Promise<Stage> {
  tell.chapter(
    "The network is founded",
    "Eight contracts and the modules of one of them, linked by the guardian, then booted: no node needs to.",
  );
  const chain = await openInProcess();
  await chain.impersonate(file.guardian);
  const network = await deployNetwork({
    chain,
    network: file,
    directory,
    signers: [nodeSigner(file.guardian)],
    report: ({ state, step, gasUsed }) => {
      if (state === "done") tell.spent(capital(step), Number(gasUsed ?? 0n));
    },
  });
  const { contracts } = network;
  tell.facts(
    ["the network has booted", yesNo(await contracts.interface.getNetworkBootStatus()), "yes"],
    ["network admins", (await contracts.voters.getNumberOfVoters())[1].toString(), String(file.accounts.length)],
    ["nodes", (await contracts.nodes.getNumberOfNodes()).toString(), String(file.nodes.length)],
  );
  return new Stage(chain, file, network, tell);
}

export function writeConfig({ tell, file, network }: Stage, directory: string): void {
  tell.chapter("Nodes get their configuration", "Every node finds the contracts in permission-config.json.");
  const config = permissionConfig(file, network);
  const target = path.join(directory, "permission-config.json");
  writePermissionConfig(target, config);
  tell.show(`${path.relative(process.cwd(), target)}\n${toJson(config).trimEnd()}`);
  tell.require(["the file that was written", toJson(readPermissionConfig(target)), toJson(config)]);
}

export async function lookAround({ tell, network }: Stage): Promise<void> {
  tell.chapter("What the network looks like", "The same answers that the console of a node gives.");
  tell.show("> quorumPermission.orgList");
  tell.showExactly("orgList", formatForConsole(await orgList(network)), expectedText("org-list.txt"));
  tell.show('> quorumPermission.getOrgDetails("ADMINORG")');
  const details = formatForConsole(await getOrgDetails(network, "ADMINORG"));
  tell.showExactly("getOrgDetails", details, expectedText("admin-org-details.txt"));
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}
