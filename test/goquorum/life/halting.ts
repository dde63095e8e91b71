import { expect } from "chai";
import { openChain } from "../../../src/chain/chain.js";
import { waitForReceipt } from "../../../src/chain/waiting.js";
import { poll } from "../poll.js";
import type { Consortium } from "../consortium.js";
import { refusedBy } from "./transactions.js";

/** How long a node may take to be called halted, in milliseconds. */
const PATIENCE = 120_000;

/** Too few nodes are left to make blocks. */
export function halting(consortium: () => Consortium): void {
  it("as long as enough nodes run, the check finds that the chain makes blocks", async () => {
    expect(await check()).to.match(/✓ The chain makes blocks( when somebody sends)?: /);
  });

  it("with one node left, what is sent waits in its pool, and the check finds that no block comes", async () => {
    const { admin1, stranger, nodes } = consortium();
    for (const node of nodes.nodes.filter((each) => each !== admin1.node)) await node.stop();
    const chain = await openChain(admin1.node.rpc, { receipt: 5_000 });
    const transfer = { from: admin1.address, to: stranger.address, gas: "0x5208", gasPrice: "0x0" };
    const hash = (await chain.rpc.send("eth_sendTransaction", [transfer])) as string;
    expect(await refusedBy(waitForReceipt(chain, hash))).to.match(
      /was sent, but not seen to be executed within 5 s\. It waits in the node's pool\. The latest block is \d+, /,
    );
    const found = await poll("the check to find it", PATIENCE, async () => {
      const said = await check();
      return said.includes("The chain makes blocks") ? undefined : said;
    });
    expect(found).to.match(/! The (chain has made no block for|Raft cluster has no leader)/);
  });

  it("when that one goes as well, whoever waits is told that the node is gone", async () => {
    const { admin1 } = consortium();
    const chain = await openChain(admin1.node.rpc, { receipt: 5_000 });
    await admin1.node.stop();
    expect(await refusedBy(waitForReceipt(chain, `0x${"00".repeat(32)}`))).to.include(
      "The node has stopped answering: ",
    );
  });

  function check(): Promise<string> {
    const { admin1, configFile } = consortium();
    return consortium().read(admin1, "check", "--network", admin1.node.url, "--config", configFile);
  }
}
