import { expect } from "chai";
import type { PortcullisError } from "../../../src/errors/error.js";
import { methodInWords, methodOf, parseAbi, parseMethod } from "../../../src/network/method.js";
import { textAtHand } from "../../../src/util/text-source.js";

const LIST = [
  { type: "function", name: "transfer", inputs: [{ type: "address" }, { type: "uint256" }], outputs: [] },
  { type: "function", name: "pay", inputs: [] },
  { type: "function", name: "pay", inputs: [{ type: "tuple", components: [{ type: "uint8" }, { type: "bytes" }] }] },
  { type: "constructor", inputs: [] },
  { type: "event", name: "Paid", inputs: [] },
  { type: "error", name: "Broke", inputs: [] },
];

const abiOf = (value: unknown) => parseAbi(textAtHand("Token.json", JSON.stringify(value)));

function refused(work: () => unknown): PortcullisError {
  try {
    work();
  } catch (error) {
    return error as PortcullisError;
  }
  return expect.fail("It was not refused.");
}

describe("a method of a contract", () => {
  const abi = abiOf(LIST);

  it("is meant by its selector, its signature in any spelling, or its name in an ABI", () => {
    const transfer = { selector: "0xa9059cbb", signature: "transfer(address,uint256)" };
    for (const given of ["transfer(address,uint256)", "transfer(address to, uint value)", " transfer(address,uint) "])
      expect(parseMethod(given), given).to.deep.include(transfer);
    for (const given of ["0xa9059cbb", "0xA9059CBB", "transfer", "transfer(address,uint256)"])
      expect(parseMethod(given, abi), given).to.deep.include(transfer);
    expect(parseMethod("0xa9059cbb")).to.deep.equal({ selector: "0xa9059cbb", signature: undefined });
    expect(parseMethod("0x12345678", abi)).to.deep.equal({ selector: "0x12345678", signature: undefined });
    expect(parseMethod("pay((uint8,bytes))", abi).signature).to.equal("pay((uint8,bytes))");
  });

  it("is refused where it is none, or the one of calls without one", () => {
    for (const given of ["", "0x", "0xa9059cbb00", "transfer(", "transfer(money)", "transfer address", "a-b"])
      expect(refused(() => parseMethod(given, abi)).code, given).to.equal("METHOD_NOT_ALLOWED");
    expect(refused(() => parseMethod("0x00000000")).facts).to.include({ cause: "zero" });
  });

  it("is refused where it is unknown, with what there is", () => {
    expect(refused(() => parseMethod("transfer")).facts).to.include({ cause: "noAbi" });
    const absent = refused(() => parseMethod("tranfser", abi));
    expect(absent.message).to.equal("Token.json has no method tranfser.");
    expect(absent.hint).to.equal("Did you mean transfer? It has transfer(address,uint256), pay(), pay((uint8,bytes)).");
    expect(refused(() => parseMethod("burn()", abi)).hint).to.match(/^It has transfer/);
    expect(refused(() => parseMethod("burn", abiOf([]))).facts).to.include({ cause: "noMethods" });
    const several = refused(() => parseMethod("pay", abi));
    expect(several.hint).to.equal("Give one of these: pay(), pay((uint8,bytes)).");
  });

  it("is read from a list, from an artifact, and from a list in words", () => {
    for (const value of [LIST, { contractName: "Token", abi: LIST, bytecode: { object: "0x" } }])
      expect(abiOf(value).methods.map(({ signature }) => signature)).to.deep.equal([
        "transfer(address,uint256)",
        "pay()",
        "pay((uint8,bytes))",
      ]);
    expect(abiOf(["function burn(uint256)", "event Burnt()"]).methods).to.have.length(1);
  });

  it("is read from nothing else", () => {
    const causes: unknown[] = ["[", "null", '"abi"', "{}", '{"abi":{}}', '[{"type":"function"}]'].map(
      (text) => refused(() => parseAbi(textAtHand("Token.json", text))).facts.cause,
    );
    expect(causes).to.deep.equal(["noJson", "noList", "noList", "noList", "noList", "noMethod"]);
  });

  it("is told with its signature where that is known", () => {
    expect(methodInWords(methodOf("0xa9059cbb", abi))).to.equal("transfer(address,uint256) (0xa9059cbb)");
    expect(methodInWords(methodOf("0xa9059cbb"))).to.equal("0xa9059cbb");
  });
});
