import { expect } from "chai";
import { getAddress, id, ZeroAddress, ZeroHash } from "ethers";
import { extraDataOf, readExtraData } from "../../../src/consortium/genesis/extra-data.js";
import { nodeAddress } from "../../../src/model/node-address.js";
import { CONSENSUS, genesisOf, genesisText } from "../../../src/consortium/genesis/genesis.js";
import { genesisHash } from "../../../src/consortium/genesis/genesis-hash.js";

const VANITY = "00".repeat(32);

/** Extra data of networks that have run, from public issues, and the validators in the order in which it has them. */
const GENUINE = [
  {
    of: "an Istanbul BFT network (Consensys/quorum-examples, issue 153)",
    consensus: "istanbul",
    validators: [
      "0x6571D97f340c8495B661a823F2C2145cA47D63c2",
      "0x8157D4437104e3B8dF4451a85F7B2438ef6699FF",
      "0xb131288F355BC27090E542aE0be213c20350B767",
      "0xb912De287F9b047B4228436E94B5b78E3Ee16171",
      "0xd8Dba507e85F116b1f7e231cA8525fC9008A6966",
      "0xe36cbeB565B061217930767886474e3cDe903AC5",
      "0xF512a992F3fb749857d758fFDa1330e590fa915E",
    ],
    before: `0x${VANITY}f897f893`,
    after: "80c0",
  },
  {
    of: "a QBFT network (Consensys/quorum-kubernetes, issue 200)",
    consensus: "qbft",
    validators: [
      "0xD94f52575057D0695C0639beA441F95d9496e51C",
      "0x288E5E9E2b3479940D1697e3Ae6F68e3D009103D",
      "0xA640AFEE125CA83910fF2B9992f7ebCde2840Bc7",
      "0xabc17fb17e9af964900A406D383Ef22bC5bA6513",
    ],
    before: `0xf87aa0${VANITY}f854`,
    after: "c080c0",
  },
] as const;

function shuffled<T>(list: readonly T[], turn: number): T[] {
  return list.map((_, index) => list[(index * turn + 1) % list.length] as T);
}

/** The same bytes as are in public use, with the validators in a given order. */
function written({ before, after }: (typeof GENUINE)[number], validators: readonly string[]): string {
  return before + validators.map((each) => `94${each.slice(2).toLowerCase()}`).join("") + after;
}

describe("The extra data of a genesis block", () => {
  for (const network of GENUINE) {
    const { of, consensus, validators } = network;

    it(`is read as ${of} has it`, () => {
      expect(readExtraData(written(network, validators))).to.deep.equal({ consensus, validators });
    });

    it(`is that of ${of}, with the validators in the order of their addresses`, () => {
      const inOrder = [...validators].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
      expect(extraDataOf({ consensus, validators: [...validators] })).to.equal(written(network, inOrder));
    });

    it(`is the same for ${of} in every order and spelling, and where one is named twice`, () => {
      const whole = extraDataOf({ consensus, validators: [...validators] });
      for (const turn of [1, 2, 3]) {
        const mixed = shuffled(validators, turn);
        if (new Set(mixed).size < validators.length) continue;
        expect(extraDataOf({ consensus, validators: mixed })).to.equal(whole);
        expect(extraDataOf({ consensus, validators: mixed.map((each) => each.toLowerCase()) })).to.equal(whole);
        expect(extraDataOf({ consensus, validators: [...mixed, ...mixed] })).to.equal(whole);
      }
    });
  }

  it("names nobody where it is none of Istanbul BFT or QBFT", () => {
    for (const other of ["0x", "0x0", "not hex", ZeroHash, `0x${VANITY}c0`, `0x${VANITY}f8`, `${ZeroHash}0102`])
      expect(readExtraData(other), other).to.equal(undefined);
  });
});

describe("The genesis of a network", () => {
  const validators = GENUINE[0].validators;
  const chain = { chainId: 10_001, consensus: "qbft", validators } as const;

  it("is the same file for every order of the validators", () => {
    for (const consensus of CONSENSUS) {
      const whole = genesisText(genesisOf({ ...chain, consensus }));
      expect(genesisText(genesisOf({ ...chain, consensus, validators: [...validators].reverse() }))).to.equal(whole);
    }
  });

  it("has what permissioning needs: the Istanbul fork, GoQuorum's rules, room for the contracts and for a boot", () => {
    for (const consensus of CONSENSUS) {
      const { config, gasLimit, alloc } = genesisOf({ ...chain, consensus });
      expect(config).to.include({ chainId: 10_001, istanbulBlock: 0, isQuorum: true, txnSizeLimit: 64 });
      expect(config.maxCodeSizeConfig).to.deep.equal([{ block: 0, size: 24 }]);
      expect(Number(gasLimit)).to.be.greaterThan(47_000_000);
      expect(alloc).to.deep.equal({});
    }
  });

  it("names the validators in the extra data, except on Raft", () => {
    for (const consensus of ["istanbul", "qbft"] as const)
      expect(readExtraData(genesisOf({ ...chain, consensus }).extraData)).to.deep.equal({ consensus, validators });
    expect(genesisOf({ ...chain, consensus: "raft" })).to.include({ extraData: ZeroHash, difficulty: "0x0" });
  });

  it("says how fast blocks come where the consensus reads it there", () => {
    const slow = (consensus: "istanbul" | "qbft") => genesisOf({ ...chain, consensus, blockPeriod: 5 }).config;
    expect(slow("qbft").qbft).to.include({ blockperiodseconds: 5, ceil2Nby3Block: 0, epochlength: 30_000 });
    expect(slow("istanbul").istanbul).to.deep.equal({ epoch: 30_000, policy: 0, ceil2Nby3Block: 0 });
  });

  it("has another hash for other validators, another gas limit and another consensus", () => {
    const hashes = [
      chain,
      { ...chain, validators: validators.slice(1) },
      { ...chain, gasLimit: 800_000_000 },
      { ...chain, consensus: "istanbul" },
      { ...chain, consensus: "raft" },
    ] as const;
    expect(new Set(hashes.map((each) => genesisHash(genesisOf(each)))).size).to.equal(hashes.length);
  });
});

describe("The hash of a genesis block", () => {
  it("is that of Ethereum's first block", () => {
    // Yellow paper, appendix I, and every explorer.
    const mainnet = {
      parentHash: ZeroHash,
      coinbase: ZeroAddress,
      difficulty: "0x400000000",
      gasLimit: "0x1388",
      timestamp: "0x0",
      extraData: "0x11bbe8db4e347b4e8c937c1c8370e4b5ed33adb3db69cbdb7a38e1e50b1b82fa",
      mixHash: ZeroHash,
      nonce: "0x42",
    };
    const stateRoot = "0xd7f8974fb5ac78d9ac099b9ad5018bedc2ce0a72dad1827a1709da30580f0544";
    const hash = "0xd4e56740f876aef8c010b86a40d5f56745a118d0906a34e69aec8c0db1cb8fa3";
    expect(genesisHash(mainnet, stateRoot)).to.equal(hash);
  });

  it("is that of a state without accounts where none is named", () => {
    const genesis = genesisOf({ chainId: 10_001, consensus: "raft", validators: [] });
    const emptyState = "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
    expect(genesisHash(genesis)).to.equal(genesisHash(genesis, emptyState));
  });
});

describe("The address of a validator", () => {
  it("is that of the node's key", () => {
    // Secret 1: its public key is the generator of the curve.
    const generator =
      "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798" +
      "483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";
    expect(nodeAddress(generator)).to.equal("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf");
    expect(getAddress(`0x${id(generator).slice(26)}`)).not.to.equal(nodeAddress(generator));
  });
});
