import { expect } from "chai";
import { httpRpc } from "../../../src/chain/rpc.js";
import { contractErrors } from "../../../src/errors/contract-errors.js";
import { explainRevert } from "../../../src/chain/explain-revert.js";
import type { PortcullisError } from "../../../src/errors/error.js";
import { caught } from "../../helpers/caught.js";
import { withScriptedNode } from "../../helpers/breakage/scripted-node.js";

/** What a node's refusal becomes. */
function refusalOf(error: { code: number; message: string; data?: string }): Promise<PortcullisError> {
  const asked = withScriptedNode(
    () => ({ error }),
    (url) => httpRpc(url).send("eth_accounts", []),
  );
  return caught(asked);
}

describe("a node that refuses", () => {
  it("is quoted, with its code and data", async () => {
    const refusal = await refusalOf({ code: -32000, message: "missing trie node", data: "x" });
    expect(refusal.code).to.equal("NODE_REFUSED");
    expect(refusal.message).to.equal("The node refused: missing trie node");
    expect(refusal.facts).to.deep.equal({ rpcCode: -32000, data: "x" });
    expect(explainRevert(refusal)).to.equal(refusal);
  });

  it("may have a contract's refusal in its answer", async () => {
    const data = contractErrors().encodeErrorResult("NothingChanges", []);
    const refusal = await refusalOf({ code: 3, message: "execution reverted", data });
    expect(explainRevert(refusal).code).to.equal("NothingChanges");
  });
});
