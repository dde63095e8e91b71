import { expect } from "chai";
import { readLogs } from "../../../src/audit/history/logs.js";
import { call } from "../../../src/chain/call.js";
import { getBlock, getCode, openChain } from "../../../src/chain/chain.js";
import { fromQuantity } from "../../../src/chain/quantities.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import { estimateGas, getReceipt, nextNonce, submit } from "../../../src/chain/transactions.js";
import { nodeAccounts } from "../../../src/chain/signers.js";
import { caught } from "../../helpers/caught.js";

const ACCOUNT = "0xed9d02e382b34818e88B88a309c7fe71E65f419d";
const HASH = `0x${"ab".repeat(32)}`;
const BLOCK = { hash: HASH, number: "0x1", gasLimit: "0x1", timestamp: "0x1" };
const TX = { from: ACCOUNT, data: "0x", gas: 1n, gasPrice: 0n, nonce: 0 };
const RECEIPT = { blockNumber: "0x1", status: "0x1", gasUsed: "0x5208", contractAddress: null, logs: [] };

/** A chain whose node answers every question with the same. */
function answering(answer: unknown) {
  const rpc: Rpc = { send: () => Promise.resolve(answer) };
  return { rpc, chainId: 1n, genesis: HASH, waits: { receipt: 0, sending: 0, lag: 0 } };
}

describe("an answer that its method never gives is refused, with the method named", () => {
  const cases: [method: string, answer: unknown, ask: (chain: ReturnType<typeof answering>) => Promise<unknown>][] = [
    ["eth_chainId", "main", ({ rpc }) => openChain(rpc)],
    ["eth_chainId", 1337, ({ rpc }) => openChain(rpc)],
    ["eth_getBlockByNumber", { hash: HASH, number: "latest", gasLimit: "0x1" }, ({ rpc }) => getBlock(rpc, "latest")],
    ["eth_getBlockByNumber", "0x1", ({ rpc }) => getBlock(rpc, "latest")],
    ["eth_getBlockByNumber", { ...BLOCK, timestamp: `0x${"f".repeat(40)}` }, ({ rpc }) => getBlock(rpc, "latest")],
    ["eth_getCode", null, ({ rpc }) => getCode(rpc, ACCOUNT)],
    ["eth_call", null, ({ rpc }) => call(rpc, { to: ACCOUNT, data: "0x" })],
    ["eth_call", "0x123", ({ rpc }) => call(rpc, { to: ACCOUNT, data: "0x" })],
    ["eth_estimateGas", "lots", (chain) => estimateGas(chain, { data: "0x" })],
    ["eth_estimateGas", `0x${"f".repeat(64)}`, (chain) => estimateGas(chain, { data: "0x" })],
    ["eth_getTransactionCount", `0x1${"0".repeat(20)}`, (chain) => nextNonce(chain, ACCOUNT)],
    ["eth_getTransactionCount", null, (chain) => nextNonce(chain, ACCOUNT)],
    ["eth_sendTransaction", true, (chain) => submit(chain, TX, { raw: undefined, hash: undefined })],
    ["eth_getTransactionReceipt", { ...RECEIPT, logs: {} }, (chain) => getReceipt(chain, HASH)],
    ["eth_getTransactionReceipt", { ...RECEIPT, status: undefined }, (chain) => getReceipt(chain, HASH)],
    ["eth_getTransactionReceipt", [], (chain) => getReceipt(chain, HASH)],
    ["eth_getLogs", {}, ({ rpc }) => readLogs(rpc, [ACCOUNT], { from: 0n, to: 0n }).next()],
    ["eth_getLogs", [{ topics: [] }], ({ rpc }) => readLogs(rpc, [ACCOUNT], { from: 0n, to: 0n }).next()],
    ["eth_accounts", "0x12", (chain) => nodeAccounts(chain)],
  ];
  for (const [method, answer, ask] of cases) {
    it(`${method}: ${JSON.stringify(answer)}`, async () => {
      const refusal = await caught(ask(answering(answer)));
      expect(refusal.code).to.equal("NODE_ANSWER_NOT_ALLOWED");
      expect(refusal.message).to.include(method);
      expect(refusal.facts).to.include({ method, answer: JSON.stringify(answer) });
    });
  }

  it("a receipt that names no block yet is none", async () => {
    expect(await getReceipt(answering({ ...RECEIPT, blockNumber: null }), HASH)).to.equal(undefined);
    expect(await getReceipt(answering(null), HASH)).to.equal(undefined);
  });

  it("a number may have any number of digits", () => {
    expect(fromQuantity("0x0", "eth_chainId")).to.equal(0n);
    expect(fromQuantity("0x00FF", "eth_chainId")).to.equal(255n);
  });
});
