import { expect } from "chai";
import { call } from "../../../src/chain/call.js";
import type { Rpc } from "../../../src/chain/rpc.js";
import { contractErrors } from "../../../src/errors/contract-errors.js";
import { caught } from "../../helpers/caught.js";

const TO = "0x00000000000000000000000000000000000000ff";

/** A node that answers every call with the same data, without saying whether it is a result. */
function answering(data: string): Rpc {
  return { send: () => Promise.resolve(data) };
}

describe("a call to an old node, which does not say that a contract refused", () => {
  it("is refused with what the contract said", async () => {
    const data = contractErrors().encodeErrorResult("OrgUnknown", ["ORG9"]);
    const refusal = await caught(call(answering(data), { to: TO, data: "0x" }));
    expect(refusal.code).to.equal("OrgUnknown");
  });

  for (const result of ["0x", `0x${"00".repeat(32)}`, `0x${"00".repeat(96)}`]) {
    it(`is answered with a result of ${(result.length - 2) / 2} bytes`, async () => {
      expect(await call(answering(result), { to: TO, data: "0x" })).to.equal(result);
    });
  }

  it("is answered with the code of a new contract, however long that is", async () => {
    const code = `0x${"00".repeat(36)}`;
    expect(await call(answering(code), { data: "0x" })).to.equal(code);
  });
});
