import * as z from "zod";
import { record } from "./record.js";
import { address, flag, hash, number, text } from "./values.js";

const argument = record(
  "Argument",
  { name: text.describe("what it is called"), value: text.describe("its value, for codes with the word for it") },
  { example: { name: "orgId", value: "ORG1" } },
);

export const unsignedTransaction = record(
  "Transaction",
  {
    summary: text.describe("what it does, as the file says"),
    chainId: text.describe("id of the chain, in decimal"),
    genesis: hash.describe("of the chain's first block"),
    from: address.describe("the account that signs it"),
    nonce: number.describe("number of the transaction among those of the account"),
    to: address.nullable().describe("the contract that it calls; null where it creates one"),
    contract: text.nullable().describe("that contract's name in the permission-config.json; null if it has none there"),
    gas: number.describe("the gas limit"),
    gasPrice: text.describe("what it offers for a unit of gas, in wei, in decimal"),
    calls: text
      .nullable()
      .describe("the function, or the contract that it creates; null if this version does not know it"),
    values: z.array(argument).describe("what the function or the contract is given"),
    data: text.describe("the data that is signed, in hex"),
    hash: hash.nullable().describe("of the signed transaction; null until it is signed"),
    signed: flag.describe("whether it is signed"),
  },
  {
    about: "What is read from the data is in `calls` and `values`.",
    example: {
      summary: "Suspend the account 0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc of ORG1.",
      chainId: "1337",
      genesis: "0x1e29b1ef8fe6c9473c45ead18a39156eac5db5c64b650473ed6592519b951491",
      from: "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65",
      nonce: 4,
      to: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
      contract: "PermissionsInterface",
      gas: 134821,
      gasPrice: "0",
      calls: "updateAccountStatus",
      values: [{ name: "orgId", value: "ORG1" }],
      data: "0x84b7a84a",
      hash: null,
      signed: false,
    },
  },
);
