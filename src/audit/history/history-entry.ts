import { ZeroAddress } from "ethers";
import { proposalStateName } from "../../model/codes.js";
import { type ByEvent, type ContractEvent, firstAnswer } from "./events.js";
import { functionName } from "./functions.js";
import type { RawLog } from "./logs.js";
import type { ProposalSubjects } from "./proposal-subjects.js";
import { makerOf } from "./maker-of.js";
import { type HistoryChange, tell } from "./sentences.js";

/** One call, and what it changed. A transaction has several when a contract made them. */
export interface HistoryEntry {
  block: number;
  /** Of the block, in ISO 8601, UTC. */
  time: string;
  /** Hash of the transaction. */
  transaction: string;
  /** Who called; null when no event tells. */
  who: string | null;
  /** Name of the function, its selector when it is one of a later implementation, "constructor" where a contract was created. */
  function: string | null;
  /** In the order in which it happened. */
  changes: HistoryChange[];
}

/** The events of one call. */
export interface Call {
  block: number;
  transaction: string;
  events: ContractEvent[];
}

const WHO: ByEvent<string> = {
  Action: ({ caller }) => caller,
  GuardianProposed: ({ guardian }) => guardian,
  BootOperatorChanged: ({ by }) => by,
  SuiteLinked: ({ by }) => by,
  ImplementationChanged: ({ by }) => by,
};

/** The interface tells which function was called. What the guardian called is known by its event. */
const FUNCTION: ByEvent<string> = {
  Action: ({ selector }) => functionName(selector),
  GuardianProposed: () => "transferGuardian",
  GuardianChanged: ({ from }) => (from === ZeroAddress ? "constructor" : "acceptGuardian"),
  BootOperatorChanged: () => "setBootOperator",
  SuiteLinked: () => "init",
  ImplementationChanged: () => "confirmImplChange",
  ModulePinned: () => "constructor",
};

const FAILED: ByEvent<boolean> = { ProposalStateChanged: ({ state }) => proposalStateName(state) !== "approved" };

const DECIDED: ByEvent<bigint> = { ProposalStateChanged: ({ id }) => id };

const PROPOSAL: ByEvent<bigint> = {
  ProposalCreated: ({ id }) => id,
  VoteCast: ({ id }) => id,
  ProposalStateChanged: ({ id }) => id,
  ChangesRefused: ({ id }) => id,
  ProposalVetoed: ({ id }) => id,
};

/** Groups logs by transaction and, since each call through the interface begins with its Action, by call. */
export function callsOf(logs: readonly RawLog[], read: (log: RawLog) => ContractEvent | undefined): Call[] {
  const calls: Call[] = [];
  for (const log of logs) {
    const event = read(log);
    if (event === undefined) continue;
    const current = calls.at(-1);
    if (current?.transaction === log.transactionHash && event.name !== "Action") current.events.push(event);
    else calls.push({ block: Number(log.blockNumber), transaction: log.transactionHash, events: [event] });
  }
  return calls;
}

/** The proposals that some calls are about. */
export function proposalsOf(calls: readonly Call[]): bigint[] {
  return calls.flatMap(({ events }) => events.flatMap((event) => firstAnswer(PROPOSAL, [event]) ?? []));
}

/** What a call comes to; its time is still to be read. `calls` has those of the same transaction, which may be parts of it. */
export function undated(
  { block, transaction, events }: Call,
  proposals: ProposalSubjects,
  calls: readonly Call[],
): Omit<HistoryEntry, "time"> {
  const called = firstAnswer(FUNCTION, events) ?? null;
  const circumstances = {
    function: called,
    decided: proposals.get(firstAnswer(DECIDED, events) ?? 0n),
    failed: firstAnswer(FAILED, events) ?? false,
    makerOf: (id: number) =>
      makerOf(
        id,
        calls.flatMap((call) => (call.transaction === transaction ? call.events : [])),
      ),
    proposals,
  };
  return {
    block,
    transaction,
    who: firstAnswer(WHO, events) ?? null,
    function: called,
    changes: events.map((event) => tell(event, circumstances)),
  };
}
