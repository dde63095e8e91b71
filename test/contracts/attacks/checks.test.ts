import { expect } from "chai";
import { network } from "hardhat";
import { calldata } from "../../helpers/callers.js";
import { type Town, town } from "../../helpers/cast.js";
import { linkedSuite } from "../../helpers/suite.js";

const { ethers, networkHelpers, provider } = await network.create();
async function fixture(): Promise<Town> {
  return await town(ethers);
}

const MAX = 2n ** 256n - 1n;
const LONG = 100_000;

describe("What nodes ask is always answered", () => {
  let t: Town;

  beforeEach(async () => {
    t = await networkHelpers.loadFixture(fixture);
  });

  it("whoever the sender is, whatever it sends, wherever", async () => {
    const people = [ethers.ZeroAddress, t.stranger.address, t.blacklisted.address, await t.face.getAddress()];
    const payloads = ["0x", "0x00", `0x${"ff".repeat(33)}`, `0x${"00".repeat(LONG)}`];
    for (const person of people) {
      for (const target of people) {
        for (const payload of payloads) {
          expect(await t.face.transactionAllowed(person, target, MAX, MAX, MAX, payload)).to.equal(false);
        }
      }
    }
  });

  it("whatever the node says of itself", async () => {
    const texts = ["", "\0", "é", "zz".repeat(64), "A".repeat(128), "x".repeat(LONG), `${t.node1[0]}0`];
    for (const enodeId of texts) {
      for (const ip of ["", "1.2.3.4", "x".repeat(LONG)]) {
        expect(await t.face.connectionAllowed(enodeId, ip, 65535)).to.equal(false);
      }
    }
    expect(await t.face.connectionAllowed(t.node1[0], "x".repeat(LONG), 0)).to.equal(false);
  });

  it("without looking at who asks, also when nobody does", async () => {
    const to = await t.face.getAddress();
    const question = calldata(t.face, "transactionAllowed", [t.member.address, t.stranger.address, 1, 0, 0, "0x"]);
    const yes = ethers.zeroPadValue("0x01", 32);
    for (const from of [undefined, ethers.ZeroAddress, t.blacklisted.address, t.guardian.address]) {
      expect(await provider.request({ method: "eth_call", params: [{ from, to, data: question }, "latest"] })).to.equal(
        yes,
      );
    }
  });

  it("though more words follow the question", async () => {
    const to = await t.face.getAddress();
    const yes = ethers.zeroPadValue("0x01", 32);
    const tail = "f".repeat(200);
    const send = [t.member.address, t.stranger.address, 1, 0, 0, "0x1234"] as const;
    const questions = [
      calldata(t.face, "transactionAllowed", send),
      calldata(t.face, "connectionAllowed", [t.node1[0], t.node1[1], 1]),
    ];
    for (const question of questions) {
      expect(await ethers.provider.call({ to, data: question + tail })).to.equal(yes);
    }
  });

  it("though it is no question: cut off, pointing nowhere, without end, or with more in a word than an address", async () => {
    const to = await t.face.getAddress();
    const no = ethers.ZeroHash;
    const send = calldata(t.face, "transactionAllowed", [t.member.address, t.stranger.address, 1, 0, 0, "0x1234"]);
    const connect = calldata(t.face, "connectionAllowed", [t.node1[0], t.node1[1], 1]);
    const repair = calldata(t.face, "transactionAllowed", [
      t.guardian.address,
      await t.upgradable.getAddress(),
      0,
      0,
      0,
      "0x",
    ]);
    const max = "f".repeat(64);
    const malformed = [
      send.slice(0, 10),
      connect.slice(0, 10),
      send.slice(0, 10 + 64),
      send.slice(0, -64),
      connect.slice(0, -64),
      withWord(send, 5, max),
      withWord(connect, 0, max),
      withWord(connect, 2, max),
      withWord(send, 6, max),
      withWord(connect, 3, max),
      withWord(repair, 0, `f${t.guardian.address.slice(2).padStart(63, "0")}`),
      withWord(repair, 1, `f${(await t.upgradable.getAddress()).slice(2).padStart(63, "0")}`),
    ];
    for (const data of malformed) expect(await ethers.provider.call({ to, data }), data).to.equal(no);
  });

  it("the same at the interface and at the implementation", async () => {
    for (const person of [t.admins[0], t.org1Admin, t.subAdmin, t.member, t.suspended, t.stranger]) {
      const question = [person.address, t.stranger.address, 1, 0, 0, "0x"] as const;
      const answer = await t.implementation.transactionAllowed(...question);
      expect(await t.face.transactionAllowed(...question)).to.equal(answer);
    }
  });

  it("before the suite is linked: no, and no error", async () => {
    const upgradable = await ethers.deployContract("PermissionsUpgradable", [t.guardian]);
    const unlinked = await ethers.deployContract("PermissionsInterface", [upgradable]);
    expect(await unlinked.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);
    expect(await unlinked.connectionAllowed(t.node1[0], t.node1[1], 1)).to.equal(false);
    expect(await unlinked.transactionAllowed(t.guardian, upgradable, 0, 0, 0, "0x")).to.equal(true);
  });

  it("before the boot: yes to everybody", async () => {
    const s = await linkedSuite(ethers);
    expect(await s.face.transactionAllowed(t.stranger, t.stranger, 0, 0, 0, "0x")).to.equal(true);
    expect(await s.face.connectionAllowed("", "", 0)).to.equal(true);
  });

  it("for unknown organisations and accounts, in words that say so", async () => {
    expect(await t.face.isNetworkAdmin(ethers.ZeroAddress)).to.equal(false);
    expect(await t.face.isOrgAdmin(t.org1Admin, "NONE")).to.equal(false);
    expect(await t.face.isOrgAdmin(ethers.ZeroAddress, "")).to.equal(false);
    expect(await t.face.validateAccount(t.stranger, "ORG1")).to.equal(true);
    expect(await t.face.validateAccount(t.member, "ORG1")).to.equal(true);
    expect(await t.face.validateAccount(t.member, "ORG2")).to.equal(false);
    expect(await t.face.validateAccount(t.member, "NONE")).to.equal(false);
    expect(await t.face.getPendingOp("NONE")).to.deep.equal(["", "", ethers.ZeroAddress, 0n]);
  });
});

/** Call data with another word, 64 hex digits, in the place of the one with that number. */
function withWord(data: string, number: number, word: string): string {
  const at = 10 + 64 * number;
  return data.slice(0, at) + word + data.slice(at + 64);
}
