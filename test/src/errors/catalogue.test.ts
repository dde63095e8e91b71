import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { CATALOGUE } from "../../../src/errors/catalogue.js";
import { CONTRACT_ERROR_TEXTS } from "../../../src/errors/contract-texts.js";
import type { Descriptor } from "../../../src/errors/descriptor.js";
import { finding } from "../../../src/errors/finding.js";
import { refusal } from "../../../src/errors/refusal.js";

const SRC = path.join(import.meta.dirname, "../../../src");

/** All of the library but the texts themselves. */
const USES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !/^errors\/(?:catalogue|\w+-texts)\.ts$/.test(file))
  .map((file) => readFileSync(path.join(SRC, file), "utf8"))
  .join("\n");

const DESCRIPTORS = Object.entries<Descriptor>({ ...CATALOGUE, ...CONTRACT_ERROR_TEXTS });

function casesOf(descriptor: Descriptor): [cause: string, { says: string; hint?: string }][] {
  return "cases" in descriptor ? Object.entries(descriptor.cases) : [];
}

describe("the catalogue of errors", () => {
  it("has no code and no cause that nothing uses", () => {
    const own = Object.entries<Descriptor>(CATALOGUE);
    const words = own.flatMap(([code, descriptor]) => [code, ...casesOf(descriptor).map(([cause]) => cause)]);
    expect(words.filter((word) => !USES.includes(`"${word}"`))).to.deep.equal([]);
  });

  it("presumes no command line, except where only that throws it", () => {
    const own = ["CANCELLED", "CONFIG_MISSING", "FILE_EXISTS", "INTERRUPTED", "USAGE"];
    for (const [code, descriptor] of DESCRIPTORS.filter(([each]) => !own.includes(each))) {
      const texts = [descriptor, ...casesOf(descriptor).map(([, each]) => each)];
      // Options of nodes are meant for whoever runs one.
      for (const { hint = "" } of texts)
        expect(hint, code).to.not.match(
          /portcullis [a-z]|--(?!(?:allow-insecure-unlock|http|miner|permissioned|rpc|txpool|unlock|ws))|same command/,
        );
    }
  });

  it("gives an error the sentence of its cause, and the way out of the code where the cause has none of its own", () => {
    const named = refusal("SIGNER_MISSING", { cause: "step", step: "end the boot", senders: ["0xA", "0xB"] });
    expect(named.message).to.equal("To end the boot, 0xA or 0xB must sign.");
    expect(named.actions).to.deep.equal([]);
    const { hint, actions } = refusal("SIGNER_MISSING", { cause: "notInNode" });
    expect({ hint, actions }).to.deep.equal({
      hint: "Unlock it in the node, or sign with its key.",
      actions: [{ name: "use-key" }],
    });
  });

  it("gives a finding the level of its cause, or of its code", () => {
    const places = { file: "list.json", url: "enode://a", listed: "enode://b" };
    expect(finding("NODE_URL_DIFFERS", { cause: "address", ...places }).level).to.equal("warning");
    expect(finding("NODE_URL_DIFFERS", { cause: "spelling", ...places }).level).to.equal("info");
    expect(finding("NETWORK_NOT_LINKED", { upgradable: "0x1" }).level).to.equal("error");
  });
});
