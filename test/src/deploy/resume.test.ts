import { expect } from "chai";
import { type InProcessChain, openInProcess } from "../../../src/nodejs/in-process.js";
import { type Chain, countTransactions } from "../../../src/chain/chain.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { keySigner, nodeSigner, type Signer } from "../../../src/chain/signers.js";
import { caught } from "../../helpers/caught.js";
import { isSending } from "../../helpers/breakage/request-gate.js";
import { entriesIn } from "../../helpers/journal.js";
import { aNetworkFile } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const KEY = `0x${"17".repeat(32)}`;
/** The contracts, the link, and five steps of the boot. */
const CONTRACTS = 19;
const STEPS = CONTRACTS + 6;

const FILE = aNetworkFile(keySigner(KEY).address);

class Crash extends Error {}

/** Lets the process "die" at the n-th sending: before the node has heard of it, or before its answer arrives. */
function crashing(chain: Chain, at: number, when: "before" | "after"): Chain {
  let sendings = 0;
  const rpc: Rpc = {
    async send(method, params) {
      if (!isSending({ method })) return chain.rpc.send(method, params);
      sendings += 1;
      if (sendings === at && when === "before") throw new Crash();
      const answer = await chain.rpc.send(method, params);
      if (sendings === at) throw new Crash();
      return answer;
    },
  };
  return { ...chain, rpc };
}

/** No more blocks once the process has "died". */
function stoppingBlocks(dying: Chain, chain: Chain): Chain {
  const rpc: Rpc = {
    async send(method, params) {
      try {
        return await dying.rpc.send(method, params);
      } catch (error) {
        if (error instanceof Crash) await chain.rpc.send("evm_setIntervalMining", [0]);
        throw error;
      }
    },
  };
  return { ...chain, rpc };
}

/** Makes blocks again, but only once what is pending has been read. */
function startingBlocks(chain: Chain): Chain {
  const rpc: Rpc = {
    async send(method, params) {
      const answer = await chain.rpc.send(method, params);
      if (method === "eth_getTransactionReceipt" || params.includes("pending")) {
        await chain.rpc.send("evm_setIntervalMining", [10]);
      }
      return answer;
    },
  };
  return { ...chain, rpc };
}

/** Several nodes at one address: those that are asked first do not know what has just been executed. */
function lagging(chain: Chain): Chain {
  const asked = new Map<string, number>();
  const rpc: Rpc = {
    async send(method, params) {
      const answer = await chain.rpc.send(method, params);
      const before = asked.get(method) ?? 0;
      asked.set(method, before + 1);
      if (method === "eth_getTransactionReceipt" && before < 3) return null;
      return method === "eth_getCode" && before < 1 ? "0x" : answer;
    },
  };
  return { ...chain, rpc };
}

function countOf(chain: Chain): Promise<number> {
  return countTransactions(chain.rpc, FILE.guardian, "latest");
}

function deploy(chain: Chain, directory: string, signer: Signer, network = FILE) {
  return deployNetwork({ chain, network, directory, signers: [signer] });
}

async function codeOf(action: Promise<unknown>): Promise<string> {
  return (await caught(action)).code;
}

/** What the journal says about the step that was cut short. */
function lastState(directory: string): string | undefined {
  return entriesIn(directory).at(-1)?.state;
}

async function fresh(signer: Signer): Promise<InProcessChain> {
  const chain = await openInProcess();
  if (signer.sign === undefined) await chain.impersonate(signer.address);
  return chain;
}

describe("an interrupted deployment", () => {
  const everywhere = Array.from({ length: STEPS }, (_, index) => index + 1);
  const cases: [who: string, signer: Signer, places: number[]][] = [
    ["a key", keySigner(KEY), everywhere],
    ["the node", nodeSigner(FILE.guardian), [1, CONTRACTS, CONTRACTS + 1, STEPS]],
  ];
  for (const [who, signer, places] of cases) {
    for (const when of ["before", "after"] as const) {
      it(`signed by ${who} goes on wherever it died ${when} a sending, and sends nothing twice`, async () => {
        for (const at of places) {
          const chain = await fresh(signer);
          await withScratch(async (directory) => {
            const died = deploy(crashing(chain, at, when), directory, signer);
            expect(await codeOf(died)).to.equal("NODE_REFUSED");
            expect(lastState(directory)).to.equal("prepared");
            const { contracts } = await deploy(chain, directory, signer);
            expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
            expect(await countOf(chain), `died at ${at}`).to.equal(STEPS);
          });
        }
      });
    }
  }

  for (const [who, signer] of cases) {
    it(`signed by ${who} waits for a transaction that the node still has`, async () => {
      for (const at of [1, CONTRACTS, CONTRACTS + 1, CONTRACTS + 4, STEPS]) {
        const chain = await fresh(signer);
        await chain.rpc.send("evm_setAutomine", [false]);
        await chain.rpc.send("evm_setIntervalMining", [10]);
        await withScratch(async (directory) => {
          await caught(deploy(stoppingBlocks(crashing(chain, at, "after"), chain), directory, signer));
          expect(lastState(directory)).to.equal("prepared");
          const { contracts } = await deploy(startingBlocks(chain), directory, signer);
          expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
          expect(await countOf(chain), `died at ${at}`).to.equal(STEPS);
        });
        await chain.rpc.send("evm_setIntervalMining", [0]);
      }
    });
  }

  const signer = keySigner(KEY);

  it("is not sent again once it is finished", async () => {
    const chain = await fresh(signer);
    await withScratch(async (directory) => {
      const first = await deploy(chain, directory, signer);
      const second = await deploy(chain, directory, signer);
      expect(second.addresses).to.deep.equal(first.addresses);
      expect(await countOf(chain)).to.equal(STEPS);
    });
  });

  it("is refused with a changed network file", async () => {
    const chain = await fresh(signer);
    await withScratch(async (directory) => {
      await caught(deploy(crashing(chain, 3, "after"), directory, signer));
      const changed = { ...FILE, subOrgDepth: 5 };
      expect(await codeOf(deploy(chain, directory, signer, changed))).to.equal("NETWORK_FILE_CHANGED");
      expect(await countOf(chain)).to.equal(3);
    });
  });

  it("is refused on another chain", async () => {
    await withScratch(async (directory) => {
      await caught(deploy(crashing(await fresh(signer), 3, "after"), directory, signer));
      const other = { ...(await fresh(signer)), genesis: `0x${"00".repeat(32)}` };
      expect(await codeOf(deploy(other, directory, signer))).to.equal("JOURNAL_OF_OTHER_CHAIN");
      expect(await countOf(other)).to.equal(0);
    });
  });

  it("does not send again what a node that lags behind does not show yet", async () => {
    for (const at of [1, CONTRACTS, CONTRACTS + 1, CONTRACTS + 4, STEPS]) {
      const chain = await fresh(signer);
      await withScratch(async (directory) => {
        await caught(deploy(crashing(chain, at, "after"), directory, signer));
        const { contracts } = await deploy(lagging(chain), directory, signer);
        expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
        expect(await countOf(chain), `died at ${at}`).to.equal(STEPS);
      });
    }
  });

  it("prepares a step again when something else took its nonce", async () => {
    const patient = await fresh(signer);
    const chain = { ...patient, waits: { ...patient.waits, lag: 20 } };
    await withScratch(async (directory) => {
      await caught(deploy(crashing(chain, 5, "before"), directory, signer));
      await chain.impersonate(FILE.guardian);
      const transfer = { from: FILE.guardian, to: FILE.guardian, gasPrice: "0x0" };
      await chain.rpc.send("eth_sendTransaction", [transfer]);
      const { contracts } = await deploy(chain, directory, signer);
      expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
      expect(await countOf(chain)).to.equal(STEPS + 1);
    });
  });

  it("waits for the guardian's signature, and goes on with it", async () => {
    const deployer = keySigner(`0x${"18".repeat(32)}`);
    const chain = await fresh(signer);
    await withScratch(async (directory) => {
      expect(await codeOf(deploy(chain, directory, deployer))).to.equal("SIGNER_MISSING");
      expect(await countOf(chain)).to.equal(0);
      await deploy(chain, directory, signer);
      expect(await countOf(chain)).to.equal(STEPS - CONTRACTS);
    });
  });
});

describe("a deployment", () => {
  const signer = keySigner(KEY);

  it("leaves the boot to a node when told so", async () => {
    const chain = await fresh(signer);
    await withScratch(async (directory) => {
      const operator = "0x0638E1574728b6D862dd5d3A3E0942c3be47D996";
      const network = { ...FILE, bootOperators: [operator] };
      const { contracts } = await deployNetwork({ chain, network, directory, signers: [signer], withoutBoot: true });
      expect(await contracts.interface.getNetworkBootStatus()).to.equal(false);
      expect(await contracts.upgradable.isBootOperator(operator)).to.equal(true);
    });
  });

  const unsuitable: [what: string, block: Record<string, string>, code: string][] = [
    ["has too small blocks", { gasLimit: "0x1e8480" }, "BLOCK_TOO_SMALL"],
  ];
  for (const [what, block, code] of unsuitable) {
    it(`is refused on a chain that ${what}, before anything is sent`, async () => {
      const chain = await fresh(signer);
      const rpc: Rpc = {
        async send(method, params) {
          const answer = await chain.rpc.send(method, params);
          return method === "eth_getBlockByNumber" ? { ...(answer as object), ...block } : answer;
        },
      };
      await withScratch(async (directory) => {
        expect(await codeOf(deploy({ ...chain, rpc }, directory, signer))).to.equal(code);
        expect(await countOf(chain)).to.equal(0);
      });
    });
  }

  it("is refused on a chain older than Istanbul", async () => {
    const chain = await fresh(signer);
    const rpc: Rpc = {
      send: (method, params) =>
        method === "eth_call" ? Promise.reject(new Error("invalid opcode: CHAINID")) : chain.rpc.send(method, params),
    };
    await withScratch(async (directory) => {
      expect(await codeOf(deploy({ ...chain, rpc }, directory, signer))).to.equal("CHAIN_TOO_OLD");
    });
  });

  it("does not read a block's timestamp, which Raft gives in nanoseconds", async () => {
    const chain = await fresh(signer);
    const rpc: Rpc = {
      async send(method, params) {
        const answer = await chain.rpc.send(method, params);
        if (method !== "eth_getBlockByNumber") return answer;
        return { ...(answer as object), timestamp: "0x17979cfe362a0000" };
      },
    };
    await withScratch(async (directory) => {
      const { contracts } = await deploy({ ...chain, rpc }, directory, signer);
      expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
    });
  });
});
