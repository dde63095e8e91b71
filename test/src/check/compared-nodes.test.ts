import { expect } from "chai";
import { watchNodes } from "../../../src/audit/watch-nodes.js";
import type { NodeHead } from "../../../src/chain/compare-nodes.js";
import type { NamedNode } from "../../../src/chain/named-nodes.js";
import { checkNodes } from "../../../src/check/compared-nodes.js";
import { openInProcess } from "../../../src/nodejs/in-process.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import { UnsteadyNode } from "../../helpers/breakage/unsteady-node.js";
import { codesOf, sentenceOf } from "../../helpers/findings.js";

/** A node that lags is not waited for. */
const AT_ONCE = { lag: 0 };

const OTHER_HASH = `0x${"ee".repeat(32)}`;

describe("nodes of one network", () => {
  let rpc: Rpc;
  let third: UnsteadyNode;
  let nodes: NamedNode[];

  before(async () => {
    ({ rpc } = await openInProcess());
    await rpc.send("hardhat_mine", ["0x8"]);
  });

  beforeEach(() => {
    third = new UnsteadyNode(rpc);
    nodes = [
      { name: "http://one", rpc },
      { name: "http://two", rpc: new UnsteadyNode(rpc) },
      { name: "http://three", rpc: third },
    ];
  });

  it("have the same blocks, as a rule", async () => {
    const findings = await checkNodes(nodes, AT_ONCE);
    expect(codesOf(findings)).to.deep.equal([]);
    expect(findings[0]?.what).to.equal("3 nodes have the same block 8.");
  });

  it("are found where one is behind", async () => {
    third.isAt(5n);
    const findings = await checkNodes(nodes, AT_ONCE);
    expect(codesOf(findings)).to.deep.equal(["warning NODE_BEHIND"]);
    expect(sentenceOf(findings, "NODE_BEHIND")).to.equal("http://three is at block 5, and another node at block 8.");
  });

  it("are given time to get a block that another one has just got", async () => {
    third.isAt(5n);
    let asked = 0;
    const catchingUp: Rpc = {
      send: (method, params) => {
        if (method === "eth_blockNumber" && (asked += 1) === 3) third.recovers();
        return third.send(method, params);
      },
    };
    const findings = await checkNodes([...nodes.slice(0, 2), { name: "http://three", rpc: catchingUp }]);
    expect(codesOf(findings)).to.deep.equal([]);
  });

  it("are found where one has a block of its own, even if it is behind as well", async () => {
    for (const at of [8n, 5n]) {
      third.isAt(at, OTHER_HASH);
      const findings = await checkNodes(nodes, AT_ONCE);
      expect(codesOf(findings)).to.deep.equal(["error NODE_ON_OTHER_BLOCK"]);
      expect(sentenceOf(findings, "NODE_ON_OTHER_BLOCK")).to.equal(
        `http://three has another block ${at} than the other nodes: ${OTHER_HASH}.`,
      );
    }
  });

  it("are judged by what most of them have, whichever is named first", async () => {
    third.isAt(8n, OTHER_HASH);
    const findings = await checkNodes([...nodes].reverse(), AT_ONCE);
    expect(findings.map(({ what }) => what)).to.deep.equal([
      `http://three has another block 8 than the other nodes: ${OTHER_HASH}.`,
    ]);
  });

  it("are found where one is of another chain, or does not answer", async () => {
    third.beginsAnewUpTo(3n);
    expect(codesOf(await checkNodes(nodes, AT_ONCE))).to.deep.equal(["error NODE_OF_OTHER_CHAIN"]);
    third.vanishes();
    const [silent] = await checkNodes(nodes, AT_ONCE);
    expect(silent).to.include({ level: "error", code: "NODE_UNREACHABLE" });
  });

  it("are told of when one falls behind, leaves the chain or comes back, each time once", async () => {
    const ending = new AbortController();
    const seen: NodeHead["state"][] = [];
    const moves = [
      () => {
        third.isAt(5n);
      },
      () => {
        third.isAt(8n, OTHER_HASH);
      },
      () => {
        third.recovers();
      },
    ];
    moves[0]?.();
    for await (const { node, state } of watchNodes(nodes, { signal: ending.signal, interval: 1, ...AT_ONCE })) {
      expect(node).to.equal("http://three");
      seen.push(state);
      moves[seen.length]?.();
      if (seen.length === moves.length) ending.abort();
    }
    expect(seen).to.deep.equal(["behind", "other block", "same"]);
  });
});
