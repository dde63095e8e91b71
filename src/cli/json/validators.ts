import * as z from "zod";
import type { Validators } from "../../read/validators.js";
import { exampleOf, record } from "./record.js";
import { address, choice, enodeId, flag, number, text } from "./values.js";

const vote = record(
  "Vote on a validator",
  {
    address: address.describe("of the node's key"),
    wanted: flag.describe("whether the node that is asked wants it to make blocks"),
  },
  { example: { address: "0x5d5c99EdF529335160FF180fA141Dd4967fc00D2", wanted: true } },
);

const raftMember = record(
  "Member of a Raft cluster",
  {
    raftId: number.describe("its number"),
    enodeId: enodeId.describe("its enode id"),
    host: text.describe("where the others reach it"),
    port: number.describe("its port for other nodes"),
    raftPort: number.describe("its port for Raft"),
    role: text.describe("minter: it makes the blocks now; verifier: it may be elected; learner: it may not"),
  },
  {
    example: {
      raftId: 1,
      enodeId:
        "ab5d2e79cfd621b1b027ffb24e2453ed7fb571ba9a841ff0e2473466cabd168d240d1103860d4901da953cc7021d4d62f3f95691ac7cd434cbf9fc9e8b8d871d",
      host: "127.0.0.1",
      port: 30_300,
      raftPort: 50_400,
      role: "minter",
    },
  },
);

export const validators = record(
  "Validators",
  {
    consensus: choice(["istanbul", "raft"]).describe("istanbul: Istanbul BFT or QBFT"),
    validators: z.array(address).describe("addresses of the nodes that make blocks; none on Raft"),
    votes: z.array(vote).describe("how the node that is asked votes, until that is done; none on Raft"),
    members: z.array(raftMember).describe("the cluster; empty without Raft"),
  },
  {
    example: {
      consensus: "istanbul",
      validators: ["0x08c86B491A37C2FFC25072a17c7A97EF2D0357dd"],
      votes: [exampleOf(vote)],
      members: [],
    },
  },
);

export function validatorsAnswer(found: Validators): z.output<typeof validators> {
  const nothing = { validators: [], votes: [], members: [] };
  if (found.consensus === "raft") return { ...nothing, ...found };
  const votes = Object.entries(found.votes).map(([account, wanted]) => ({ address: account, wanted }));
  return { ...nothing, ...found, votes };
}
