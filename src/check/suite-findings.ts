import { ZeroAddress } from "ethers";
import { type Chain, getCode } from "../chain/chain.js";
import { CONTRACTS, KEYS } from "../network/permission-config/config-schema.js";
import type { ContractName } from "../model/contracts.js";
import { type Contracts, contractsAt, managersOf, type Network, networkOf } from "../network/network.js";
import { addressesOf, type PermissionConfig } from "../network/permission-config/permission-config.js";
import type { SuiteAddresses } from "../model/contracts.js";
import { tryCall } from "../chain/try-call.js";
import { type Finding, ok } from "./finding.js";

const TAKE = "Use the permission-config.json that this network's deployment wrote, and ask a node of the same network.";

/** Whether the contracts at the addresses of a permission-config.json are one suite. Answers the network, as it is now,
 *  where they can be talked to. */
export async function* suiteFindings(
  chain: Chain,
  config: PermissionConfig,
): AsyncGenerator<Finding, Network | undefined> {
  const addresses = addressesOf(config);
  const missing = await withoutCode(chain, addresses);
  yield* missing.map((name) => noContract(chain, name, addresses));
  if (missing.length > 0) return undefined;

  const contracts = contractsAt(chain, addresses);
  const current = await tryCall(contracts.upgradable.getPermImpl());
  const permInterface = await tryCall(contracts.upgradable.getPermInterface());
  if (current === undefined || permInterface === undefined) {
    yield stranger("PermissionsUpgradable", addresses, "which is not an upgradable contract");
    return undefined;
  }
  const strangers = await ofOtherSuite(contracts, addresses);
  yield* strangers;
  if (strangers.length > 0) return undefined;
  if (current === ZeroAddress) {
    yield notLinked(addresses);
    return undefined;
  }
  const network = networkOf(chain, { ...addresses, PermissionsImplementation: current });
  const misplaced = await notLinkedTo(network, addresses, permInterface);
  yield* misplaced;
  if (misplaced.length > 0) return undefined;
  yield ok("The eight contracts are one suite, and linked.");
  yield* replaced(current, addresses);
  return network;
}

async function withoutCode({ rpc }: Chain, addresses: SuiteAddresses): Promise<ContractName[]> {
  const names = CONTRACTS.map(([name]) => name);
  const codes = await Promise.all(names.map((name) => getCode(rpc, addresses[name])));
  return names.filter((_, index) => codes[index] === "0x");
}

function noContract({ chainId }: Chain, name: ContractName, addresses: SuiteAddresses): Finding {
  const what = `"${KEYS[name]}" names ${addresses[name]}, where chain ${chainId.toString()} has no contract.`;
  return { level: "error", code: "NO_CONTRACT", what, wayOut: TAKE };
}

function stranger(name: ContractName, addresses: SuiteAddresses, which: string): Finding {
  const what = `"${KEYS[name]}" names ${addresses[name]}, ${which}.`;
  return { level: "error", code: "CONTRACT_OF_OTHER_SUITE", what, wayOut: TAKE };
}

/** Interface and managers name the upgradable contract that they obey; the implementation too. */
async function ofOtherSuite(contracts: Contracts, addresses: SuiteAddresses): Promise<Finding[]> {
  const { interface: permInterface, orgs, roles, accounts, voters, nodes } = contracts;
  const asked = {
    PermissionsInterface: permInterface.getPermUpgradable(),
    PermissionsImplementation: contracts.implementation.suite().then(([upgradable]) => upgradable),
    OrgManager: orgs.getPermUpgradable(),
    RoleManager: roles.getPermUpgradable(),
    AccountManager: accounts.getPermUpgradable(),
    VoterManager: voters.getPermUpgradable(),
    NodeManager: nodes.getPermUpgradable(),
  };
  const findings = Object.entries(asked).map(async ([name, answer]) => {
    const upgradable = await tryCall(answer);
    if (upgradable === addresses.PermissionsUpgradable) return [];
    const which = upgradable === undefined ? "of no suite" : `of the suite of ${upgradable}`;
    return [stranger(name as ContractName, addresses, `a contract ${which}`)];
  });
  return (await Promise.all(findings)).flat();
}

function notLinked({ PermissionsUpgradable }: SuiteAddresses): Finding {
  return {
    level: "error",
    code: "NETWORK_NOT_LINKED",
    what: `The guardian has not linked the contracts at ${PermissionsUpgradable}.`,
    wayOut: "Run the deployment again with the guardian's signature; it resumes where it stopped.",
  };
}

/** The upgradable contract knows the interface, the implementation the managers: of each its own. */
async function notLinkedTo({ contracts }: Network, named: SuiteAddresses, permInterface: string): Promise<Finding[]> {
  const linked: Partial<SuiteAddresses> = { PermissionsInterface: permInterface, ...(await managersOf(contracts)) };
  const entries = Object.entries(linked) as [ContractName, string][];
  return entries
    .filter(([name, address]) => named[name] !== address)
    .map(([name, address]) => {
      const really = entries.find(([, other]) => other === named[name])?.[0];
      const which = really === undefined ? "which is not linked" : `which is the suite's ${really}`;
      return stranger(name, named, `${which}; the ${name} is ${address}`);
    });
}

/** The guardian may have replaced it since the file was written. */
function replaced(current: string, named: SuiteAddresses): Finding[] {
  if (named.PermissionsImplementation === current) return [];
  return [
    {
      level: "info",
      code: "IMPLEMENTATION_REPLACED",
      what: `"implAddress" names ${named.PermissionsImplementation}, and the current implementation is ${current}.`,
      wayOut: "Nothing needs to be done: nodes of model v2 do not call it.",
    },
  ];
}
