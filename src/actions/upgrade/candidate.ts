import { tryCall } from "../../chain/try-call.js";
import { getCode } from "../../chain/chain.js";
import type { Action } from "../../errors/action.js";
import { refusal } from "../../errors/refusal.js";
import { type Network, networkOf } from "../../network/network.js";

/** What an implementation names, in its order. */
const CREATED_FOR = [
  "PermissionsUpgradable",
  "PermissionsInterface",
  "OrgManager",
  "RoleManager",
  "AccountManager",
  "VoterManager",
  "NodeManager",
  "ContractManager",
] as const;

const DEPLOY: readonly Action[] = [{ name: "deploy-implementation" }];

/** An implementation that is not linked yet, as if it were: the nodes' questions go to it directly, since it answers anyone. */
export function asCurrent({ chain, addresses }: Network, implementation: string): Network {
  return networkOf(chain, {
    ...addresses,
    PermissionsImplementation: implementation,
    PermissionsInterface: implementation,
  });
}

/** Makes sure that what is at an address can be this network's implementation. The contracts refuse others too, but cannot say
 *  why. Throws NotAContract, NOT_AN_IMPLEMENTATION, ImplementationOfOtherSuite, ImplementationDoesNotAnswer. */
export async function requireImplementation(network: Network, address: string): Promise<void> {
  await requireCode(network, address);
  requireNoOtherContract(network, address);
  await requireOwnSuite(network, address);
  await requireAnswers(network, address);
}

async function requireCode({ chain }: Network, target: string): Promise<void> {
  if ((await getCode(chain.rpc, target)) !== "0x") return;
  const hint = "Check the address; a contract that destroyed itself leaves nothing there.";
  throw refusal("NotAContract", { target }, { hint });
}

/** The interface would pass every question on. */
function requireNoOtherContract({ addresses }: Network, address: string): void {
  const name = Object.entries(addresses).find(([, each]) => each === address)?.[0];
  if (name !== undefined && name !== "PermissionsImplementation")
    throw refusal("NOT_AN_IMPLEMENTATION", { cause: "ownContract", address, name });
}

async function requireOwnSuite(network: Network, implementation: string): Promise<void> {
  const { rules } = asCurrent(network, implementation).contracts;
  // What is no address is noticed only where it is looked at.
  const suite = await tryCall(
    rules.suite().then(([upgradable, permInterface, managers]) => [upgradable, permInterface, ...managers] as const),
  );
  if (suite === undefined) throw refusal("NOT_AN_IMPLEMENTATION", { cause: "stranger", address: implementation });
  const strangers = CREATED_FOR.map((name, index) => [name, suite[index] ?? "none"] as const).filter(
    ([name, address]) => address !== network.addresses[name],
  );
  if (strangers.length === 0) return;
  const list = strangers.map(([name, address]) => `${name} ${address}`).join(", ");
  const hint = `It works with contracts that are not this network's: ${list}. Deploy one for this network.`;
  throw refusal("ImplementationOfOtherSuite", { implementation }, { hint, actions: DEPLOY });
}

async function requireAnswers(network: Network, implementation: string): Promise<void> {
  const { rules } = asCurrent(network, implementation).contracts;
  const questions = {
    transactionAllowed: () => rules.transactionAllowed(implementation, implementation, 0, 0, 0, "0x"),
    connectionAllowed: () => rules.connectionAllowed("", "", 0),
    getNetworkBootStatus: () => rules.getNetworkBootStatus(),
    getPolicyDetails: () => rules.getPolicyDetails(),
  };
  for (const [question, answer] of Object.entries(questions)) {
    if ((await tryCall<unknown>(answer())) !== undefined) continue;
    const hint = `It has no answer to ${question}. Deploy one for this network.`;
    throw refusal("ImplementationDoesNotAnswer", { implementation }, { hint, actions: DEPLOY });
  }
}
