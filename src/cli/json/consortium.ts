import * as z from "zod";
import { CONSENSUS } from "../../consortium/genesis/genesis.js";
import { record } from "./record.js";
import { address, choice, hash, number, text } from "./values.js";

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
