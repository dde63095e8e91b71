import * as z from "zod";
import { OPENINGS } from "../../model/codes.js";
import { exampleOf, record } from "./record.js";
import { address, flag, number, selector, text, word } from "./values.js";

const opened = record(
  "Opening",
  {
    to: word(OPENINGS).describe("all members, those that are listed, nobody, or everybody, members or not"),
    orgs: z
      .array(text)
      .describe("full ids of the organisations that are listed, each with all below it; empty for all"),
    roles: z.array(text).describe("names of the roles that are listed, in any organisation; empty for all"),
    byVote: flag.describe("whether a vote has said so: another vote alone changes it"),
  },
  { example: { to: "listed", orgs: ["ORG1", "ORG2.SUB1"], roles: ["TRADER"], byVote: false } },
);

const CONTRACT_SHAPE = {
  address: address.describe("its address"),
  org: text.describe("full id of the organisation that it is registered for"),
  deployer: address.nullable().describe("the account that deployed it; null if that may not say who may call it"),
  opened: opened.describe("who may call it"),
};

const CONTRACT_EXAMPLE = {
  address: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  org: "ORG1",
  deployer: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
  opened: { to: "members" as const, orgs: [], roles: [], byVote: false },
};

export const contract = record(
  "Contract",
  {
    ...CONTRACT_SHAPE,
    methods: number.describe("of how many of its methods something was ever said"),
  },
  { example: { ...CONTRACT_EXAMPLE, methods: 1 } },
);

const method = record(
  "Method of a contract",
  {
    selector: selector.describe("its selector"),
    signature: text.nullable().describe("its signature, from the file that --abi names; null if it is not known"),
    opened: opened.describe("who may call it, unless the contract is open to nobody"),
  },
  { example: { selector: "0xa9059cbb", signature: "transfer(address,uint256)", opened: exampleOf(opened) } },
);

const methodRecord = record(
  "Method",
  {
    selector: selector.describe("its selector"),
    opened: opened.describe("who may call it, unless the contract is open to nobody"),
  },
  { example: { selector: "0xa9059cbb", opened: exampleOf(opened) } },
);

export const contractRecord = record(
  "Contract with its methods",
  {
    ...CONTRACT_SHAPE,
    methods: z.array(methodRecord).describe("the methods of which something is said by itself"),
  },
  { example: { ...CONTRACT_EXAMPLE, methods: [exampleOf(methodRecord)] } },
);

export const contractInFull = record(
  "Contract in full",
  {
    contract: contract.describe("the contract"),
    methods: z.array(method).describe("the methods of which something is said by itself"),
  },
  { example: { contract: exampleOf(contract), methods: [exampleOf(method)] } },
);
