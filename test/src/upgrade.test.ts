import { expect } from "chai";
import { network } from "hardhat";
import { toQuantity } from "ethers";
import { setBootOperator } from "../../src/actions/guardian.js";
import type { Actor, Intent } from "../../src/actions/perform.js";
import { countTransactions } from "../../src/chain/chain.js";
import type { PortcullisError } from "../../src/errors/error.js";
import { latestBlock, type Network } from "../../src/network.js";
import { nodeSigner } from "../../src/signers.js";
import { deployImplementation, upgrade } from "../../src/upgrade.js";
import { caught } from "../helpers/caught.js";
import { type Town, town } from "../helpers/cast.js";
import { through } from "../helpers/in-process-network.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import { puppetOf, withOtherManager, WRONG, WRONG_ANSWERS } from "../helpers/wrong-implementations.js";

const { ethers, networkHelpers } = await network.create();

async function fixture(): Promise<{ t: Town; guardian: Actor }> {
  const t = await town(ethers);
  return { t, guardian: { network: await networkOfSuite(t), signer: nodeSigner(t.guardian.address) } };
}

/** What is said where the contracts could say less. */
const SENTENCES: Partial<Record<keyof typeof WRONG, RegExp>> = {
  "an account": /^There is no contract at 0x\w+\.$/,
  "a contract that has destroyed itself": /^There is no contract at 0x\w+\.$/,
  "the present implementation": /^0x\w+ is the implementation already\.$/,
  "the interface": /^The contract at 0x\w+ is this network's PermissionsInterface, and no implementation\.$/,
  "a manager": /^The contract at 0x\w+ is this network's OrgManager, and no implementation\.$/,
  "a contract of something else": /^The contract at 0x\w+ is no implementation\.$/,
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
  let t: Town;
  let guardian: Actor;

  beforeEach(async () => {
    ({ t, guardian } = await networkHelpers.loadFixture(fixture));
  });

  async function refusal(implementation: string, allowChanges = false): Promise<PortcullisError> {
    const before = await latestBlock(guardian.network);
    const error = await caught(upgrade(guardian, { implementation, allowChanges }));
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
    expect(hint).to.match(/^It works with other contracts than this network's: RoleManager 0x\w+\. Deploy one/);
  });

  it("to one that answers yes to everybody is refused unless changes are allowed", async () => {
    const implementation = await (await puppetOf(t)).getAddress();
    const { code, facts } = await caught(upgrade(guardian, { implementation }));
    expect(code).to.equal("ANSWERS_DIFFER");
    expect(facts.changed).to.include(`may ${t.suspended.address} transfer`);
  });

  it("to a proxy, whose code may be exchanged, is said to be to other code, and back to this version's is not", async () => {
    const proxy = await (await ethers.deployContract("ProxyImplementation", [t.implementation])).getAddress();
    const there = await upgrade(guardian, { implementation: proxy });
    expect(there.confirmed?.summary).to.equal(
      `Make ${proxy}, whose code is not this version's, the current implementation.`,
    );
    const former = await t.implementation.getAddress();
    const back = await upgrade(guardian, { implementation: former });
    expect(back.confirmed?.summary).to.equal(`Make ${former} the current implementation.`);
  });

  it("confirms what it deployed, wherever the node says that it stands", async () => {
    const proxy = await (await ethers.deployContract("ProxyImplementation", [t.implementation])).getAddress();
    const { network } = guardian;
    const { deployed } = await upgrade({ ...guardian, network: misplacing(network, proxy) });
    const current = await network.contracts.upgradable.getPermImpl();
    expect(current).to.equal(deployed?.contractAddress).and.to.not.equal(proxy);
  });

  it("can be led by its node to what the guardian deployed before, which is said, with its address", async () => {
    const { network, signer } = guardian;
    const count = (): Promise<number> => countTransactions(network.chain.rpc, signer.address, "latest");
    const { contractAddress: former } = await deployImplementation(guardian);
    const after = await count();
    for (const allowed of [true, false]) await setBootOperator(guardian, { operator: t.member.address, allowed });
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
    await upgrade({ ...guardian, network: leading, approve });
    expect(shown).to.deep.equal([
      `Make ${former ?? ""}, which this account deployed before, the current implementation.`,
    ]);
    expect(await network.contracts.upgradable.getPermImpl()).to.equal(former);
  });

  it("repairs a network whose implementation answers nothing any more, if changes are allowed", async () => {
    const proxy = await ethers.deployContract("ProxyImplementation", [t.implementation]);
    await t.upgradable.confirmImplChange(proxy);
    await proxy.exchange(await ethers.deployContract("Puppet"));
    const implementation = await t.implementation.getAddress();
    expect((await caught(upgrade(guardian, { implementation }))).code).to.equal("ANSWERS_DIFFER");
    const { changed, questions } = await upgrade(guardian, { implementation, allowChanges: true });
    expect(changed).to.include.members(["policy", `is ${t.admins[0].address} network admin`]);
    expect(questions).to.be.greaterThan(changed.length);
    expect(await t.face.transactionAllowed(t.member, t.member, 0, 0, 0, "0x")).to.equal(true);
  });
});
