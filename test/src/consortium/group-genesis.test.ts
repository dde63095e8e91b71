import { createHash } from "node:crypto";
import { expect } from "chai";
import { parseConsortiumFile } from "../../../src/consortium/file/consortium-file.js";
import { nodeAddress } from "../../../src/model/node-address.js";
import { genesisText } from "../../../src/consortium/genesis/genesis.js";
import { groupGenesis } from "../../../src/consortium/genesis/group-genesis.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { at, starAfter } from "./star.js";

function made(change?: Parameters<typeof starAfter>[0], name = "group1") {
  const consortium = parseConsortiumFile(starAfter(change));
  const group = consortium.groups.find((each) => each.name === name);
  return groupGenesis(consortium, group ?? expect.fail(name));
}

describe("The genesis of a group", () => {
  it("names the group's own validators, in the order of their addresses", () => {
    const own = (...keys: string[]) => keys.map((key) => nodeAddress(enodeIdOf(key)));
    expect(made().validators).to.have.members(own("a1", "b1"));
    expect(made(undefined, "group2").validators).to.have.members(own("a2", "c1"));
    const lower = made().validators.map((each) => each.toLowerCase());
    expect(lower).to.deep.equal([...lower].sort());
  });

  it("is the same file, byte for byte, in whatever order the consortium is listed and spelled", () => {
    const turned = made((star) => {
      star.agencies.reverse();
      star.groups.reverse();
      star.nodes.reverse();
      for (const { runs } of star.nodes) runs.reverse();
      for (const { runs } of star.nodes) for (const run of runs) run.enodeId = run.enodeId.toUpperCase();
    });
    expect(genesisText(turned.genesis)).to.equal(genesisText(made().genesis));
    expect([turned.hash, turned.fileHash]).to.deep.equal([made().hash, made().fileHash]);
  });

  it("leaves out nodes that do not make blocks", () => {
    const quiet = made(({ nodes }) => (at(at(nodes, 1).runs, 0).validator = false));
    expect(quiet.validators).to.deep.equal([nodeAddress(enodeIdOf("a1"))]);
    expect(quiet.hash).not.to.equal(made().hash);
  });

  it("is told by the hash of its file where the first block does not tell it, as by the chain id", () => {
    const other = made(({ groups }) => (at(groups, 0).chainId = 99));
    expect(other.hash).to.equal(made().hash);
    expect(other.fileHash).not.to.equal(made().fileHash);
    const sha256sum = createHash("sha256").update(genesisText(other.genesis)).digest("hex");
    expect(other.fileHash).to.equal(`0x${sha256sum}`);
  });
});
