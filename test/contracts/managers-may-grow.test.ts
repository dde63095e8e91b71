import { expect } from "chai";
import type { GrownImplementation, NoteManager } from "../../typechain-types/index.js";
import { Op, State } from "../data/codes.js";
import { proposeSeveral, type Town, town } from "../helpers/cast.js";
import {
  ADMIN_ORG,
  type Connection,
  deployImplementation,
  deployManagers,
  deployModules,
  lastProposal,
  linkedSuite,
  nodeNamed,
  stateOf,
  type Suite,
  suiteAddresses,
  voteThrough,
} from "../helpers/contract-suite.js";
import { refused } from "../helpers/refused.js";
import { useFixture } from "../helpers/use-fixture.js";

const OTHER_SUITE = "ImplementationOfOtherSuite";
/** As many as an implementation may work on. */
const MOST = 32;

interface Stage extends Town {
  notes: NoteManager;
  grown: GrownImplementation;
}

async function deployGrown(s: Suite, notes: NoteManager): Promise<GrownImplementation> {
  const suite = await suiteAddresses(s.upgradable, s.permInterface, s);
  const modules = await deployModules(s.ethers, suite);
  return await s.ethers.deployContract("GrownImplementation", [suite, ...modules, notes] as never);
}

/** A network with open proposals, and an implementation that works on a sixth manager. */
async function fixture(connection: Connection): Promise<Stage> {
  const t = await town(connection);
  await proposeSeveral(t);
  const notes = await t.ethers.deployContract("NoteManager", [t.upgradable]);
  return { ...t, notes, grown: await deployGrown(t, notes) };
}

/** One that works on six managers. */
async function grownNetwork(connection: Connection): Promise<Stage> {
  const t = await fixture(connection);
  await t.upgradable.confirmImplChange(t.grown);
  return t;
}

/** One that names these managers and answers yes to everything. */
async function naming(s: Suite, managers: readonly string[]): Promise<string> {
  const { upgradable, permInterface, ethers } = s;
  const implementation = await ethers.deployContract("BrokenImplementation", [
    upgradable,
    permInterface,
    [...managers],
  ]);
  return await implementation.getAddress();
}

async function managersOf(implementation: { suite(): Promise<{ managers: string[] }> }): Promise<string[]> {
  return [...(await implementation.suite()).managers];
}

async function further(s: Suite, count: number): Promise<string[]> {
  const managers: string[] = [];
  for (let i = 0; i < count; i++) {
    const manager = await s.ethers.deployContract("NoteManager", [s.upgradable]);
    managers.push(await manager.getAddress());
  }
  return managers;
}

/** The pages of all records. */
async function records(s: Suite): Promise<unknown[]> {
  return await Promise.all([
    s.orgs.getOrgPage(0, 99),
    s.roles.getRolePage(0, 99),
    s.accounts.getAccountPage(0, 99),
    s.nodes.getNodePage(0, 99),
    s.voters.getVoterPage(0, 99),
    s.voters.getProposalPage(0, 99),
  ]);
}

describe("A later implementation works on one more manager", () => {
  const t = useFixture(fixture);

  async function takeNote(note: string): Promise<void> {
    const entry = t.grown.attach(await t.permInterface.getAddress()) as GrownImplementation;
    await entry.connect(t.member).takeNote(note);
  }

  it("and all that was recorded stays, and goes on", async () => {
    const before = await records(t);
    const policy = await t.implementation.getPolicyDetails();
    await t.upgradable.confirmImplChange(t.grown);
    expect(await records(t)).to.deep.equal(before);
    expect(await t.grown.getPolicyDetails()).to.deep.equal(policy);
    const id = await lastProposal(t);
    await voteThrough(t, id);
    expect(await stateOf(t, id)).to.equal(State.APPROVED);
    await t.as(t.org1Admin).addNode("ORG1", ...nodeNamed("fresh"));
    expect((await t.nodes.getNodeDetails(nodeNamed("fresh")[0])).orgId).to.equal("ORG1");
    expect((await t.permInterface.getPendingOp(ADMIN_ORG))[3]).to.equal(Op.ADD_ORG);
  });

  it("and writes to it, which nobody else does", async () => {
    await t.upgradable.confirmImplChange(t.grown);
    await takeNote("hello");
    expect(await t.grown.noteOf(t.member)).to.equal("hello");
    expect(await t.notes.getNote(t.member)).to.equal("hello");
    for (const person of [t.guardian, t.admins[0], t.stranger]) {
      await refused(t.notes.connect(person).setNote(person, "x"), "NotImplementation", person.address);
    }
  });

  it("and a later one with the same six finds what was written", async () => {
    await t.upgradable.confirmImplChange(t.grown);
    await takeNote("hello");
    const next = await deployGrown(t, t.notes);
    await t.upgradable.confirmImplChange(next);
    expect(await t.upgradable.getPermImpl()).to.equal(await next.getAddress());
    expect(await next.noteOf(t.member)).to.equal("hello");
    await takeNote("again");
    expect(await next.noteOf(t.member)).to.equal("again");
  });

  it("and one with a seventh works after it", async () => {
    await t.upgradable.confirmImplChange(t.grown);
    const [seventh = ""] = await further(t, 1);
    const managers = [...(await managersOf(t.grown)), seventh];
    const next = await naming(t, managers);
    await t.upgradable.confirmImplChange(next);
    expect(await t.upgradable.getPermImpl()).to.equal(next);
    const six = await naming(t, managers.slice(0, 6));
    await refused(t.upgradable.confirmImplChange(six), OTHER_SUITE, six);
  });

  it("or on many more at once, up to 32", async () => {
    const managers = await managersOf(t.implementation);
    managers.push(...(await further(t, MOST - managers.length)));
    const next = await naming(t, managers);
    await t.upgradable.confirmImplChange(next);
    const same = await naming(t, managers);
    await t.upgradable.confirmImplChange(same);
    expect(await t.upgradable.getPermImpl()).to.equal(same);
  });

  it("and a suite may begin with more than five", async () => {
    const s = await linkedSuite(t);
    const upgradable = await t.ethers.deployContract("PermissionsUpgradable", [t.guardian]);
    const permInterface = await t.ethers.deployContract("PermissionsInterface", [upgradable]);
    const begun = {
      ...s,
      upgradable,
      permInterface: permInterface as never,
      ...(await deployManagers(t.ethers, upgradable)),
    };
    const notes = await t.ethers.deployContract("NoteManager", [upgradable]);
    const grown = await deployGrown(begun, notes);
    await upgradable.init(permInterface, grown);
    const five = await deployImplementation(t.ethers, upgradable, permInterface, begun);
    await refused(upgradable.confirmImplChange(five), OTHER_SUITE, await five.getAddress());
    await upgradable.confirmImplChange(await deployGrown(begun, notes));
  });
});

describe("A manager that was added is never lost again", () => {
  const t = useFixture(grownNetwork);

  afterEach("the present implementation stays", async () => {
    expect(await t.upgradable.getPermImpl()).to.equal(await t.grown.getAddress());
    expect(await t.permInterface.getPermissionsImpl()).to.equal(await t.grown.getAddress());
  });

  const refusedChange = (implementation: string): Promise<void> =>
    refused(t.upgradable.confirmImplChange(implementation), OTHER_SUITE, implementation);

  it("an implementation with only the first five is refused, also the one before", async () => {
    await refusedChange(await t.implementation.getAddress());
    const five = await deployImplementation(t.ethers, t.upgradable, t.permInterface, t);
    await refusedChange(await five.getAddress());
  });

  it("one with another in its place is refused", async () => {
    const other = await t.ethers.deployContract("NoteManager", [t.upgradable]);
    await refusedChange(await (await deployGrown(t, other)).getAddress());
  });

  it("one that works on it before another is refused", async () => {
    const managers = await managersOf(t.grown);
    for (let place = 0; place < 5; place++) {
      await refusedChange(await naming(t, managers.slice(0, 5).toSpliced(place, 0, managers[5] ?? "")));
    }
  });

  it("one that puts a further one before it is refused", async () => {
    const managers = await managersOf(t.grown);
    const [seventh = ""] = await further(t, 1);
    await refusedChange(await naming(t, managers.toSpliced(5, 0, seventh)));
  });

  it("one that works on none is refused", async () => {
    await refusedChange(await naming(t, []));
  });
});

describe("A further manager is refused", () => {
  const t = useFixture(fixture);

  async function refusedFurther(...added: readonly string[]): Promise<void> {
    const wrong = await naming(t, [...(await managersOf(t.implementation)), ...added]);
    await refused(t.upgradable.confirmImplChange(wrong), OTHER_SUITE, wrong);
    expect(await t.upgradable.getPermImpl()).to.equal(await t.implementation.getAddress());
  }

  it("if it obeys another upgradable contract", async () => {
    const other = await t.ethers.deployContract("NoteManager", [(await linkedSuite(t)).upgradable]);
    await refusedFurther(await other.getAddress());
    await refusedFurther(await t.notes.getAddress(), await other.getAddress());
    await refusedFurther(await other.getAddress(), await t.notes.getAddress());
  });

  it("if it is no contract, or one that obeys nobody", async () => {
    await refusedFurther(t.stranger.address);
    await refusedFurther(await (await t.ethers.deployContract("BulkCaller")).getAddress());
  });

  it("if it is the thirty-third", async () => {
    const managers = await further(t, MOST + 1 - 5);
    await refusedFurther(...managers);
  });
});
