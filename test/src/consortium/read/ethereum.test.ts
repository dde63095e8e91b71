import { expect } from "chai";
import { parse } from "yaml";
import { nodeAddress } from "../../../../src/model/node-address.js";
import { genesisOf, genesisText } from "../../../../src/consortium/genesis/genesis.js";
import { enodeIdOf } from "../../../../tools/shared/network-file.js";
import { fates, reading } from "./reading.js";

const [ONE, TWO, OTHER] = ["a1", "a2", "a3"].map(enodeIdOf) as [string, string, string];

const QBFT = genesisText(
  genesisOf({
    chainId: 4711,
    consensus: "qbft",
    validators: [ONE, TWO].map(nodeAddress),
    blockPeriod: 5,
    gasLimit: 600_000_000,
  }),
);

const url = (id: string, host: string, raft = "") => `enode://${id}@${host}:30303?discport=0${raft}`;

interface Written {
  groups: Record<string, unknown>[];
  nodes: { name: string; host: string; runs: Record<string, unknown>[] }[];
}

const written = (texts: Readonly<Record<string, string>>) => parse(reading(texts).text) as Written;

describe("The files of an existing network", () => {
  it("a genesis is used or named as not used, and never said to be what is made here", () => {
    const told = fates({
      "genesis.json": QBFT.replace('"alloc": {}', '"alloc": { "0x01": { "balance": "1" } }, "x": 1'),
    });
    expect(told).to.include({
      "config.chainId": "the group chain4711 with this chain id",
      "config.qbft.blockperiodseconds": "the block period of 5 s",
      "config.qbft.epochlength": "the consensus qbft",
      gasLimit: "the gas limit 600000000",
      "alloc.0x01.balance": "not used: gas costs nothing here, so no account begins with a balance",
      x: "not used: this is no key that is known",
    });
    expect(told.extraData).to.include(nodeAddress(ONE)).and.to.include(nodeAddress(TWO));
    expect(reading({ "genesis.json": QBFT }).notes.join()).to.match(/of a network that exists: keep it/);
  });

  it("a list gives validators their keys and places, in whatever order the two are read", () => {
    const list = JSON.stringify([
      url(ONE, "10.0.0.1"),
      url(TWO, "<HOST>"),
      url(OTHER, "10.0.0.3"),
      "enode://abc@1.2.3.4:1",
    ]);
    for (const files of [
      { "genesis.json": QBFT, "static-nodes.json": list },
      { "static-nodes.json": list, "genesis.json": QBFT },
    ]) {
      const { groups, nodes } = written(files);
      expect(groups).to.deep.equal([
        { name: "chain4711", chainId: 4711, consensus: "qbft", blockPeriod: 5, gasLimit: 600_000_000 },
      ]);
      const told = nodes.map(({ host, runs: [run] }) => [host, run?.enodeId, run?.port, run?.validator]);
      expect(told).to.have.deep.members([
        ["10.0.0.1", ONE, 30303, undefined],
        ["REPLACE THIS", TWO, 30303, undefined],
        ["10.0.0.3", OTHER, 30303, false],
      ]);
    }
    const [, , , wrong] = Object.values(fates({ "static-nodes.json": list }));
    expect(wrong).to.match(/^not used: The enode id has 3 characters/);
  });

  it("a validator whose key no file has is a gap, and not left out", () => {
    const { nodes } = written({ "genesis.json": QBFT });
    expect(nodes.map(({ runs: [run] }) => run?.enodeId)).to.deep.equal(["REPLACE THIS", "REPLACE THIS"]);
    const { gaps } = reading({ "genesis.json": QBFT });
    expect(gaps.find(({ where }) => where === "nodes[0].runs[0].enodeId")?.why).to.match(
      /only the validator's address, 0x/,
    );
  });

  it("the consensus is known by each of the keys that have stood for it", () => {
    const consensusOf = (config: object, rest: object = {}) => {
      const genesis = { config: { chainId: 1, ...config }, alloc: {}, ...rest };
      return written({ "genesis.json": JSON.stringify(genesis) }).groups[0]?.consensus;
    };
    expect(consensusOf({ isQuorum: true, istanbul: { epoch: 1 } })).to.equal("istanbul");
    expect(consensusOf({ isQuorum: true, ibft: {} })).to.equal("istanbul");
    expect(consensusOf({ isQuorum: true, istanbul: { testQBFTBlock: 0 } })).to.equal("qbft");
    expect(consensusOf({ qbft: { blockperiodseconds: 2 } }), "Besu").to.equal("qbft");
    expect(consensusOf({ isQuorum: true })).to.equal("raft");
    for (const other of ["ibft2", "clique"]) expect(consensusOf({ [other]: {} }), other).to.equal("REPLACE THIS");
  });

  it("a list of a network on Raft has Raft ports", () => {
    const raft = genesisText(genesisOf({ chainId: 1, consensus: "raft", validators: [] }));
    const { nodes } = written({
      "genesis.json": raft,
      "static-nodes.json": JSON.stringify([url(ONE, "10.0.0.1", "&raftport=50400"), url(TWO, "10.0.0.2")]),
    });
    expect(nodes.map(({ runs: [run] }) => run?.raftPort)).to.deep.equal([50400, "REPLACE THIS"]);
  });
});
