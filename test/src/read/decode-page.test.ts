import { expect } from "chai";
import type { ContractRunner } from "ethers";
import { INTERFACES } from "../../../src/model/contracts.js";
import { readPage } from "../../../src/read/decode-page.js";
import { toJson } from "../../../src/util/json.js";
import { caught } from "../../helpers/caught.js";

const ADDRESS = "0xed9d02e382b34818e88B88a309c7fe71E65f419d";
const abi = INTERFACES.AccountManager.createInterface();

/** Names of no, one, and several words. */
const RECORDS = ["", "CLERK", "A".repeat(32), "B".repeat(100)].map((name, index) => ({
  account: ADDRESS,
  orgId: name,
  roleId: `${name}${name}`,
  status: index,
  orgAdmin: index % 2 === 0,
  effective: index % 2 === 1,
  proposal: 2n ** 255n,
  heldUntil: 0n,
  endsAt: 0n,
}));

const encoded = (records: typeof RECORDS): string => abi.encodeFunctionResult("getAccountPage", [records]);

/** A manager that answers everything with the same. */
function answering(answer: string) {
  const runner: ContractRunner = { provider: null, call: () => Promise.resolve(answer) };
  const accounts = INTERFACES.AccountManager.connect(ADDRESS, runner);
  return { own: readPage(accounts, accounts.getAccountPage, 0n, 9n), ethers: accounts.getAccountPage(0n, 9n) };
}

describe("a page of a list", () => {
  for (const length of [0, 1, RECORDS.length]) {
    it(`of ${length} records is read as ethers reads it`, async () => {
      const { own, ethers } = answering(encoded(RECORDS.slice(0, length)));
      const [mine, theirs] = [await own, await ethers];
      expect(mine.length).to.equal(length);
      expect(toJson(mine)).to.equal(toJson(theirs));
      expect(mine.map(({ orgId, roleId }) => [orgId, roleId])).to.deep.equal(
        theirs.map(({ orgId, roleId }) => [orgId, roleId]),
      );
    });
  }

  const whole = encoded(RECORDS);
  const damaged: [what: string, answer: string][] = [
    ["is empty", "0x"],
    ["is cut", whole.slice(0, whole.length - 128)],
    ["ends after its length", whole.slice(0, 2 + 2 * 64)],
    ["has a length beyond its end", `0x${whole.slice(2, 66)}${"00".repeat(30)}ffff${whole.slice(130)}`],
    ["has an absurd length", `0x${whole.slice(2, 66)}${"ff".repeat(32)}${whole.slice(130)}`],
    ["points beyond its end", `0x${whole.slice(2, 130)}${"00".repeat(28)}ffffffff${whole.slice(194)}`],
  ];
  for (const [what, answer] of damaged) {
    it(`that ${what} is refused`, async () => {
      const { own, ethers } = answering(answer);
      await ethers.catch(() => undefined);
      const refusal = await caught(own);
      expect(refusal.code).to.equal("NODE_ANSWER_NOT_ALLOWED");
      expect(refusal.message).to.include("getAccountPage");
    });
  }
});
