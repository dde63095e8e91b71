import * as z from "zod";
import { exampleOf, record } from "./record.js";
import { done } from "./sending.js";
import { address, flag, hash, number, text, time } from "./values.js";

const content = record(
  "Proposal as signed",
  {
    id: number.describe("number of the proposal"),
    operation: number.describe("number of its operation"),
    organisation: text.describe("full id of the organisation"),
    enodeId: text.describe("enode id of the node"),
    host: text.describe("where the node is, or is to be; empty if it is released"),
    port: number.describe("its port there"),
    raftPort: number.describe("its Raft port there"),
    account: address.describe("the account; the zero address for none"),
    role: text.describe("the role that the account would get"),
    roleOrganisation: text.describe("full id of the organisation that defines the role"),
    payload: text.describe(
      "what a rule, a setting or a node would become, in decimal digits, as the contracts pack it",
    ),
  },
  {
    about: "What a proposal would carry out, as it is hashed. What it is not about is empty or 0.",
    example: {
      id: 4,
      operation: 9,
      organisation: "",
      enodeId: "",
      host: "",
      port: 0,
      raftPort: 0,
      account: "0x0000000000000000000000000000000000000000",
      role: "",
      roleOrganisation: "",
      payload: "4294967296",
    },
  },
);

export const signedVote = record(
  "Signed vote",
  {
    signedVote: z.literal(1).describe("version of this format"),
    chainId: text.describe("id of the chain, in decimal digits"),
    interface: address.describe("address of the network's interface"),
    proposal: content.describe("what is voted on"),
    hash: hash.describe("its hash, which the contracts compute too"),
    support: flag.describe("whether the vote is for it"),
    deadline: time.describe("the last second in which it counts"),
    term: text.describe(
      "the voter's term, in decimal digits: of a network admin that has left and come back, or of who speaks for another organisation, it is another one",
    ),
    voter: address.describe("who signed it"),
    signature: text.describe("its signature, 65 bytes in hex digits"),
  },
  {
    about: "The file of a signed vote.",
    example: {
      signedVote: 1,
      chainId: "1337",
      interface: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
      proposal: exampleOf(content),
      hash: "0x2c1a6b3f66ac40d8ea1a5f2a1fd0f7a6e5a8b2c0f8c4be03be4f9fd0a4f7d6d1",
      support: true,
      deadline: "2026-12-21T10:56:05.000Z",
      term: "0",
      voter: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
      signature: `0x${"1b".repeat(65)}`,
    },
  },
);

const countedVote = record(
  "Counted vote",
  {
    file: text.describe("the file"),
    id: number.describe("number of the proposal"),
    voter: address.describe("whose vote it is"),
    support: flag.describe("whether it is for the proposal"),
  },
  { example: { file: "vote.json", id: 4, voter: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8", support: true } },
);

const leftOutVote = record(
  "Vote left out",
  { file: text.describe("the file"), reason: text.describe("why it does not count") },
  { example: { file: "late.json", reason: "too late" } },
);

export const submittedVotes = record(
  "Submitted votes",
  {
    sent: done.describe("the transaction that cast them"),
    counted: z.array(countedVote).describe("the votes that count; after --dry-run those that would"),
    leftOut: z.array(leftOutVote).describe("the votes that do not"),
  },
  { example: { sent: exampleOf(done), counted: [exampleOf(countedVote)], leftOut: [exampleOf(leftOutVote)] } },
);
