import { getAddress, id } from "ethers";
import { keySigner } from "../../src/chain/signers.js";
import { parseEnode } from "../../src/network/parse-enode.js";

/** Who takes part besides those that the network file names. */
export const ORG1_ADMIN = getAddress("0x0638e1574728b6d862dd5d3a3e0942c3be47d996");
export const CLERK = getAddress("0x42ef6abedcb7ecd3e9c4816cd5f5a96df35bb9a0");
/** Two who sign what others send. */
export const FOURTH_ADMIN_KEY = keySigner(id("the fourth network admin"));
export const ORG3_ADMIN_KEY = keySigner(id("the admin of ORG3"));
export const FOURTH_ADMIN = FOURTH_ADMIN_KEY.address;
export const ORG2_ADMIN = getAddress("0x53ed2f1d8b6a5e8b1c2f7a37f2f0a3e9b6c1d4aa");
export const STRANGER = getAddress("0xb9b7e0cb2edf5ea031c8b297a5a1fa20379b6a0a");

const ORG1_NODE_ID =
  "3a3b927a5295c0c992d50a140508ea2af5fd1c5b7d5223ce74a2f24b09ca6f21" +
  "aff0cd97a0bd370d02c9818041b17065334d419e814fcbaf28a92ad70c794d48";
const SUB1_NODE_ID =
  "239c1f044a2b03b6c4713109af036b775c5418fe4ca63b04b1ce00124af00dda" +
  "b7cc088fc46020cdc783b6207efe624551be4c06a994993d8d70f684688fb7cf";
const ORG3_NODE_ID =
  "01bd68de3a1978d86569c388684b767b286a665038831381191f5448cd087261" +
  "e4c9028c79a2182872f9b80f1921a5ff51a053b0d00bed994f40fe68266d84f9";
const ORG2_NODE_ID =
  "c4481c2d6d6b738646b7592a0d26223ddc29294310f81fdace26efcfa159bf35" +
  "2e3b090b9241d0acbfcb5f0dd3c468ab1acbbdbae6a2f9c4ea28726fdb1f71f9";

export const ORG1_NODE = parseEnode(`enode://${ORG1_NODE_ID}@127.0.0.1:21005?discport=0`);
/** The node of the expected sub-org-details.txt. */
export const SUB1_NODE = parseEnode(`enode://${SUB1_NODE_ID}@127.0.0.1:21006?discport=0`);
export const ORG2_NODE = parseEnode(`enode://${ORG2_NODE_ID}@127.0.0.1:21007?discport=0`);
export const ORG3_NODE = parseEnode(`enode://${ORG3_NODE_ID}@127.0.0.1:21008?discport=0`);
