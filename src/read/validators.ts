import { getAddress } from "ethers";
import * as z from "zod";
import { checked } from "../chain/check-answer.js";
import type { Rpc } from "../chain/rpc.js";
import { unknownMethod } from "../chain/rpc-error.js";
import { refusal } from "../errors/refusal.js";

/** A node of a Raft cluster. */
export interface RaftMember {
  raftId: number;
  enodeId: string;
  host: string;
  port: number;
  raftPort: number;
  /** "minter" makes the blocks now, "verifier" may be elected, "learner" may not. */
  role: string;
}

/** Who makes blocks, as a node knows it. */
export type Validators =
  | {
      /** Istanbul BFT, or QBFT. */
      consensus: "istanbul";
      /** Addresses of the validators' keys. */
      validators: string[];
      /** How the node that is asked votes until it is done, by address: whether it wants it as a validator. */
      votes: Record<string, boolean>;
    }
  | { consensus: "raft"; members: RaftMember[] };

const address = z
  .string()
  .regex(/^0x[\da-f]{40}$/i)
  .transform((given) => getAddress(given));

const addresses = z.array(address);

const ownVotes = z.record(address, z.boolean());

const cluster = z.array(
  z
    .object({
      ...{ raftId: z.int(), nodeId: z.string(), hostname: z.string() },
      ...{ p2pPort: z.int(), raftPort: z.int(), role: z.string() },
    })
    .transform(({ raftId, nodeId, hostname: host, p2pPort: port, raftPort, role }): RaftMember => {
      return { raftId, enodeId: nodeId.toLowerCase(), host, port, raftPort, role };
    }),
);

/** Asks a node of its consensus. Throws CONSENSUS_NOT_SHOWN where it answers to neither API. */
export async function readValidators(rpc: Rpc): Promise<Validators> {
  const validators = await asked(rpc, "istanbul_getValidators", addresses);
  if (validators !== undefined) {
    const votes = (await asked(rpc, "istanbul_candidates", ownVotes)) ?? {};
    return { consensus: "istanbul", validators, votes };
  }
  const members = await asked(rpc, "raft_cluster", cluster);
  if (members !== undefined) return { consensus: "raft", members };
  throw refusal("CONSENSUS_NOT_SHOWN", {});
}

/** Undefined where the node does not offer the method. */
async function asked<T>(rpc: Rpc, method: string, shape: z.ZodType<T>): Promise<T | undefined> {
  try {
    return checked(method, shape, await rpc.send(method, []));
  } catch (error) {
    if (unknownMethod(error) !== undefined) return undefined;
    throw error;
  }
}
