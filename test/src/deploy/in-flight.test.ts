import { expect } from "chai";
import { type InProcessChain, openInProcess } from "../../../src/nodejs/in-process.js";
import { type Chain, countTransactions } from "../../../src/chain/chain.js";
import { RpcError } from "../../../src/chain/rpc-error.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { keySigner, nodeSigner, type Signer } from "../../../src/chain/signers.js";
import { readNodes } from "../../../src/read/read-records.js";
import { caught } from "../../helpers/caught.js";
import { isSending } from "../../helpers/breakage/request-gate.js";
import { aNetworkFile, enodeIdOf } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const KEY = `0x${"17".repeat(32)}`;
const NODES = 60;
/** The contracts, the link, the policy and the limits. */
const BEFORE = 19 + 3;
/** They, the nodes, the account and the end of the boot. */
const ALL = BEFORE + NODES + 2;

const FILE = aNetworkFile(keySigner(KEY).address, {
  nodes: Array.from({ length: NODES }, (_, index) => {
    const enodeId = enodeIdOf(String(index + 10));
    return { enodeId, ip: "127.0.0.1", port: 21_000 + index, raftPort: 0 };
  }),
});

class Crash extends Error {}

type Meddle = (sending: number, forward: () => Promise<unknown>) => Promise<unknown>;

/** Sees each sending, by its number. */
function meddled(chain: Chain, meddle: Meddle): Chain {
  let sendings = 0;
  const send: Chain["rpc"]["send"] = (method, params) => {
    const forward = (): Promise<unknown> => chain.rpc.send(method, params);
    if (!isSending({ method })) return forward();
    sendings += 1;
    return meddle(sendings, forward);
  };
  return { ...chain, rpc: { send } };
}

describe("the boot of many nodes", () => {
  const deploy = (chain: Chain, directory: string, signer: Signer) =>
    deployNetwork({ chain, network: FILE, directory, signers: [signer] });

  async function fresh(signer: Signer): Promise<InProcessChain> {
    const chain = await openInProcess();
    if (signer.sign === undefined) await chain.impersonate(signer.address);
    return chain;
  }

  const signers: [who: string, signer: Signer][] = [
    ["a key", keySigner(KEY)],
    ["the node", nodeSigner(FILE.guardian)],
  ];
  for (const [who, signer] of signers) {
    it(`signed by ${who} has fifty of them in flight at once, in the order of the file`, async () => {
      const chain = await fresh(signer);
      let most = 0;
      const counted = meddled(chain, async (sending, forward) => {
        if (sending === BEFORE + 1) await chain.rpc.send("evm_setAutomine", [false]);
        const answer = await forward();
        const known = await countTransactions(chain.rpc, FILE.guardian, "pending");
        const waiting = known - (await countTransactions(chain.rpc, FILE.guardian, "latest"));
        most = Math.max(most, waiting);
        // Blocks are made again once so many wait that no more come.
        if (waiting === 50 || sending === ALL - 1) await chain.rpc.send("evm_setIntervalMining", [10]);
        return answer;
      });
      await withScratch(async (directory) => {
        const network = await deploy(counted, directory, signer);
        expect((await readNodes(network)).map(({ enodeId }) => enodeId)).to.deep.equal(
          FILE.nodes.map(({ enodeId }) => enodeId),
        );
      });
      await chain.rpc.send("evm_setIntervalMining", [0]);
      expect(most).to.equal(50);
      expect(await countTransactions(chain.rpc, FILE.guardian, "latest")).to.equal(ALL);
    });

    for (const when of ["before", "after"] as const) {
      it(`signed by ${who} goes on where it died ${when} a sending, and sends nothing twice`, async () => {
        for (const at of [BEFORE + 1, BEFORE + 25, BEFORE + 51]) {
          const chain = await fresh(signer);
          const dying = meddled(chain, async (sending, forward) => {
            if (sending === at && when === "before") throw new Crash();
            const answer = await forward();
            if (sending === at) throw new Crash();
            return answer;
          });
          await withScratch(async (directory) => {
            expect((await caught(deploy(dying, directory, signer))).code).to.equal("NODE_REFUSED");
            const { contracts } = await deploy(chain, directory, signer);
            expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
          });
          expect(await countTransactions(chain.rpc, FILE.guardian, "latest"), `died at ${at}`).to.equal(ALL);
        }
      });
    }

    it(`signed by ${who} leaves no gap where the node refuses one of them`, async () => {
      const chain = await fresh(signer);
      const refusing = meddled(chain, (sending, forward) =>
        sending === BEFORE + 20
          ? Promise.reject(new RpcError("transaction pool is full", -32_000, undefined))
          : forward(),
      );
      const impatient = { ...refusing, waits: { ...refusing.waits, lag: 20 } };
      await withScratch(async (directory) => {
        await caught(deploy(impatient, directory, signer));
        expect(await countTransactions(chain.rpc, FILE.guardian, "latest")).to.equal(BEFORE + 19);
        await deploy(chain, directory, signer);
      });
      expect(await countTransactions(chain.rpc, FILE.guardian, "latest")).to.equal(ALL);
    });
  }
});
