import { expect } from "chai";
import { ZeroAddress, ZeroHash, zeroPadValue } from "ethers";
import { calldata } from "../../helpers/callers.js";
import { town } from "../../helpers/cast.js";
import { linkedSuite } from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

const MAX = 2n ** 256n - 1n;
const LONG = 100_000;

describe("What nodes ask is always answered", () => {
  const t = useFixture(town);

  it("whoever the sender is, whatever it sends, wherever", async () => {
    const people = [ZeroAddress, t.stranger.address, t.blacklisted.address, await t.permInterface.getAddress()];
    const payloads = ["0x", "0x00", `0x${"ff".repeat(33)}`, `0x${"00".repeat(LONG)}`];
    for (const person of people) {
      for (const target of people) {
        for (const payload of payloads) {
          expect(await t.permInterface.transactionAllowed(person, target, MAX, MAX, MAX, payload)).to.equal(false);
        }
      }
    }
  });

  it("whatever the node says of itself", async () => {
    const texts = ["", "\0", "é", "zz".repeat(64), "A".repeat(128), "x".repeat(LONG), `${t.node1[0]}0`];
    for (const enodeId of texts) {
      for (const ip of ["", "1.2.3.4", "x".repeat(LONG)]) {
        expect(await t.permInterface.connectionAllowed(enodeId, ip, 65535)).to.equal(false);
      }
    }
    expect(await t.permInterface.connectionAllowed(t.node1[0], "x".repeat(LONG), 0)).to.equal(false);
  });

  it("whoever asks, even the zero address", async () => {
    const to = await t.permInterface.getAddress();
    const question = calldata(t.permInterface, "transactionAllowed", [
      t.member.address,
      t.stranger.address,
      1,
      0,
      0,
      "0x",
    ]);
    const yes = zeroPadValue("0x01", 32);
    for (const from of [undefined, ZeroAddress, t.blacklisted.address, t.guardian.address]) {
      expect(await t.ethers.provider.send("eth_call", [{ from, to, data: question }, "latest"])).to.equal(yes);
    }
  });

  it("though more words follow the question", async () => {
    const to = await t.permInterface.getAddress();
    const yes = zeroPadValue("0x01", 32);
    const tail = "f".repeat(200);
    const send = [t.member.address, t.stranger.address, 1, 0, 0, "0x1234"] as const;
    const questions = [
      calldata(t.permInterface, "transactionAllowed", send),
      calldata(t.permInterface, "connectionAllowed", [t.node1[0], t.node1[1], 1]),
    ];
    for (const question of questions) {
      expect(await t.ethers.provider.call({ to, data: question + tail })).to.equal(yes);
    }
  });

  it("though it is no question: cut off, pointing nowhere, without end, or with more in a word than an address", async () => {
    const to = await t.permInterface.getAddress();
    const no = ZeroHash;
    const send = calldata(t.permInterface, "transactionAllowed", [
      t.member.address,
      t.stranger.address,
      1,
      0,
      0,
      "0x1234",
    ]);
    const connect = calldata(t.permInterface, "connectionAllowed", [t.node1[0], t.node1[1], 1]);
    const repair = calldata(t.permInterface, "transactionAllowed", [
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
    for (const data of malformed) expect(await t.ethers.provider.call({ to, data }), data).to.equal(no);
  });

  it("the same at the interface and at the implementation", async () => {
    for (const person of [t.admins[0], t.org1Admin, t.subAdmin, t.member, t.suspended, t.stranger]) {
      const question = [person.address, t.stranger.address, 1, 0, 0, "0x"] as const;
      const answer = await t.implementation.transactionAllowed(...question);
      expect(await t.permInterface.transactionAllowed(...question)).to.equal(answer);
    }
  });

  it("before the suite is linked: no, and no error", async () => {
    const upgradable = await t.ethers.deployContract("PermissionsUpgradable", [t.guardian]);
    const unlinked = await t.ethers.deployContract("PermissionsInterface", [upgradable]);
    expect(await unlinked.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(false);
    expect(await unlinked.connectionAllowed(t.node1[0], t.node1[1], 1)).to.equal(false);
    expect(await unlinked.transactionAllowed(t.guardian, upgradable, 0, 0, 0, "0x")).to.equal(true);
  });

  it("before the boot: yes to everyone", async () => {
    const s = await linkedSuite(t);
    expect(await s.permInterface.transactionAllowed(t.stranger, t.stranger, 0, 0, 0, "0x")).to.equal(true);
    expect(await s.permInterface.connectionAllowed("", "", 0)).to.equal(true);
  });

  it("for unknown organisations and accounts, in words that say so", async () => {
    expect(await t.permInterface.isNetworkAdmin(ZeroAddress)).to.equal(false);
    expect(await t.permInterface.isOrgAdmin(t.org1Admin, "NONE")).to.equal(false);
    expect(await t.permInterface.isOrgAdmin(ZeroAddress, "")).to.equal(false);
    expect(await t.permInterface.validateAccount(t.stranger, "ORG1")).to.equal(true);
    expect(await t.permInterface.validateAccount(t.member, "ORG1")).to.equal(true);
    expect(await t.permInterface.validateAccount(t.member, "ORG2")).to.equal(false);
    expect(await t.permInterface.validateAccount(t.member, "NONE")).to.equal(false);
    expect(await t.permInterface.getPendingOp("NONE")).to.deep.equal(["", "", ZeroAddress, 0n]);
  });
});

/** Call data with another word, 64 hex digits, in the place of the one with that number. */
function withWord(data: string, number: number, word: string): string {
  const at = 10 + 64 * number;
  return data.slice(0, at) + word + data.slice(at + 64);
}
