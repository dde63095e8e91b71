import { getAddress } from "ethers";
import { parseEnode } from "../../src/enode.js";

/** Who takes part besides those that the network file names. */
export const ORG1_ADMIN = getAddress("0x0638e1574728b6d862dd5d3a3e0942c3be47d996");
export const CLERK = getAddress("0x42ef6abedcb7ecd3e9c4816cd5f5a96df35bb9a0");
export const FOURTH_ADMIN = getAddress("0x9d13c6d3afe1721beef56b55d303b09e021e27ab");
export const ORG2_ADMIN = getAddress("0x53ed2f1d8b6a5e8b1c2f7a37f2f0a3e9b6c1d4aa");
export const STRANGER = getAddress("0xb9b7e0cb2edf5ea031c8b297a5a1fa20379b6a0a");

const ORG1_NODE_ID =
  "3d9ca5956b38557aba991e31cf510d4df641dce9cc26bfeb7de082f0c96abb6e" +
  "de3a58410c8f249dabeecee4ad3979929ac4c7c496ad20b8cfdd061b7401b4f5";
const SUB1_NODE_ID =
  "239c1f044a2b03b6c4713109af036b775c5418fe4ca63b04b1ce00124af00dda" +
  "b7cc088fc46020cdc783b6207efe624551be4c06a994993d8d70f684688fb7cf";
const ORG2_NODE_ID = "5a".repeat(64);

export const ORG1_NODE = parseEnode(`enode://${ORG1_NODE_ID}@127.0.0.1:21005?discport=0`);
/** The node that document 004 adds with ORG1.SUB1. */
export const SUB1_NODE = parseEnode(`enode://${SUB1_NODE_ID}@127.0.0.1:21006?discport=0`);
export const ORG2_NODE = parseEnode(`enode://${ORG2_NODE_ID}@127.0.0.1:21007?discport=0`);
