import { toBeHex, zeroPadValue } from "ethers";
import { INTERFACES } from "../model/contracts.js";
import type { Proposal } from "../model/records.js";
import { latestBlock, type Network } from "../network/network.js";
import { isMadeByResolution } from "../read/describe-proposal.js";
import { type ContractEvent, type EventValues, eventReader } from "./history/events.js";
import { makerOf } from "./history/maker-of.js";
import { type RawLog, readLogs } from "./history/logs.js";

/** What only the events tell of a proposal. */
export interface ProposalTrail {
  /** The proposal that made and approved it when it was carried out. */
  madeBy: number | null;
  /** Who stopped it after it had passed. */
  stoppedBy: string | null;
}

/** Looks for the events of a proposal; null where there are none, or the node has none of that time any more. */
export async function readTrail(
  network: Network,
  proposal: Pick<Proposal, "id" | "proposer" | "state">,
): Promise<ProposalTrail> {
  const unknown = (): undefined => undefined;
  const vetoed =
    proposal.state === "rejected" ? await findEvent(network, "ProposalVetoed", proposal.id).catch(unknown) : undefined;
  return {
    madeBy: isMadeByResolution(proposal) ? ((await findMaker(network, proposal.id).catch(unknown)) ?? null) : null,
    stoppedBy: vetoed === undefined ? null : vetoed.values.account,
  };
}

type Named = "ProposalCreated" | "ProposalVetoed";

async function findEvent<Name extends Named>(
  network: Network,
  name: Name,
  id: number,
): Promise<{ values: EventValues[Name]; log: RawLog } | undefined> {
  for await (const found of voterEvents(network, name, [id])) return found;
  return undefined;
}

/** The events of VoterManager with these indexed values, by number or address; null stands for any. */
export async function* voterEvents<Name extends Named>(
  network: Network,
  name: Name,
  indexed: readonly (number | string | null)[],
): AsyncGenerator<{ values: EventValues[Name]; log: RawLog }, void> {
  const topic = INTERFACES.VoterManager.createInterface().getEvent(name).topicHash;
  const blocks = { from: network.deploymentBlock ?? 0n, to: await latestBlock(network) };
  const topics = [topic, ...indexed.map((value) => (value === null ? null : zeroPadValue(toBeHex(value), 32)))];
  const read = eventReader(network.addresses);
  for await (const { logs } of readLogs(network.chain.rpc, [network.addresses.VoterManager], blocks, topics)) {
    for (const log of logs) {
      const event = read(log);
      if (event?.name === name) yield { values: event.values as EventValues[Name], log };
    }
  }
}

async function findMaker(network: Network, id: number): Promise<number | undefined> {
  const created = await findEvent(network, "ProposalCreated", id);
  if (created === undefined) return undefined;
  const { blockNumber: block, transactionHash } = created.log;
  const read = eventReader(network.addresses);
  const { rpc } = network.chain;
  const events: ContractEvent[] = [];
  for await (const { logs } of readLogs(rpc, [network.addresses.VoterManager], { from: block, to: block }))
    events.push(...logs.filter((log) => log.transactionHash === transactionHash).flatMap((log) => read(log) ?? []));
  return makerOf(id, events);
}
