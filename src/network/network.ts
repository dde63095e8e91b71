import { toQuantity, ZeroAddress } from "ethers";
import { IRouter__factory } from "../../typechain-types/factories/interfaces/IRouter__factory.js";
import { tryCall } from "../chain/try-call.js";
import { reader } from "../chain/call.js";
import { type Chain, getBlock, getCode } from "../chain/chain.js";
import { isNodeError } from "../chain/node-errors.js";
import { type ContractName, INTERFACES, type SuiteAddresses } from "../model/contracts.js";
import { refusal } from "../errors/refusal.js";
import { ahead } from "../util/ahead.js";
import { once } from "../util/once.js";
import { goQuorumModelOf } from "./goquorum-contracts.js";
import { addressesOf, deploymentBlockIn, type PermissionConfig } from "./permission-config/permission-config.js";
import { requireSameChain } from "./permission-config/chain-naming.js";
import { KEYS } from "./permission-config/config-schema.js";

export type Contracts = ReturnType<typeof contractsAt>;

/** A permissioned network: its chain and its contracts, for reading and for encoding calls. */
export interface Network {
  readonly chain: Chain;
  readonly addresses: SuiteAddresses;
  readonly contracts: Contracts;
  /** In which the first contract was created, where that is known: nothing happened before. */
  readonly deploymentBlock?: bigint | undefined;
  /** After which it is read; the latest one where none is named. */
  readonly block?: bigint;
}

/** The contracts at their addresses. `rules` is the implementation's interface at the interface's address, which passes
 *  on every function that it does not know itself. */
export function contractsAt(chain: Chain, addresses: SuiteAddresses, block = "latest") {
  const runner = reader(chain.rpc, block);
  return lazily({
    upgradable: () => INTERFACES.PermissionsUpgradable.connect(addresses.PermissionsUpgradable, runner),
    interface: () => INTERFACES.PermissionsInterface.connect(addresses.PermissionsInterface, runner),
    rules: () => INTERFACES.PermissionsImplementation.connect(addresses.PermissionsInterface, runner),
    implementation: () => IRouter__factory.connect(addresses.PermissionsImplementation, runner),
    orgs: () => INTERFACES.OrgManager.connect(addresses.OrgManager, runner),
    roles: () => INTERFACES.RoleManager.connect(addresses.RoleManager, runner),
    accounts: () => INTERFACES.AccountManager.connect(addresses.AccountManager, runner),
    voters: () => INTERFACES.VoterManager.connect(addresses.VoterManager, runner),
    nodes: () => INTERFACES.NodeManager.connect(addresses.NodeManager, runner),
    registry: () => INTERFACES.ContractManager.connect(addresses.ContractManager, runner),
  });
}

/** Each is made when it is first asked for: to read an ABI takes longer than most questions. */
function lazily<T extends Record<string, () => unknown>>(
  makers: T,
): { readonly [Name in keyof T]: ReturnType<T[Name]> } {
  const all = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(all, name, { enumerable: true, get: once(make) });
  }
  return all as { readonly [Name in keyof T]: ReturnType<T[Name]> };
}

/** A network at addresses that are known to be a suite's. */
export function networkOf(chain: Chain, addresses: SuiteAddresses, deploymentBlock?: bigint): Network {
  return { chain, addresses, contracts: contractsAt(chain, addresses), deploymentBlock };
}

/** The same network with another implementation. */
export function withImplementation({ chain, addresses, deploymentBlock }: Network, address: string): Network {
  return networkOf(chain, { ...addresses, PermissionsImplementation: address }, deploymentBlock);
}

/** The same network, read as it was after a block: what several calls answer then belongs together. Throws NO_CONTRACT for one
 *  before the deployment. */
export function networkAt({ chain, addresses, deploymentBlock }: Network, block: bigint): Network {
  if (deploymentBlock !== undefined && block < deploymentBlock)
    throw refusal("NO_CONTRACT", { cause: "beforeDeployment", deployed: deploymentBlock, block });
  return { chain, addresses, contracts: contractsAt(chain, addresses, toQuantity(block)), deploymentBlock, block };
}

/** The number of the latest block. */
export async function latestBlock({ chain }: Network): Promise<bigint> {
  return (await getBlock(chain.rpc, "latest")).number;
}

/** Connects to a network that is deployed, and makes sure that it is this one: what is read from the other contracts must be
 *  about the network that the interface changes. Throws CONFIG_OF_OTHER_CHAIN, NO_CONTRACT, NOT_AN_INTERFACE,
 *  CONTRACT_OF_OTHER_SUITE. */
export async function connectNetwork(chain: Chain, config: PermissionConfig): Promise<Network> {
  requireSameChain(config, chain);
  const fixed = addressesOf(config);
  const named = contractsAt(chain, fixed);
  const linked = ahead(named.upgradable.getPermInterface());
  // The file names the first implementation; the guardian may have replaced it since.
  const [upgradable, current] = await linkedTo(chain, named, fixed.PermissionsInterface);
  requireNamed(fixed, { PermissionsUpgradable: upgradable });
  const network = networkOf(chain, { ...fixed, PermissionsImplementation: current }, deploymentBlockIn(config));
  // Anyone can make an interface that names this network's upgradable contract, which names its own once it is linked.
  const permInterface = await linked;
  if (permInterface !== ZeroAddress) requireNamed(fixed, { PermissionsInterface: permInterface });
  // An implementation that does not answer is one that the guardian has to replace, and connects for that.
  const managers = await tryCall(managersOf(network.contracts));
  requireNamed(fixed, { ...managers });
  return network;
}

/** The managers that the implementation works on. */
export async function managersOf({ implementation }: Contracts): Promise<Partial<SuiteAddresses>> {
  const [, , [orgs, roles, accounts, voters, nodes, registry]] = await implementation.suite();
  const managers = {
    OrgManager: orgs,
    RoleManager: roles,
    AccountManager: accounts,
    VoterManager: voters,
    NodeManager: nodes,
    ContractManager: registry,
  };
  return Object.fromEntries(Object.entries(managers).filter(([, address]) => address !== undefined));
}

function requireNamed(named: SuiteAddresses, real: Partial<SuiteAddresses>): void {
  for (const [name, address] of Object.entries(real) as [ContractName, string][]) {
    if (named[name] === address) continue;
    const facts = { key: KEYS[name], contract: name, named: named[name], real: address };
    throw refusal("CONTRACT_OF_OTHER_SUITE", { cause: "other", ...facts });
  }
}

/** The upgradable contract and the implementation that an interface knows. */
async function linkedTo(
  chain: Chain,
  { interface: permInterface }: Contracts,
  address: string,
): Promise<[string, string]> {
  try {
    return await Promise.all([permInterface.getPermUpgradable(), permInterface.getPermissionsImpl()]);
  } catch (cause) {
    if (isNodeError(cause)) throw cause;
    const code = await getCode(chain.rpc, address);
    if (code === "0x") throw refusal("NO_CONTRACT", { cause: "notThere", address, chainId: chain.chainId });
    const model = goQuorumModelOf(code);
    if (model !== undefined)
      throw refusal("NOT_AN_INTERFACE", { cause: "goQuorum", interface: address, model }, { cause });
    throw refusal("NOT_AN_INTERFACE", { cause: "stranger", interface: address }, { cause });
  }
}
