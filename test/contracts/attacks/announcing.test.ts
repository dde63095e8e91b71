import { expect } from "chai";
import { ZeroAddress } from "ethers";
import type { NextImplementation, Puppet } from "../../../typechain-types/index.js";
import { calldata, dummies, writes } from "../../helpers/callers.js";
import { type Town, town } from "../../helpers/cast.js";
import { type Connection, deployNext } from "../../helpers/contract-suite.js";
import { outcomeOf } from "../../helpers/refused.js";
import { useFixture } from "../../helpers/use-fixture.js";

interface Stage extends Town {
  next: NextImplementation;
}

async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  return { ...t, next: await deployNext(t) };
}

describe("Nobody is said to have changed something who only asks", () => {
  const t = useFixture(fixture);

  /** The events of a transaction that anybody sends to the interface. */
  async function eventsOf(data: string): Promise<readonly unknown[]> {
    const to = await t.permInterface.getAddress();
    const sent = await t.stranger.sendTransaction({ to, data });
    return (await sent.wait())?.logs ?? [];
  }

  it("whichever question it sends as a transaction", async () => {
    const questions: string[] = [];
    t.implementation.interface.forEachFunction((fragment) => {
      if (fragment.constant) questions.push(calldata(t.implementation, fragment, dummies(fragment)));
    });
    expect(questions.length).to.be.greaterThan(10);
    for (const data of questions) expect(await eventsOf(data), data).to.deep.equal([]);
  });

  it("and the answer comes back as the implementation gives it", async () => {
    const to = await t.permInterface.getAddress();
    for (const name of ["suite", "getModules", "getPolicyDetails"] as const) {
      const data = calldata(t.implementation, name, []);
      const direct = await t.stranger.call({ to: await t.implementation.getAddress(), data });
      expect(await t.stranger.call({ to, data })).to.equal(direct);
    }
  });

  it("nor who calls what there is not, which is refused without a word", async () => {
    const to = await t.permInterface.getAddress();
    for (const data of ["0x", "0x12", "0xdeadbeef", `0xdeadbeef${"00".repeat(64)}`]) {
      expect(await outcomeOf(t.stranger.call({ to, data })), data).to.equal("reverted without a reason");
    }
  });

  it("but each change that only the implementation declares is announced", async () => {
    const [admin] = t.admins;
    for (const { name } of writes(t.implementation)) {
      expect(
        await t.implementation.moduleOf(t.implementation.interface.getFunction(name as "vote").selector),
      ).not.to.equal(ZeroAddress);
    }
    await expect(t.as(admin).proposeSetting(1, 0)).to.emit(t.permInterface, "Action");
    await expect(t.as(admin).vote(await t.voters.getNumberOfProposals(), true)).to.emit(t.permInterface, "Action");
  });

  it("and what a later implementation changes by itself is announced, what it only answers is not", async () => {
    await t.upgradable.confirmImplChange(t.next);
    const to = await t.permInterface.getAddress();
    await expect(t.member.sendTransaction({ to, data: calldata(t.next, "greet", ["hello"]) }))
      .to.emit(t.permInterface, "Action")
      .withArgs(t.member.address, t.next.interface.getFunction("greet").selector);
    expect(await eventsOf(calldata(t.next, "suite", []))).to.deep.equal([]);
  });
});

describe("An implementation that does not say which functions change something", () => {
  const t = useFixture(fixture);

  /** Replaces the implementation's code, so that the interface meets one that nobody would have confirmed. */
  async function putPuppet(): Promise<Puppet> {
    const puppet = await t.ethers.deployContract("Puppet");
    const code = await t.ethers.provider.getCode(puppet);
    await t.networkHelpers.setCode(await t.implementation.getAddress(), code);
    return puppet.attach(await t.implementation.getAddress()) as Puppet;
  }

  const ANSWERS = 2;
  const BURNS_GAS = 1;
  const FUNCTION = "0x12345678";
  const MODULE_OF = "0x";

  for (const [says, mood, length] of [
    ["refuses the question", 0, 0],
    ["answers nothing", ANSWERS, 0],
    ["answers too much", ANSWERS, 64],
    ["burns all gas that it is given", BURNS_GAS, 0],
  ] as const) {
    it(`because it ${says}: what is called is announced, and carried out`, async () => {
      const { selector } = t.implementation.interface.getFunction("moduleOf");
      const puppet = await putPuppet();
      await puppet.tell(selector, mood, length, MODULE_OF);
      await puppet.tell(FUNCTION, ANSWERS, 32, "0x");
      const to = await t.permInterface.getAddress();
      await expect(t.stranger.sendTransaction({ to, data: FUNCTION, gasLimit: 300_000 }))
        .to.emit(t.permInterface, "Action")
        .withArgs(t.stranger.address, FUNCTION);
    });
  }
});
