import { ZeroAddress } from "ethers";
import { type Chain, getCode } from "../chain/chain.js";
import { type Finding, finding, ok } from "../errors/finding.js";
import { goQuorumModelOf } from "../network/goquorum-contracts.js";
import { chainNaming, requireSameChain } from "../network/permission-config/chain-naming.js";
import { CONTRACTS, KEYS } from "../network/permission-config/config-schema.js";
import type { ContractName } from "../model/contracts.js";
import { type Contracts, contractsAt, managersOf, type Network, networkOf } from "../network/network.js";
import {
  addressesOf,
  deploymentBlockIn,
  type PermissionConfig,
} from "../network/permission-config/permission-config.js";
import type { SuiteAddresses } from "../model/contracts.js";
import { tryCall } from "../chain/try-call.js";
import { requireDeploymentBlock } from "../audit/deployment-block.js";
import { goingOn, judge, only } from "./collect-findings.js";

/** Whether the contracts at the addresses of a permission-config.json are one suite. Answers the network, as it is now,
 *  where they can be talked to. Throws CONFIG_OF_OTHER_CHAIN. */
export async function* suiteFindings(
  chain: Chain,
  config: PermissionConfig,
): AsyncGenerator<Finding, Network | undefined> {
  yield chainFinding(chain, config);
  const addresses = addressesOf(config);
  const codes = yield* goingOn("whether there is a contract at each address", codesAt(chain, addresses));
  if (codes !== undefined && [...codes.values()].includes(NO_CODE)) return undefined;

  const contracts = contractsAt(chain, addresses);
  // Where no code can be read, what the contracts answer has to do.
  const model = goQuorumModelOf(codes?.get("PermissionsInterface") ?? NO_CODE);
  if (model !== undefined && (await tryCall(contracts.interface.getPermUpgradable())) === undefined) {
    yield finding("NOT_AN_INTERFACE", { cause: "goQuorum", interface: addresses.PermissionsInterface, model });
    return undefined;
  }
  const current = await tryCall(contracts.upgradable.getPermImpl());
  const permInterface = await tryCall(contracts.upgradable.getPermInterface());
  if (current === undefined || permInterface === undefined) {
    yield stranger("PermissionsUpgradable", addresses, { cause: "notUpgradable" });
    return undefined;
  }
  const strangers = await ofOtherSuite(contracts, addresses);
  yield* strangers;
  if (strangers.length > 0) return undefined;
  if (current === ZeroAddress) {
    yield finding("NETWORK_NOT_LINKED", { upgradable: addresses.PermissionsUpgradable });
    return undefined;
  }
  const network = networkOf(chain, { ...addresses, PermissionsImplementation: current }, deploymentBlockIn(config));
  const misplaced = await notLinkedTo(network, addresses, permInterface);
  yield* misplaced;
  if (misplaced.length > 0) return undefined;
  yield ok("The nine contracts are one suite, and linked.");
  yield* replaced(current, addresses);
  if (config.deploymentBlock !== undefined)
    yield* goingOn("in which block the network was deployed", only(deploymentBlockFinding(network)));
  return network;
}

/** Throws CONFIG_OF_OTHER_CHAIN. */
function chainFinding(chain: Chain, config: PermissionConfig): Finding {
  requireSameChain(config, chain);
  if (config.chainId !== undefined && config.genesisHash !== undefined)
    return ok("The permission-config.json is of this chain.");
  return finding("CONFIG_WITHOUT_CHAIN", { ...chainNaming({ chain }) });
}

function deploymentBlockFinding(network: Network): Promise<Finding> {
  return judge(requireDeploymentBlock(network), "The network was deployed in the block that the file names.");
}

const NO_CODE = "0x";

/** Answers the code at each address. */
async function* codesAt(
  { rpc, chainId }: Chain,
  addresses: SuiteAddresses,
): AsyncGenerator<Finding, ReadonlyMap<ContractName, string>> {
  const codes = new Map(
    await Promise.all(CONTRACTS.map(async ([name]) => [name, await getCode(rpc, addresses[name])] as const)),
  );
  for (const [name, code] of codes) {
    if (code !== NO_CODE) continue;
    yield finding("NO_CONTRACT", { cause: "keyOfConfig", key: KEYS[name], address: addresses[name], chainId });
  }
  return codes;
}

/** How a contract shows that it is not the suite's. */
type Sign =
  | { cause: "notUpgradable" | "noSuite" }
  | { cause: "otherSuite"; upgradable: string }
  | { cause: "notLinked"; real: string }
  | { cause: "misplaced"; really: string; real: string };

function stranger(contract: ContractName, addresses: SuiteAddresses, sign: Sign): Finding {
  return finding("CONTRACT_OF_OTHER_SUITE", { key: KEYS[contract], contract, named: addresses[contract], ...sign });
}

/** Interface and managers name the upgradable contract that they obey; the implementation too. */
async function ofOtherSuite(contracts: Contracts, addresses: SuiteAddresses): Promise<Finding[]> {
  const { interface: permInterface, orgs, roles, accounts, voters, nodes, registry } = contracts;
  const asked = {
    PermissionsInterface: permInterface.getPermUpgradable(),
    PermissionsImplementation: contracts.implementation.suite().then(([upgradable]) => upgradable),
    OrgManager: orgs.getPermUpgradable(),
    RoleManager: roles.getPermUpgradable(),
    AccountManager: accounts.getPermUpgradable(),
    VoterManager: voters.getPermUpgradable(),
    NodeManager: nodes.getPermUpgradable(),
    ContractManager: registry.getPermUpgradable(),
  };
  const findings = Object.entries(asked).map(async ([name, answer]) => {
    const upgradable = await tryCall(answer);
    if (upgradable === addresses.PermissionsUpgradable) return [];
    const sign: Sign = upgradable === undefined ? { cause: "noSuite" } : { cause: "otherSuite", upgradable };
    return [stranger(name as ContractName, addresses, sign)];
  });
  return (await Promise.all(findings)).flat();
}

/** The upgradable contract knows the interface, the implementation the managers: of each its own. */
async function notLinkedTo({ contracts }: Network, named: SuiteAddresses, permInterface: string): Promise<Finding[]> {
  const linked: Partial<SuiteAddresses> = { PermissionsInterface: permInterface, ...(await managersOf(contracts)) };
  const entries = Object.entries(linked) as [ContractName, string][];
  return entries
    .filter(([name, address]) => named[name] !== address)
    .map(([name, real]) => {
      const really = entries.find(([, other]) => other === named[name])?.[0];
      return stranger(
        name,
        named,
        really === undefined ? { cause: "notLinked", real } : { cause: "misplaced", really, real },
      );
    });
}

/** The guardian may have replaced it since the file was written. */
function replaced(current: string, named: SuiteAddresses): Finding[] {
  if (named.PermissionsImplementation === current) return [];
  return [finding("IMPLEMENTATION_REPLACED", { named: named.PermissionsImplementation, current })];
}
