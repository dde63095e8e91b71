import { existsSync } from "node:fs";
import path from "node:path";
import type { Chain } from "../../chain/chain.js";
import { toEndpoint } from "../../chain/endpoint.js";
import type { Signer } from "../../chain/signers.js";
import { type Founding, foundings } from "../../consortium/founding/founding.js";
import type { PlannedStep } from "../../deploy/survey.js";
import { refusal } from "../../errors/refusal.js";
import { connectNetwork, type Network } from "../../network/network.js";
import { type NetworkFile, parseNetworkFile } from "../../network/network-file/network-file.js";
import { newNetworkFile } from "../../network/network-file/new-network-file.js";
import { readOrg } from "../../read/read-records.js";
import { textAtHand, type TextSource } from "../../util/text-source.js";
import { readPermissionConfig } from "../config-file.js";
import { readSoundConsortium } from "../consortium-files.js";
import { fileAt } from "../files.js";
import { planDeployment } from "./plan-deployment.js";

/** The groups that an agency founds, or some of them. Throws what `readSoundConsortium` throws, AGENCY_UNKNOWN and GROUP_UNKNOWN. */
export function readFoundings(file: string, name: string, groups?: readonly string[]): Founding[] {
  const consortium = readSoundConsortium(file);
  const agency = consortium.agencies.find((each) => each.name === name);
  if (agency === undefined)
    throw refusal("AGENCY_UNKNOWN", { file, agency: name, known: consortium.agencies.map((each) => each.name) });
  const all = foundings(consortium, agency);
  const known = all.map(({ group }) => group.name);
  for (const group of groups ?? []) if (!known.includes(group)) throw refusal("GROUP_UNKNOWN", { file, group, known });
  return all.filter(({ group }) => groups?.includes(group.name) ?? true);
}

/** Where the files of a group's network are. */
export interface GroupFiles {
  directory: string;
  networkFile: string;
  configFile: string;
}

export function groupFiles(directory: string, { group }: Founding): GroupFiles {
  const own = path.join(directory, group.name);
  const inside = (name: string): string => path.join(own, name);
  return { directory: own, networkFile: inside("network.yaml"), configFile: inside("permission-config.json") };
}

/** What is to be done so that a group is permissioned. */
export interface GroupPlan {
  founding: Founding;
  files: GroupFiles;
  chain: Chain;
  /** The network file: that of an earlier run, or a new one. */
  source: TextSource;
  network: NetworkFile;
  /** The network, where it has booted. */
  booted: Network | undefined;
  steps: PlannedStep[];
  /** The members that are no organisation yet. */
  missing: string[];
}

/** Looks at a group's node and at what an earlier run has left. Nothing is sent or written. Throws NODE_OF_OTHER_GROUP, and what
 *  would keep the deployment from its first step. */
export async function planGroup(
  founding: Founding,
  { chain, signer, directory }: { chain: Chain; signer: Signer; directory: string },
): Promise<GroupPlan> {
  requireOwnChain(founding, chain);
  const files = groupFiles(directory, founding);
  const source = networkSource(files, founding, signer.address);
  const network = parseNetworkFile(source);
  const booted = await bootedNetwork(chain, files);
  const options = { chain, signers: [signer], network, directory: files.directory };
  const steps = booted === undefined ? await planDeployment(options) : [];
  const missing = [];
  for (const { org } of founding.others) if (!(await isThere(booted, org))) missing.push(org);
  return { founding, files, chain, source, network, booted, steps, missing };
}

function requireOwnChain({ group, hash, url }: Founding, chain: Chain): void {
  const facts = { url: toEndpoint(url).shown, group: group.name };
  if (chain.chainId !== BigInt(group.chainId))
    throw refusal("NODE_OF_OTHER_GROUP", { cause: "chain", ...facts, found: chain.chainId, chainId: group.chainId });
  if (chain.genesis.toLowerCase() !== hash)
    throw refusal("NODE_OF_OTHER_GROUP", { cause: "genesis", ...facts, found: chain.genesis, hash });
}

/** Whoever deploys first is the guardian; later runs go on with the file of the first. */
function networkSource({ networkFile }: GroupFiles, { network }: Founding, guardian: string): TextSource {
  if (existsSync(networkFile)) return fileAt(networkFile);
  return textAtHand(networkFile, newNetworkFile({ ...network, guardian }));
}

async function bootedNetwork(chain: Chain, { configFile }: GroupFiles): Promise<Network | undefined> {
  if (!existsSync(configFile)) return undefined;
  const network = await connectNetwork(chain, readPermissionConfig(configFile));
  return (await network.contracts.interface.getNetworkBootStatus()) ? network : undefined;
}

async function isThere(network: Network | undefined, org: string): Promise<boolean> {
  const status = network && (await readOrg(network, org))?.status;
  return status !== undefined && status !== "proposed";
}
