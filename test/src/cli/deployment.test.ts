import path from "node:path";
import { expect } from "chai";
import { deployStage } from "../../../src/cli/deployment.js";
import { readNetworkFile } from "../../../src/nodejs/network-files.js";
import { keySigner } from "../../../src/chain/signers.js";
import { caught } from "../../helpers/caught.js";
import { withScriptedNode } from "../../helpers/breakage/scripted-node.js";

const FILE = readNetworkFile(path.join(import.meta.dirname, "../../../examples/four-nodes/network.yaml"));
const KEY = `0x${"17".repeat(32)}`;
const GUARDIAN = keySigner(KEY).address;

/** Everything but its accounts. */
function answer(method: string) {
  if (method === "eth_accounts") return { error: { code: -32601, message: "eth_accounts is not available" } };
  return {
    result:
      method === "eth_chainId"
        ? "0x1"
        : { hash: `0x${"00".repeat(32)}`, number: "0x0", gasLimit: "0x1", timestamp: "0x0" },
  };
}

describe("who signs a deployment", () => {
  beforeEach(() => {
    process.env.PORTCULLIS_PRIVATE_KEY = KEY;
  });
  afterEach(() => {
    delete process.env.PORTCULLIS_PRIVATE_KEY;
  });

  async function signers(guardian: string): Promise<string[]> {
    const nobody = { from: undefined, keystore: undefined, passwordFile: undefined, gasPrice: undefined };
    const file = { ...FILE, guardian, bootOperators: [] };
    const stage = await withScriptedNode(answer, (url) => deployStage(url, nobody, file));
    return stage.signers.map(({ address }) => address);
  }

  it("is not asked of a node where the guardian's own key is at hand", async () => {
    expect(await signers(GUARDIAN)).to.deep.equal([GUARDIAN]);
  });

  it("is asked of a node where it is not", async () => {
    expect((await caught(signers(FILE.guardian))).code).to.equal("NODE_REFUSED");
  });
});
