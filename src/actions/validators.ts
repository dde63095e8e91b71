import * as z from "zod";
import { checked } from "../chain/check-answer.js";
import type { Rpc } from "../chain/rpc.js";
import { type Enode, formatEnode, shortId } from "../model/enode.js";
import { nodeAddress } from "../model/node-address.js";
import { readValidators, type Validators } from "../read/validators.js";

/** That a node is to make blocks, or no longer. */
export interface ValidatorChange {
  node: Enode;
  change: "add" | "remove";
}

/** What a node is to be told, before it is told. */
export interface ValidatorPlan {
  validators: Validators;
  /** One sentence that says what it does. */
  summary: string;
  /** Whether it is so already, or the node that is asked votes so already. */
  standing: "open" | "voted" | "done";
  /** How many validators must vote so; on Raft any member decides. */
  needed: number;
  /** What is sent. */
  call: readonly [method: string, params: readonly unknown[]];
}

/** What would be told a node so that another one makes blocks, or no longer. Nothing is sent. Throws CONSENSUS_NOT_SHOWN. */
export async function planValidatorChange(rpc: Rpc, asked: ValidatorChange): Promise<ValidatorPlan> {
  const validators = await readValidators(rpc);
  return validators.consensus === "raft" ? onRaft(asked, validators) : byVote(asked, validators);
}

type On<Consensus> = Validators & { consensus: Consensus };

function byVote({ node, change }: ValidatorChange, validators: On<"istanbul">): ValidatorPlan {
  const address = nodeAddress(node.enodeId);
  const wanted = change === "add";
  const isSo = validators.validators.includes(address) === wanted;
  return {
    validators,
    summary: `Vote ${wanted ? "for" : "against"} the validator ${address}, node ${shortId(node.enodeId)}.`,
    standing: isSo ? "done" : validators.votes[address] === wanted ? "voted" : "open",
    needed: Math.floor(validators.validators.length / 2) + 1,
    call: ["istanbul_propose", [address, wanted]],
  };
}

function onRaft({ node, change }: ValidatorChange, validators: On<"raft">): ValidatorPlan {
  const member = validators.members.find(({ enodeId }) => enodeId === node.enodeId);
  const common = { validators, needed: 1 };
  if (change === "add")
    return {
      ...common,
      summary: `Let the node ${formatEnode(node)} into the Raft cluster.`,
      standing: member === undefined ? "open" : "done",
      call: ["raft_addPeer", [formatEnode(node)]],
    };
  return {
    ...common,
    summary: `Remove the node ${shortId(node.enodeId)} from the Raft cluster, for good: let in again, it gets another number.`,
    standing: member === undefined ? "done" : "open",
    call: ["raft_removePeer", [member?.raftId]],
  };
}

/** Tells the node. Answers on Raft the number with which a new member starts, and null otherwise. */
export async function changeValidator(rpc: Rpc, { call: [method, params] }: ValidatorPlan): Promise<number | null> {
  return checked(method, z.int().nullable(), await rpc.send(method, params));
}
