import * as z from "zod";
import { proposalState } from "./proposals.js";
import { record } from "./record.js";
import { address, hash, number, text } from "./values.js";

const closedProposal = record(
  "Closed proposal",
  { id: number.describe("number of the proposal"), state: proposalState.describe("its state now") },
  { example: { id: 1, state: "approved" } },
);

export const done = record(
  "Done",
  {
    summary: text.describe("one sentence that says what it does"),
    hash: hash.nullable().describe("of the transaction; null after --dry-run"),
    block: number.nullable().describe("number of its block; null after --dry-run"),
    gas: number.describe("gas used; after --dry-run the gas limit"),
    contractAddress: address.nullable().describe("address of the contract that it created"),
    opened: z.array(number).describe("numbers of the proposals that it opened"),
    closed: z.array(closedProposal).describe("the proposals that it ended"),
  },
  {
    about: "The outcome of a transaction.",
    example: {
      summary: "Vote to suspend ORG1.",
      hash: "0x1e29b1ef8fe6c9473c45ead18a39156eac5db5c64b650473ed6592519b951491",
      block: 18,
      gas: 134821,
      contractAddress: null,
      opened: [],
      closed: [{ id: 1, state: "approved" }],
    },
  },
);

export const proposed = record(
  "Proposed",
  {
    proposed: done.describe("the transaction that proposed it"),
    voted: done.nullable().describe("the vote for it; null with --without-vote or --dry-run"),
  },
  {
    example: {
      proposed: {
        summary: "Propose that IPs are not compared.",
        hash: "0x14588c9fe5b947ee6665996adde633da222a9909aed2422416e9b40050bd6adb",
        block: 32,
        gas: 81704,
        contractAddress: null,
        opened: [4],
        closed: [],
      },
      voted: {
        summary: "Vote for proposal 4 to change a setting (ip-check off).",
        hash: "0x28edcc6b03bb795bce4018dfb693dfd29ef6dcc2043850230c72040402b3b765",
        block: 33,
        gas: 46658,
        contractAddress: null,
        opened: [],
        closed: [],
      },
    },
  },
);
