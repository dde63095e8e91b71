import { expect } from "chai";
import { toQuantity } from "ethers";
import { type Chain, countTransactions, getBlockNumber, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { sendOnce } from "../../src/chain/sending.js";
import { submit, type Transaction } from "../../src/chain/transactions.js";
import { prepare, type Signer } from "../../src/chain/signers.js";
import { waitForEarlier, waitForReceipt } from "../../src/chain/waiting.js";
import { caught } from "../helpers/caught.js";
import { transactionsOf } from "../helpers/chain-state.js";
import { DROPPED, type GateAnswer, type Gatekeeper, isSending } from "../helpers/breakage/request-gate.js";
import { losing, LOSSES, refusal, throughGate } from "../helpers/breakage/lost-requests.js";
import { type Anvil, startAnvil } from "../../tools/shared/processes.js";
import { signersOf } from "../helpers/signers.js";

const TO = "0x00000000000000000000000000000000000000ff";
const OTHER = "0x00000000000000000000000000000000000000ee";

/** Passes on what is sent; that and whatever is asked afterwards gets this answer. */
function afterwards(answer: GateAnswer): Gatekeeper {
  let isSent = false;
  return async (request, forward) => {
    if (isSending(request)) {
      await forward();
      isSent = true;
    }
    return isSent ? answer : forward();
  };
}

describe("a transaction that is sent through a bad connection", function () {
  this.timeout(60_000);

  let anvil: Anvil;
  let chain: Chain;
  let signers: Record<"key" | "node", Signer>;

  before(async () => {
    anvil = await startAnvil();
    chain = await openChain(httpRpc(anvil.url));
    signers = await signersOf(chain);
  });

  after(() => anvil.stop());

  const count = (signer: Signer) => countTransactions(chain.rpc, signer.address, "pending");

  async function transactionOf({ address }: Signer, to = TO): Promise<Transaction> {
    return { from: address, to, data: "0x1234", gas: 100_000n, gasPrice: 0n, nonce: await count({ address }) };
  }

  /** All blocks from now on hold these transactions. */
  async function receiversSince(block: bigint): Promise<(string | null)[]> {
    return (await transactionsOf(chain, block + 1n)).map(({ to }) => to);
  }

  async function stopMining(): Promise<void> {
    await chain.rpc.send("evm_setAutomine", [false]);
  }

  afterEach(async () => {
    await chain.rpc.send("evm_mine", []);
    await chain.rpc.send("evm_setAutomine", [true]);
  });

  for (const who of ["key", "node"] as const) {
    describe(`signed by ${who === "key" ? "a key" : "the node"}`, () => {
      for (const loss of LOSSES) {
        const { what, forwarded } = loss;
        it(`is executed once when ${what} ${forwarded ? "after" : "before"} the node has heard of it`, async () => {
          const signer = signers[who];
          const tx = await transactionOf(signer);
          const since = await getBlockNumber(chain.rpc);
          const { keeper, sendings } = losing(loss);
          const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx));
          expect(receipt.succeeded).to.equal(true);
          expect(sendings()).to.equal(forwarded ? 1 : 2);
          expect(await receiversSince(since)).to.deep.equal([TO]);
          expect(await count(signer)).to.equal(tx.nonce + 1);
        });
      }

      it("is found when a proxy sends it twice and gives the second answer", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const since = await getBlockNumber(chain.rpc);
        const keeper: Gatekeeper = async (request, forward) => {
          if (isSending(request)) await forward();
          return forward();
        };
        const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx));
        expect(receipt.succeeded).to.equal(true);
        expect(await receiversSince(since)).to.deep.equal([TO]);
      });

      it("is waited for while the node has it in its pool only", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const since = await getBlockNumber(chain.rpc);
        await stopMining();
        const lost = losing({ what: "", forwarded: true, answer: DROPPED });
        const keeper: Gatekeeper = async (request, forward) => {
          const answer = await lost.keeper(request, forward);
          const looks = request.method === "eth_getTransactionReceipt" || request.params.includes("pending");
          if (looks) await chain.rpc.send("evm_mine", []);
          return answer;
        };
        const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx));
        expect(receipt.succeeded).to.equal(true);
        expect(lost.sendings()).to.equal(1);
        expect(await receiversSince(since)).to.deep.equal([TO]);
      });

      it("is known to have got lost when another one took its nonce meanwhile", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const since = await getBlockNumber(chain.rpc);
        let first = true;
        const keeper: Gatekeeper = async (request, forward) => {
          if (!isSending(request) || !first) return forward();
          first = false;
          await sendOnce(chain, signer, { ...tx, to: OTHER });
          return DROPPED;
        };
        const error = await caught(throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx)));
        expect(error.code).to.equal("NONCE_TAKEN");
        expect(error.facts).to.include({ nonce: tx.nonce });
        expect(error.facts.hash).to.match(/^0x/);
        expect(await receiversSince(since)).to.deep.equal([OTHER]);
      });

      it("is not sent where another one has its nonce", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        await sendOnce(chain, signer, { ...tx, to: OTHER });
        const since = await getBlockNumber(chain.rpc);
        expect((await caught(sendOnce(chain, signer, tx))).code).to.equal("NONCE_TAKEN");
        expect(await receiversSince(since)).to.deep.equal([]);
      });

      it("is not sent where another one with its nonce waits in the pool", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const other = { ...tx, to: OTHER };
        await stopMining();
        await submit(chain, other, await prepare(chain, signer, other, ""));
        const error = await caught(sendOnce(chain, signer, tx));
        expect([error.code, error.facts.cause]).to.deep.equal(["NONCE_TAKEN", "waiting"]);
        expect(error.hint).to.match(/^Wait until it is executed/);
      });

      it("is found when a proxy refuses it and passes it on a moment later", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        let passed: Promise<string> | undefined;
        let looks = 0;
        const keeper: Gatekeeper = async (request, forward) => {
          if (isSending(request)) {
            passed = new Promise((resolve, reject) => {
              const later = (): void => void (looks > 2 ? forward().then(resolve, reject) : setImmediate(later));
              later();
            });
            return refusal(-32000, "upstream error");
          }
          const answer = await forward();
          looks += 1;
          return answer;
        };
        const send = (lossy: Chain) => sendOnce(lossy, signer, tx);
        const receipt = await throughGate(anvil.url, keeper, send, { lag: 10_000 });
        expect(receipt.succeeded).to.equal(true);
        await passed;
      });

      it("remains uncertain when it is refused, and so is every question about it", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const keeper = afterwards(refusal(-32000, "not now"));
        const error = await caught(throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx)));
        expect(error.code).to.equal("SENDING_UNCERTAIN");
        expect(error.message).to.include("not now");
      });

      it("remains uncertain when the node is gone afterwards, and the way to look is told", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const keeper = afterwards(DROPPED);
        const error = await caught(throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx)));
        expect(error.code).to.equal("SENDING_UNCERTAIN");
        expect(error.facts).to.include({ from: signer.address, nonce: tx.nonce });
        const question = who === "key" ? `eth_getTransactionByHash ["${String(error.facts.hash)}"]` : signer.address;
        expect(error.hint).to.include(question);
        expect(await count(signer)).to.equal(tx.nonce + 1);
      });

      it("is given up as uncertain when it is lost again and again", async () => {
        const signer = signers[who];
        const tx = await transactionOf(signer);
        const keeper: Gatekeeper = (request, forward) => (isSending(request) ? Promise.resolve(DROPPED) : forward());
        const sent = throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx), { sending: 200 });
        expect((await caught(sent)).code).to.equal("SENDING_UNCERTAIN");
        expect(await count(signer)).to.equal(tx.nonce);
      });

      const refusals: [says: string, answer: GateAnswer, code: string][] = [
        ["too busy to the end", { status: 429, headers: { "retry-after": "0" } }, "NODE_BUSY"],
        ["read only account", refusal(-32000, "read only account. cannot transact"), "SENDER_NOT_ALLOWED"],
        ["nonce too low", refusal(-32000, "nonce too low"), "NONCE_TAKEN"],
        ["underpriced", refusal(-32000, "replacement transaction underpriced"), "NONCE_TAKEN"],
      ];
      for (const [says, answer, code] of refusals) {
        it(`is not sent when the node says "${says}"`, async () => {
          const signer = signers[who];
          const tx = await transactionOf(signer);
          const keeper: Gatekeeper = (request, forward) => (isSending(request) ? Promise.resolve(answer) : forward());
          const sent = throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx), { sending: 200 });
          expect((await caught(sent)).code).to.equal(code);
          expect(await count(signer)).to.equal(tx.nonce);
        });
      }

      for (const words of ["already known", "known transaction: 0123", "transaction already imported"]) {
        it(`is found when the node says "${words}"`, async () => {
          const signer = signers[who];
          const tx = await transactionOf(signer);
          const keeper: Gatekeeper = async (request, forward) => {
            const answer = await forward();
            return isSending(request) ? refusal(-32000, words) : answer;
          };
          const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signer, tx));
          expect(receipt.succeeded).to.equal(true);
          expect(await count(signer)).to.equal(tx.nonce + 1);
        });
      }
    });
  }

  it("has its receipt late, and is not taken for lost", async () => {
    const tx = await transactionOf(signers.key);
    let asked = 0;
    const keeper: Gatekeeper = async ({ method }, forward) => {
      if (method !== "eth_getTransactionReceipt") return forward();
      asked += 1;
      if (asked === 2) return { status: 500 };
      return asked < 5 ? `{"jsonrpc":"2.0","id":${await idOf(forward)},"result":null}` : forward();
    };
    const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signers.key, tx));
    expect(receipt.succeeded).to.equal(true);
    expect(asked).to.be.at.least(5);
  });

  it("has been sent though its receipt never comes: the error names it", async () => {
    await stopMining();
    const tx = await transactionOf(signers.key);
    const keeper: Gatekeeper = (_, forward) => forward();
    const sent = throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signers.key, tx), { receipt: 50 });
    const error = await caught(sent);
    expect(error.code).to.equal("TIMED_OUT");
    expect(error.facts.hash).to.match(/^0x[0-9a-f]{64}$/);
    expect(error.message).to.include(`${String(error.facts.hash)} was sent`);
    expect(error.message).to.match(/ It waits in the node's pool\. The latest block is \d+, \d+ s old\.$/);
    expect(error.hint).to.include("It may still be executed").and.include(String(error.facts.hash));
  });

  it("has been sent though the node is gone afterwards: the error names it", async () => {
    const tx = await transactionOf(signers.key);
    let gone = false;
    const keeper: Gatekeeper = async (request, forward) => {
      if (gone) return DROPPED;
      const answer = await forward();
      gone = isSending(request);
      return answer;
    };
    const sent = throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signers.key, tx), { receipt: 50 });
    const error = await caught(sent);
    expect(error.code).to.equal("TIMED_OUT");
    expect(error.message).to.match(/^The transaction 0x[0-9a-f]{64} was sent/);
    expect(error.message).to.match(/ The node has stopped answering: The connection to http:\S+ broke\.$/);
    expect(error.cause).to.have.property("code", "NODE_UNREACHABLE");
  });

  it("waits for one that was sent before: the error names that one's nonce, and says that it waits", async () => {
    await stopMining();
    const tx = await transactionOf(signers.key);
    for (const nonce of [tx.nonce, tx.nonce + 1]) {
      const { raw } = await prepare(chain, signers.key, { ...tx, nonce }, "A test.");
      await chain.rpc.send("eth_sendRawTransaction", [raw]);
    }
    const impatient = await openChain(chain.rpc, { receipt: 50 });
    const error = await caught(waitForEarlier(impatient, tx.from));
    expect(error.code).to.equal("TIMED_OUT");
    expect(error.message).to.match(
      new RegExp(
        `^The transaction with nonce ${tx.nonce + 1} of ${tx.from} was sent, .* It waits in the node's pool behind the one with nonce ${tx.nonce}\\. The latest block is`,
      ),
    );
    expect(error.hint).to.include("eth_getTransactionCount");
  });

  it("is known to no node any more: the error says so", async () => {
    const hash = `0x${"77".repeat(32)}`;
    const impatient = await openChain(chain.rpc, { receipt: 50 });
    const error = await caught(waitForReceipt(impatient, hash));
    expect(error.message).to.include(" The node does not know it any more. The latest block is ");
  });

  /** Several nodes at one address: this one has not got the newest block yet. */
  function lagging(questions: number): { keeper: Gatekeeper; last: () => bigint } {
    let asked = 0;
    let sent = false;
    let last = -1n;
    const keeper: Gatekeeper = async (request, forward) => {
      sent ||= isSending(request);
      const answer = await forward();
      if (request.method !== "eth_blockNumber") return answer;
      const { id, result } = JSON.parse(answer) as { id: number; result: string };
      if (sent) asked += 1;
      last = sent && asked <= questions ? BigInt(result) - 1n : BigInt(result);
      return JSON.stringify({ jsonrpc: "2.0", id, result: toQuantity(last) });
    };
    return { keeper, last: () => last };
  }

  it("is not done before the node answers from its block", async () => {
    const tx = await transactionOf(signers.key);
    const { keeper, last } = lagging(4);
    const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signers.key, tx));
    expect(last()).to.equal(receipt.block);
  });

  it("is not called done by a node that never reaches its block", async () => {
    const tx = await transactionOf(signers.key);
    const { keeper } = lagging(Infinity);
    const sent = throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signers.key, tx), { receipt: 100 });
    const error = await caught(sent);
    expect(error.code).to.equal("TIMED_OUT");
    expect(error.message).to.match(/was executed in block \d+, which the node did not reach/);
    expect(error.hint).to.match(/^Do not send it again/);
  });

  it("is done though another node at the address says that there is no receipt", async () => {
    const tx = await transactionOf(signers.key);
    let told = false;
    const keeper: Gatekeeper = async ({ method }, forward) => {
      if (method !== "eth_getTransactionReceipt") return forward();
      if (told) return `{"jsonrpc":"2.0","id":${await idOf(forward)},"result":null}`;
      const answer = await forward();
      told = !answer.includes('"result":null');
      return answer;
    };
    const receipt = await throughGate(anvil.url, keeper, (lossy) => sendOnce(lossy, signers.key, tx));
    expect(receipt.succeeded).to.equal(true);
  });
});

async function idOf(forward: () => Promise<string>): Promise<number> {
  return (JSON.parse(await forward()) as { id: number }).id;
}
