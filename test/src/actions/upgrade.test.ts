import { expect } from "chai";
import { toQuantity } from "ethers";
import { setBootOperator } from "../../../src/actions/guardian.js";
import type { Actor, Intent } from "../../../src/actions/perform.js";
import { countTransactions } from "../../../src/chain/chain.js";
import type { PortcullisError } from "../../../src/errors/error.js";
import { latestBlock, type Network } from "../../../src/network/network.js";
import { readModules } from "../../../src/network/modules.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { deployImplementation, upgradeImplementation } from "../../../src/actions/upgrade/upgrade.js";
import { caught } from "../../helpers/caught.js";
import { town } from "../../helpers/cast.js";
import { through } from "../../helpers/in-process-network.js";
import { suiteAddresses } from "../../helpers/contract-suite.js";
import { networkOfSuite } from "../../helpers/suite-network.js";
import { puppetOf, withOtherManager, WRONG, WRONG_ANSWERS } from "../../helpers/wrong-implementations.js";
import { useFixture } from "../../helpers/use-fixture.js";

/** What is said where the contracts could say less. */
const SENTENCES: Partial<Record<keyof typeof WRONG, RegExp>> = {
  "an account": /^There is no contract at 0x\w+\.$/,
  "a contract that has destroyed itself": /^There is no contract at 0x\w+\.$/,
  "the present implementation": /^0x\w+ is already the implementation\.$/,
  "the interface": /^The contract at 0x\w+ is this network's PermissionsInterface, and not an implementation\.$/,
  "a manager": /^The contract at 0x\w+ is this network's OrgManager, and not an implementation\.$/,
  "a contract of something else": /^The contract at 0x\w+ is not an implementation\.$/,
  "one with another manager of roles": /^0x\w+ belongs to another suite\.$/,
};

/** A node that says of what was deployed that it stands elsewhere, and shows the deployed code there. */
function misplacing(network: Network, elsewhere: string): Network {
  let deployed: string | undefined;
  return through(network, (rpc) => ({
    send: async (method, params) => {
      if (method === "eth_getCode" && params[0] === elsewhere && deployed !== undefined) {
        return rpc.send(method, [deployed, params[1]]);
      }
      const answer = await rpc.send(method, params);
      if (method !== "eth_getTransactionReceipt") return answer;
      const receipt = answer as { contractAddress?: string | null } | null;
      if (receipt?.contractAddress == null) return answer;
      deployed = receipt.contractAddress;
      return { ...receipt, contractAddress: elsewhere };
    },
  }));
}

describe("The upgrade", () => {
  const t = useFixture(town);
  let guardian: Actor;

  beforeEach(async () => {
    guardian = { network: await networkOfSuite(t), signer: nodeSigner(t.guardian.address) };
  });

  /** So many other transactions of the guardian that nobody takes what came before for part of an upgrade. */
  async function passOn(): Promise<void> {
    for (const allowed of [true, false, true, false, true, false, true, false]) {
      await setBootOperator(guardian, { operator: t.member.address, allowed });
    }
  }

  /** The network gets an implementation of another release, which has one module of other code. */
  async function goBackARelease(): Promise<Network> {
    const suite = await suiteAddresses(t.upgradable, t.permInterface, t);
    const modules = (await t.implementation.getModules()).map(({ module }) => module);
    modules[3] = await (await t.ethers.deployContract("EarlierSettingModule", [suite])).getAddress();
    const earlier = await t.ethers.deployContract("PermissionsImplementation", [suite, ...modules] as never);
    await t.upgradable.confirmImplChange(earlier);
    await passOn();
    return await networkOfSuite(t);
  }

  async function refusal(implementation: string, allowChanges = false): Promise<PortcullisError> {
    const before = await latestBlock(guardian.network);
    const error = await caught(upgradeImplementation(guardian, { implementation, allowChanges }));
    expect(error.message).to.match(/^[^\n]+\.$/);
    expect(error.hint).to.match(/^[A-Z]/);
    expect(await latestBlock(guardian.network)).to.equal(before);
    return error;
  }

  for (const [kind, [error, make]] of Object.entries(WRONG)) {
    it(`is refused in a sentence that says what is wrong: to ${kind}`, async () => {
      const wrong = await make(t);
      const { code, message } = await refusal(wrong);
      expect(code).to.be.oneOf([error, "NOT_AN_IMPLEMENTATION"]);
      expect(message).to.include(wrong);
      if (SENTENCES[kind] !== undefined) expect(message).to.match(SENTENCES[kind]);
    });
  }

  for (const [name, faults] of Object.entries(WRONG_ANSWERS)) {
    for (const fault of Object.keys(faults)) {
      it(`is refused also where changes are allowed: to one whose ${name} ${fault}`, async () => {
        const wrong = await (await puppetOf(t, name, fault)).getAddress();
        const { code, message } = await refusal(wrong, true);
        expect(code).to.be.oneOf([
          "NOT_AN_IMPLEMENTATION",
          "ImplementationOfOtherSuite",
          "ImplementationDoesNotAnswer",
        ]);
        expect(message).to.include(wrong);
      });
    }
  }

  it("says which question is not answered", async () => {
    const { hint } = await refusal(await (await puppetOf(t, "connectionAllowed", "refuses")).getAddress());
    expect(hint).to.match(/^It has no answer to connectionAllowed\. Deploy one/);
  });

  it("says which contracts are another network's", async () => {
    const { hint } = await refusal(await withOtherManager("roles")(t));
    expect(hint).to.match(/^It works with contracts that are not this network's: RoleManager 0x\w+\. Deploy one/);
  });

  it("to one that answers yes to everyone is refused unless changes are allowed", async () => {
    const implementation = await (await puppetOf(t)).getAddress();
    const { code, facts } = await caught(upgradeImplementation(guardian, { implementation }));
    expect(code).to.equal("ANSWERS_DIFFER");
    expect(facts.changed).to.include(`may ${t.suspended.address} transfer`);
  });

  it("to a proxy, whose code may be exchanged, is said to be to other code, and back to this version's is not", async () => {
    const proxy = await (await t.ethers.deployContract("ProxyImplementation", [t.implementation])).getAddress();
    const there = await upgradeImplementation(guardian, { implementation: proxy });
    expect(there.confirmed?.summary).to.equal(
      `Make ${proxy}, whose code is not this version's, the current implementation.`,
    );
    const former = await t.implementation.getAddress();
    const back = await upgradeImplementation(guardian, { implementation: former });
    expect(back.confirmed?.summary).to.equal(`Make ${former} the current implementation.`);
  });

  it("confirms what it deployed, wherever the node says that it stands", async () => {
    const proxy = await (await t.ethers.deployContract("ProxyImplementation", [t.implementation])).getAddress();
    await passOn();
    const { network } = guardian;
    const { deployed } = await upgradeImplementation({ ...guardian, network: misplacing(network, proxy) });
    const current = await network.contracts.upgradable.getPermImpl();
    expect(current).to.equal(deployed?.contractAddress).and.to.not.equal(proxy);
  });

  it("can be led by its node to what the guardian deployed before, which is said, with its address", async () => {
    const { network, signer } = guardian;
    const count = (): Promise<number> => countTransactions(network.chain.rpc, signer.address, "latest");
    await passOn();
    const { address: former } = await deployImplementation(guardian);
    const after = await count();
    await passOn();
    let isBelieved = false;
    const leading = through(network, (rpc) => ({
      send: (method, params) => {
        isBelieved ||= method === "eth_getCode" && params[0] === former;
        const lies = method === "eth_getTransactionCount" && !isBelieved;
        return lies ? Promise.resolve(toQuantity(after)) : rpc.send(method, params);
      },
    }));
    const shown: string[] = [];
    const approve = ({ summary }: Intent): Promise<boolean> => Promise.resolve(shown.push(summary) > 0);
    await upgradeImplementation({ ...guardian, network: leading, approve });
    expect(shown).to.deep.equal([
      `Make ${former ?? ""}, which this account deployed before, the current implementation.`,
    ]);
    expect(await network.contracts.upgradable.getPermImpl()).to.equal(former);
  });

  it("of a network that is of this version deploys an implementation that runs the modules that are there", async () => {
    await passOn();
    const before = await readModules(guardian.network);
    const { modules, deployed, confirmed, network } = await upgradeImplementation(guardian);
    expect(modules).to.deep.equal(before.map(({ name, address }) => ({ name, address, deployed: null })));
    expect(await readModules(network)).to.deep.equal(before);
    expect(network.addresses.PermissionsImplementation).to.equal(deployed?.contractAddress);
    expect(confirmed?.summary).to.equal(`Make ${deployed?.contractAddress} the current implementation.`);
  });

  it("deploys the modules whose code is new, and says so before it confirms", async () => {
    const network = await goBackARelease();
    const before = await readModules(network);
    const told: string[] = [];
    const onDone = ({ summary }: { summary: string }): void => void told.push(summary);
    const { modules, deployed, network: upgraded } = await upgradeImplementation({ ...guardian, network }, { onDone });
    expect(modules.map((module) => module.deployed !== null)).to.deep.equal([
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(modules.slice(0, 3).map(({ address }) => address)).to.deep.equal(
      before.slice(0, 3).map(({ address }) => address),
    );
    expect(modules[3]?.address).to.equal(modules[3]?.deployed?.contractAddress).and.not.equal(before[3]?.address);
    expect((await readModules(upgraded)).map(({ address }) => address)).to.deep.equal(
      modules.map(({ address }) => address),
    );
    expect(told).to.deep.equal([
      "Deploy another SettingModule.",
      "Deploy another PermissionsImplementation.",
      `Make ${deployed?.contractAddress} the current implementation. New in it: SettingModule.`,
    ]);
  });

  it("that was stopped after any of its transactions goes on there, and deploys nothing twice", async () => {
    for (const stop of [1, 2, 3]) {
      const network = await goBackARelease();
      let sent = 0;
      const approve = (): Promise<boolean> => Promise.resolve((sent += 1) <= stop);
      const actor = { ...guardian, network };
      if (stop < 3) expect((await caught(upgradeImplementation({ ...actor, approve }))).code).to.equal("CANCELLED");
      else await upgradeImplementation({ ...actor, approve });
      const before = await latestBlock(network);
      const { confirmed, network: upgraded } = await upgradeImplementation(actor);
      expect((await latestBlock(network)) - before).to.equal(BigInt(3 - stop));
      expect(await readModules(upgraded)).to.have.length(10);
      expect(confirmed === null).to.equal(stop === 3);
      await passOn();
    }
  });

  it("rehearsed says which modules it would deploy, and that the implementation follows", async () => {
    const network = await goBackARelease();
    const before = await latestBlock(network);
    const rehearsed = await upgradeImplementation({ ...guardian, network, dryRun: true });
    expect(rehearsed.modules.map(({ address }) => address === null)).to.deep.equal([
      false,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(rehearsed.modules[3]?.deployed?.hash).to.equal(null);
    expect([rehearsed.deployed, rehearsed.confirmed]).to.deep.equal([null, null]);
    const alone = await deployImplementation({ ...guardian, network, dryRun: true });
    expect([alone.deployed, alone.address]).to.deep.equal([null, null]);
    expect(await latestBlock(network)).to.equal(before);
  });

  it("to one of this version that somebody else deployed says which modules are new", async () => {
    const network = await goBackARelease();
    const implementation = await t.implementation.getAddress();
    const { confirmed, modules } = await upgradeImplementation({ ...guardian, network }, { implementation });
    expect(confirmed?.summary).to.equal(`Make ${implementation} the current implementation. New in it: SettingModule.`);
    expect(modules).to.deep.equal([]);
  });

  it("repairs a network whose implementation no longer answers anything, if changes are allowed", async () => {
    const proxy = await t.ethers.deployContract("ProxyImplementation", [t.implementation]);
    await t.upgradable.confirmImplChange(proxy);
    await proxy.exchange(await t.ethers.deployContract("Puppet"));
    const implementation = await t.implementation.getAddress();
    expect((await caught(upgradeImplementation(guardian, { implementation }))).code).to.equal("ANSWERS_DIFFER");
    const { changed, questions } = await upgradeImplementation(guardian, { implementation, allowChanges: true });
    expect(changed).to.include.members(["policy", `is ${t.admins[0].address} network admin`]);
    expect(questions).to.be.greaterThan(changed.length);
    expect(await t.permInterface.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
  });
});
