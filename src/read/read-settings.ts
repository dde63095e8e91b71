import { ZeroAddress } from "ethers";
import { InventoryFields } from "../model/solidity-constants.js";
import type { Network } from "../network/network.js";
import type { NetworkSettings } from "../model/records.js";
import { isoOf } from "../util/moment.js";
import { readLimits } from "./limits.js";

/** The names that the network was booted with, and whether it has. */
export async function readPolicy({
  contracts,
}: Network): Promise<Pick<NetworkSettings, "adminOrg" | "networkAdminRole" | "orgAdminRole" | "booted">> {
  const [adminOrg, networkAdminRole, orgAdminRole, booted] = await contracts.rules.getPolicyDetails();
  return { adminOrg, networkAdminRole, orgAdminRole, booted };
}

/** What applies to the addresses of all nodes. */
export async function readAddressRules({
  contracts,
}: Network): Promise<Pick<NetworkSettings, "ipCheck" | "hostNames">> {
  const { ipCompared, hostNamesAllowed } = await contracts.nodes.getAddressRules();
  return { ipCheck: ipCompared, hostNames: hostNamesAllowed };
}

/** What applies to all contracts. */
export async function readContractRules({
  contracts: { registry },
}: Network): Promise<Pick<NetworkSettings, "registeredOnly" | "restrictDeploying">> {
  const inventory = await registry.readInventory();
  const has = (bit: number): boolean => (inventory & BigInt(bit)) !== 0n;
  return {
    registeredOnly: has(InventoryFields.REGISTERED_ONLY),
    restrictDeploying: has(InventoryFields.DEPLOYING_RESTRICTED),
  };
}

/** What is set for the whole network, but for the limits. */
export async function readSwitches(
  network: Network,
): Promise<Pick<NetworkSettings, "ipCheck" | "hostNames" | "registeredOnly" | "restrictDeploying">> {
  return { ...(await readAddressRules(network)), ...(await readContractRules(network)) };
}

/** Who may replace the implementation, and which one it is. */
export async function readGuardianship({
  contracts: { upgradable },
}: Network): Promise<Pick<NetworkSettings, "guardian" | "proposedGuardian" | "implementation">> {
  const proposed = await upgradable.getProposedGuardian();
  return {
    guardian: await upgradable.getGuardian(),
    proposedGuardian: proposed === ZeroAddress ? null : proposed,
    implementation: await upgradable.getPermImpl(),
  };
}

/** Until when nobody is let in; null once that is over. */
export async function readStop({ contracts }: Network): Promise<string | null> {
  const { until, lasts } = await contracts.rules.getHold("", ZeroAddress, "");
  return lasts ? isoOf(until) : null;
}

/** What is set for the whole network. */
export async function readSettings(network: Network): Promise<NetworkSettings> {
  const policy = await readPolicy(network);
  const switches = await readSwitches(network);
  const { breadth, depth } = await network.contracts.orgs.getLimits();
  return {
    ...policy,
    ...switches,
    limits: await readLimits(network),
    breadth: Number(breadth),
    depth: Number(depth),
    admissionsStoppedUntil: await readStop(network),
    ...(await readGuardianship(network)),
  };
}
