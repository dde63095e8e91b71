import * as z from "zod";
import { CONSENSUS } from "../../consortium/genesis/genesis.js";
import { exampleOf, record } from "./record.js";
import { address, choice, hash, number, text } from "./values.js";

const readValue = record(
  "Value that was read",
  {
    where: text.describe("where it stands in the file"),
    becomes: text.nullable().describe("what it says of the consortium; null if it is not used"),
    whyNot: text.nullable().describe("why it is not used; null if it is"),
  },
  { example: { where: "chain_id", becomes: "the group chain1", whyNot: null } },
);

const fileRead = record(
  "File that was read",
  {
    file: text.describe("its path"),
    format: text.describe("what it was taken for"),
    recovered: text.nullable().describe("its text with the indentation that was found for it; null if it had its own"),
    values: z.array(readValue).describe("all its values"),
  },
  {
    example: { file: "bc.yml", format: "ChainMaker's chain (bc.yml)", recovered: null, values: [exampleOf(readValue)] },
  },
);

const fileSkipped = record(
  "File that was not read",
  { file: text.describe("its path"), whyNot: text.describe("why") },
  { example: { file: "output/validator0/address", whyNot: "the genesis and the list of nodes say it" } },
);

const gap = record(
  "Gap",
  { where: text.describe("where it stands in the consortium file"), why: text.describe("why nothing is known") },
  { example: { where: "groups[0].consensus", why: "no file says it" } },
);

const groupPolicies = record(
  "Policies that were read",
  {
    group: text.describe("name of the group"),
    text: text.describe("a policy file for `policy set`, in YAML"),
    out: text.nullable().describe("the file that it was written to; null without --out"),
  },
  { example: { group: "chain1", text: "policies: …", out: "consortium-chain1-policies.yaml" } },
);

export const consortiumRead = record(
  "Consortium that was read",
  {
    files: z.array(fileRead).describe("the files, and what became of their values"),
    skipped: z.array(fileSkipped).describe("other files of the folders that were named"),
    gaps: z.array(gap).describe("what is to be filled in"),
    notes: z.array(text).describe("what whoever goes on must know"),
    policies: z.array(groupPolicies).describe("how operations are decided, of each group of which a file says it"),
    text: text.describe("the consortium file, in YAML"),
    out: text.nullable().describe("the file that it was written to; null without --out"),
  },
  {
    example: {
      files: [exampleOf(fileRead)],
      skipped: [],
      gaps: [exampleOf(gap)],
      notes: [],
      policies: [exampleOf(groupPolicies)],
      text: "agencies: …",
      out: "consortium.yaml",
    },
  },
);

export const groupGenesisMade = record(
  "Genesis",
  {
    group: text.describe("name of the group"),
    chainId: number.describe("id of its chain"),
    consensus: choice(CONSENSUS).describe("how its nodes agree to blocks"),
    validators: z.array(address).describe("the nodes that make blocks, in the order of the genesis"),
    hash: hash.describe("of the first block; it does not depend on the chain id"),
    fileHash: hash.describe("SHA-256 of the file, by which agencies compare what they have made"),
    file: text.nullable().describe("the file that was written, or was there and the same; null without --out"),
  },
  {
    about: "The first block of a group.",
    example: {
      group: "group1",
      chainId: 10_001,
      consensus: "istanbul",
      validators: ["0x6571D97f340c8495B661a823F2C2145cA47D63c2"],
      hash: "0x1e29b1ef8fe6c9473c45ead18a39156eac5db5c64b650473ed6592519b951491",
      fileHash: "0x5f6b1b0bb8a0b1c1d6f8b9aee0f3a1c2e4d50617283940516273849506172839",
      file: "group1/genesis.json",
    },
  },
);
