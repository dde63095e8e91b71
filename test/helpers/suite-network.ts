import { openChain } from "../../src/chain/chain.js";
import { type Network, networkOf } from "../../src/network/network.js";
import type { Suite } from "./contract-suite.js";

/** A suite on Hardhat's chain as the library sees a network. */
export async function networkOfSuite(s: Suite): Promise<Network> {
  const { provider } = s.ethers;
  const chain = await openChain({ send: (method, params) => provider.send(method, [...params]) }, { gasPrice: 0n });
  return networkOf(chain, {
    PermissionsUpgradable: await s.upgradable.getAddress(),
    PermissionsInterface: await s.permInterface.getAddress(),
    PermissionsImplementation: await s.permInterface.getPermissionsImpl(),
    OrgManager: await s.orgs.getAddress(),
    RoleManager: await s.roles.getAddress(),
    AccountManager: await s.accounts.getAddress(),
    VoterManager: await s.voters.getAddress(),
    NodeManager: await s.nodes.getAddress(),
    ContractManager: await s.contracts.getAddress(),
  });
}
