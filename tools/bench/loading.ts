import { permissionsImplementation } from "../../deploy/permissions-implementation.js";
import { openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { addressBook, moduleAddresses, readModules } from "../../src/network/modules.js";
import { PermissionsInterface__factory, PermissionsUpgradable__factory } from "../../typechain-types/index.js";
import { withScratch } from "../shared/scratch.js";
import { type Chain, startChain } from "./chain.js";
import { fabricateNetwork, type LargeNetwork, type Sizes } from "./large-network.js";
import { read } from "./reader.js";
import type { Reading } from "./reading.js";
import { digestOf } from "./records.js";
import { measureOperations, used } from "./workload.js";

/** What a network of some size costs. */
export interface Load {
  /** Gas of each operation and question. */
  gas: Record<string, number>;
  /** Gas of each vote between the first and the last: a vote beyond the 18th voter opens a storage word, or writes to one. */
  votes: number[];
  snapshot: Reading;
  /** The kinds of records of which the snapshot misses one, or has one twice. */
  incomplete: string[];
}

/** The voter whose vote decides, and the one who voted first: accounts 0 and 1 of the node. */
const STORY = 2;
const VOTES_AT_ONCE = 50;

/** Fabricates a network, reads it, and does there once what can be done. `ask` comes between the two. */
export async function measureLoad(
  sizes: Sizes,
  ask: (chain: Chain, large: LargeNetwork) => Promise<void> = () => Promise.resolve(),
): Promise<Load> {
  // Anvil would keep the state after every block, which takes many gigabytes here.
  await using chain = await startChain("--prune-history", "8");
  const rpc = httpRpc(chain.url, { timeout: 120_000 });
  const opened = await openChain(rpc);
  const large = await withScratch((directory) => fabricateNetwork(opened, sizes, directory));
  const snapshot = await read("snapshot", chain.url, large.network.addresses);
  const expected = digestOf(large.keys);
  await ask(chain, large);
  return {
    snapshot,
    incomplete: Object.keys(expected).filter((kind) => snapshot.digests?.[kind] !== expected[kind]),
    ...(await operations(chain, large)),
  };
}

async function operations(chain: Chain, { network, voters }: LargeNetwork): Promise<Pick<Load, "gas" | "votes">> {
  const { addresses, contracts } = network;
  const guardian = chain.signer(0);
  const entry = PermissionsInterface__factory.connect(addresses.PermissionsInterface, guardian);
  const upgradable = PermissionsUpgradable__factory.connect(addresses.PermissionsUpgradable, guardian);
  const missing = Math.floor(voters.length / 2) + 1 - STORY;
  const others = voters.slice(STORY, STORY + missing).map((voter) => chain.impersonate(voter));
  const votes: number[] = [];
  const beforeLastVote = async (): Promise<void> => {
    const id = await contracts.voters.getNumberOfProposals();
    const vote = { to: entry, data: contracts.rules.interface.encodeFunctionData("vote", [id, true]) };
    for (let from = 0; from < others.length; from += VOTES_AT_ONCE) {
      const some = others.slice(from, from + VOTES_AT_ONCE);
      const gas = await Promise.all(some.map((voter) => used(voter.sendTransaction(vote))));
      votes.push(...gas.map(Number));
    }
  };
  const deployImplementation = async (): Promise<string> => {
    const modules = moduleAddresses(await readModules(network));
    if (modules === undefined) throw new Error("the implementation has other modules");
    const known = { guardian: guardian.address, addressOf: addressBook(addresses, modules) };
    const sent = await guardian.sendTransaction({ data: await permissionsImplementation.creation(known) });
    return (await sent.wait())?.contractAddress ?? "";
  };
  const gas = await measureOperations(chain, { entry, upgradable, deployImplementation }, beforeLastVote);
  return { gas, votes };
}
