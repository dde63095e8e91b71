import {
  AccountManager__factory,
  NodeManager__factory,
  OrgManager__factory,
  PermissionsImplementation__factory,
  PermissionsInterface__factory,
  PermissionsUpgradable__factory,
  RoleManager__factory,
  VoterManager__factory,
} from "../typechain-types/index.js";
import { reader } from "./chain/call.js";
import { type Chain, getCode } from "./chain/chain.js";
import { PortcullisError } from "./errors.js";
import { addressesOf, type PermissionConfig, type SuiteAddresses } from "./permission-config.js";

export type Contracts = ReturnType<typeof contractsAt>;

/** A permissioned network: its chain and its contracts, for reading and for encoding calls. */
export interface Network {
  readonly chain: Chain;
  readonly addresses: SuiteAddresses;
  readonly contracts: Contracts;
}

/** The contracts at their addresses. `rules` is the implementation's interface at the interface's address, which passes
 *  on every function that it does not know itself. */
export function contractsAt(chain: Chain, addresses: SuiteAddresses) {
  const runner = reader(chain.rpc);
  return {
    upgradable: PermissionsUpgradable__factory.connect(addresses.PermissionsUpgradable, runner),
    interface: PermissionsInterface__factory.connect(addresses.PermissionsInterface, runner),
    rules: PermissionsImplementation__factory.connect(addresses.PermissionsInterface, runner),
    implementation: PermissionsImplementation__factory.connect(addresses.PermissionsImplementation, runner),
    orgs: OrgManager__factory.connect(addresses.OrgManager, runner),
    roles: RoleManager__factory.connect(addresses.RoleManager, runner),
    accounts: AccountManager__factory.connect(addresses.AccountManager, runner),
    voters: VoterManager__factory.connect(addresses.VoterManager, runner),
    nodes: NodeManager__factory.connect(addresses.NodeManager, runner),
  };
}

const SAME_NETWORK = "Check that node and permission-config.json belong to the same network.";

/** Connects to a network that is deployed, and makes sure that it is this one. */
export async function connect(chain: Chain, config: PermissionConfig): Promise<Network> {
  const fixed = addressesOf(config);
  if ((await getCode(chain.rpc, fixed.PermissionsInterface)) === "0x") {
    throw new PortcullisError("NO_CONTRACT", `There is no contract at ${fixed.PermissionsInterface} on this chain.`, {
      facts: { chainId: chain.chainId, interface: fixed.PermissionsInterface },
      hint: SAME_NETWORK,
    });
  }
  // The file names the first implementation; the guardian may have replaced it since.
  const current = await currentImplementation(contractsAt(chain, fixed), fixed.PermissionsInterface);
  const addresses = { ...fixed, PermissionsImplementation: current };
  return { chain, addresses, contracts: contractsAt(chain, addresses) };
}

async function currentImplementation({ interface: face }: Contracts, address: string): Promise<string> {
  try {
    return await face.getPermissionsImpl();
  } catch (cause) {
    if (cause instanceof PortcullisError && cause.code === "NODE_UNREACHABLE") throw cause;
    throw new PortcullisError("NOT_AN_INTERFACE", `The contract at ${address} is not a network's interface.`, {
      facts: { interface: address },
      hint: SAME_NETWORK,
      cause,
    });
  }
}
