import { getAddress } from "ethers";
import type { ActionResult, Actor } from "../../src/actions/perform.js";
import { castVote } from "../../src/actions/votes.js";
import { openInProcess } from "../../src/nodejs/in-process.js";
import type { Rpc } from "../../src/chain/rpc.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import { contractsAt, type Network } from "../../src/network/network.js";
import { nodeSigner } from "../../src/chain/signers.js";
import { aNetworkFile, enodeIdOf } from "../../tools/shared/network-file.js";
import { withScratch } from "../../tools/shared/scratch.js";

/** People of an in-process network; each of them may send. */
export const PEOPLE = {
  guardian: addressOf("01"),
  admin: addressOf("02"),
  second: addressOf("03"),
  orgAdmin: addressOf("04"),
  clerk: addressOf("05"),
  successor: addressOf("06"),
};

function addressOf(byte: string): string {
  return getAddress(`0x${byte.repeat(20)}`);
}

export function nodeOf(byte: string) {
  return { enodeId: enodeIdOf(byte), ip: "10.0.0.1", port: 30303, raftPort: 0 };
}

/** A network with two network admins and one node, whose guardian deployed it. */
export async function openNetwork(): Promise<Network> {
  const chain = await openInProcess();
  for (const account of Object.values(PEOPLE)) await chain.impersonate(account);
  const file = aNetworkFile(PEOPLE.guardian, { accounts: [PEOPLE.admin, PEOPLE.second], nodes: [nodeOf("ab")] });
  return withScratch((directory) =>
    deployNetwork({ chain, network: file, directory, signers: [nodeSigner(PEOPLE.guardian)] }),
  );
}

/** Both network admins vote for what has been proposed; its number. */
export async function approve(network: Network, { opened: [id = 0] }: Pick<ActionResult, "opened">): Promise<number> {
  for (const person of ["admin", "second"] as const) await castVote(actorOf(network, person), { id, support: true });
  return id;
}

export function actorOf(network: Network, person: keyof typeof PEOPLE): Actor {
  return { network, signer: nodeSigner(PEOPLE[person]) };
}

/** The same network by way of something that stands before its node. */
export function through({ chain, addresses }: Network, wrap: (rpc: Rpc) => Rpc): Network {
  const wrapped = { ...chain, rpc: wrap(chain.rpc) };
  return { chain: wrapped, addresses, contracts: contractsAt(wrapped, addresses) };
}
