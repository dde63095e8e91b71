import { expect } from "chai";
import type { Chain } from "../../../src/chain/chain.js";
import { httpRpc } from "../../../src/chain/rpc.js";
import { estimateGas } from "../../../src/chain/transactions.js";
import { caught } from "../../helpers/caught.js";
import { withScriptedNode } from "../../helpers/breakage/scripted-node.js";

const ACCOUNT = `0x${"11".repeat(20)}`;

/** Word by word what nodes answer, and which error it becomes, with which cause. */
const REFUSALS: [node: string, says: string, code: string, cause?: string | undefined, rpcCode?: number][] = [
  ["GoQuorum", "account does not have permission for the transaction", "SENDER_NOT_ALLOWED", "saidByNode"],
  ["GoQuorum", "read only account. cannot transact", "SENDER_NOT_ALLOWED", "saidByNode"],
  ["GoQuorum", "cannot send transaction from this node", "NODE_OF_OTHER_ORG", "saidByNode"],
  ["GoQuorum", "Gas price not 0", "GAS_PRICE_NOT_ALLOWED", "notZero"],
  ["Besu", "gasPrice must be set to zero on a GoQuorum compatible network", "GAS_PRICE_NOT_ALLOWED", "notZero"],
  ["geth", "transaction underpriced", "GAS_PRICE_NOT_ALLOWED", "tooLow"],
  ["geth", "transaction underpriced: gas tip cap 0, minimum needed 1", "GAS_PRICE_NOT_ALLOWED", "tooLow"],
  ["anvil", "max fee per gas less than block base fee", "GAS_PRICE_NOT_ALLOWED", "tooLow"],
  ["Besu", "Gas price below configured minimum gas price", "GAS_PRICE_NOT_ALLOWED", "tooLow"],
  ["Hardhat", "Transaction gas price is 0, which is below the minimum of 1000", "GAS_PRICE_NOT_ALLOWED", "tooLow"],
  ["geth", "tx fee (1.20 ether) exceeds the configured cap (1.00 ether)", "GAS_PRICE_NOT_ALLOWED", "aboveCap"],
  ["geth", "insufficient funds for gas * price + value", "INSUFFICIENT_FUNDS", "saidByNode"],
  ["geth", "insufficient funds for transfer", "INSUFFICIENT_FUNDS", "saidByNode"],
  [
    "Hardhat",
    "Sender doesn't have enough funds to send tx. The max upfront cost is: 9 and the sender's balance is: 0.",
    "INSUFFICIENT_FUNDS",
    "saidByNode",
  ],
  ["Besu", "Upfront cost exceeds account balance", "INSUFFICIENT_FUNDS", "saidByNode"],
  ["geth", "exceeds block gas limit", "GAS_LIMIT_NOT_ALLOWED", "aboveBlock"],
  ["Hardhat", "Transaction gas limit is 9 and exceeds block gas limit of 8", "GAS_LIMIT_NOT_ALLOWED", "aboveBlock"],
  ["geth", "intrinsic gas too low", "GAS_LIMIT_NOT_ALLOWED", "tooLow"],
  ["Besu", "Intrinsic gas exceeds gas limit", "GAS_LIMIT_NOT_ALLOWED", "tooLow"],
  ["geth", "invalid sender", "SIGNATURE_NOT_ALLOWED", "otherChain"],
  ["geth", "invalid chain id for signer", "SIGNATURE_NOT_ALLOWED", "otherChain"],
  ["geth", "only replay-protected (EIP-155) transactions allowed over RPC", "SIGNATURE_NOT_ALLOWED", "notProtected"],
  ["geth", "unknown account", "SIGNER_MISSING", "notInNode"],
  ["anvil", "No Signer available", "SIGNER_MISSING", "notInNode"],
  ["geth", "authentication needed: password or unlock", "SIGNER_MISSING", "locked"],
  ["geth", "account unlock with HTTP access is forbidden", "SIGNER_MISSING", "unlockForbidden"],
  ["geth", "the method eth_estimateGas does not exist/is not available", "METHOD_NOT_OFFERED", undefined, -32_601],
  ["another node", "Method not found", "METHOD_NOT_OFFERED", undefined, -32_601],
  ["a node that says something else", "missing trie node", "NODE_REFUSED"],
];

describe("what nodes refuse", () => {
  for (const [node, message, code, cause, rpcCode = -32_000] of REFUSALS) {
    it(`is explained: "${message}", of ${node}`, async () => {
      const error = await withScriptedNode(
        () => ({ error: { code: rpcCode, message } }),
        (url) => caught(estimateGas({ rpc: httpRpc(url) } as Chain, { from: ACCOUNT, data: "0x" })),
      );
      expect([error.code, error.facts.cause]).to.deep.equal([code, cause]);
      expect(error.hint).to.match(/\.$/);
    });
  }
});
