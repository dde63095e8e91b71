import { ZeroAddress } from "ethers";
import type { Network } from "../network/network.js";
import type { NetworkSettings } from "../model/records.js";
import { readLimits } from "./limits.js";

/** What is set for the whole network. */
export async function readSettings(network: Network): Promise<NetworkSettings> {
  const { contracts } = network;
  const { rules, nodes, orgs, upgradable } = contracts;
  const [adminOrg, networkAdminRole, orgAdminRole, booted] = await rules.getPolicyDetails();
  const { ipCompared, hostNamesAllowed } = await nodes.getAddressRules();
  const { breadth, depth } = await orgs.getLimits();
  const proposed = await upgradable.getProposedGuardian();
  return {
    adminOrg,
    networkAdminRole,
    orgAdminRole,
    booted,
    ipCheck: ipCompared,
    hostNames: hostNamesAllowed,
    limits: await readLimits(network),
    breadth: Number(breadth),
    depth: Number(depth),
    guardian: await upgradable.getGuardian(),
    proposedGuardian: proposed === ZeroAddress ? null : proposed,
    implementation: await upgradable.getPermImpl(),
  };
}
