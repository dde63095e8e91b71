import { expect } from "chai";
import { countTransactions, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { deployNetwork } from "../../src/nodejs/deployment/deploy-network.js";
import { CONTRACT_NAMES, MODULE_NAMES } from "../../src/model/contracts.js";
import { contractsAt } from "../../src/network/network.js";
import { readNetworkFile } from "../../src/nodejs/network-files.js";
import { DROPPED, type GateAnswer, type Gatekeeper, isSending } from "../helpers/breakage/request-gate.js";
import { throughGate } from "../helpers/breakage/lost-requests.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { startAnvil } from "../../tools/shared/processes.js";
import { withScratch } from "../../tools/shared/scratch.js";
import { signersOf } from "../helpers/signers.js";

/** The contracts with their modules, and then the link, policy, limits, two nodes, two accounts and the end of the boot. */
const STEPS = CONTRACT_NAMES.length + MODULE_NAMES.length + 8;

/** Every second sending does not reach the node, every other is not answered, and of each question the first and then every third
 *  asking fails: counted for each by itself, as several are asked at once and one must not meet every failure. */
function unreliable(): Gatekeeper {
  let sendings = 0;
  const asked = new Map<string, number>();
  return async (request, forward): Promise<GateAnswer> => {
    if (!isSending(request)) {
      const question = JSON.stringify([request.method, request.params]);
      const times = (asked.get(question) ?? 0) + 1;
      asked.set(question, times);
      return times % 3 === 1 ? { status: 502 } : forward();
    }
    sendings += 1;
    if (sendings % 2 === 0) await forward();
    return DROPPED;
  };
}

describe("a deployment through a bad connection", function () {
  this.timeout(60_000);

  for (const who of ["key", "node"] as const) {
    it(`signed by ${who === "key" ? "a key" : "the node"} is finished in one run, and sends nothing twice`, () =>
      withScratch(async (directory) => {
        const anvil = await startAnvil();
        try {
          const direct = await openChain(httpRpc(anvil.url));
          const signer = (await signersOf(direct))[who];
          const network = readNetworkFile(writeNetworkFile(directory, signer.address));
          const { addresses } = await throughGate(anvil.url, unreliable(), (chain) =>
            deployNetwork({ chain, network, directory, signers: [signer] }),
          );
          const contracts = contractsAt(direct, addresses);
          expect(await contracts.interface.getNetworkBootStatus()).to.equal(true);
          expect(await countTransactions(direct.rpc, signer.address, "pending")).to.equal(STEPS);
        } finally {
          await anvil.stop();
        }
      }));
  }
});
