import { expect } from "chai";
import { type FunctionFragment, Interface, keccak256, ZeroAddress } from "ethers";
import { artifacts } from "hardhat";
import { MODULE_NAMES } from "../../src/model/contracts.js";
import { compiled } from "../../tools/bench/build-output.js";
import { calldata } from "../helpers/callers.js";
import { type Town, town } from "../helpers/cast.js";
import {
  deployModules,
  deployManagers,
  linkedSuite,
  nodeNamed,
  suiteAddresses,
  type Suite,
} from "../helpers/contract-suite.js";
import { outcomeOf, refused } from "../helpers/refused.js";
import { useFixture } from "../helpers/use-fixture.js";

type Addresses = Awaited<ReturnType<typeof suiteAddresses>>;

/** What every module answers about itself; nobody asks the implementation. */
const OWN_QUESTION = "describe";

/** Where a function stands in the table. */
const bitOf = (selector: string): number => (Number(selector) >>> 22) & 0xff;

function functionsIn(abi: Interface): FunctionFragment[] {
  const found: FunctionFragment[] = [];
  abi.forEachFunction((fragment) => found.push(fragment));
  return found;
}

const declaredIn = async (contract: string): Promise<FunctionFragment[]> =>
  functionsIn(new Interface((await artifacts.readArtifact(contract)).abi));

async function functionsOf(module: string): Promise<FunctionFragment[]> {
  return (await declaredIn(module)).filter(({ name }) => name !== OWN_QUESTION);
}

/** Without those that its ABI borrows from the modules. */
const functionsOfRouter = async (): Promise<FunctionFragment[]> =>
  functionsIn(new Interface((await compiled("PermissionsImplementation")).abi));

const selectors = (functions: readonly FunctionFragment[]): string[] => functions.map(({ selector }) => selector);

describe("Which code decides what", () => {
  const t = useFixture(town);
  let routed: { module: string; fragment: FunctionFragment }[];

  before(async () => {
    routed = [];
    for (const module of MODULE_NAMES) {
      for (const fragment of await functionsOf(module)) routed.push({ module, fragment });
    }
  });

  /** The address of each module, as the implementation names them. */
  async function modules(): Promise<Map<string, string>> {
    const infos = await t.implementation.getModules();
    return new Map(MODULE_NAMES.map((name, index) => [name, infos[index]?.module ?? ""]));
  }

  it("every function of the manual is one of a single module's or of the implementation's own, and there are no others", async () => {
    const all = [...(await functionsOfRouter()), ...routed.map(({ fragment }) => fragment)];
    expect(new Set(selectors(all)).size).to.equal(all.length);
    expect(selectors(all)).to.have.members(selectors(await declaredIn("IPermissionsImplementation")));
  });

  it("each module has what its interface declares", async () => {
    for (const module of MODULE_NAMES) {
      const declared = selectors(await declaredIn(`I${module}`));
      expect(selectors(await functionsOf(module)), module).to.have.members(declared);
    }
  });

  it("each function is passed on to the module that has it, and questions are said to belong to none", async () => {
    const at = await modules();
    for (const { module, fragment } of routed) {
      const named = fragment.stateMutability === "view" ? ZeroAddress : at.get(module);
      expect(await t.implementation.moduleOf(fragment.selector), fragment.name).to.equal(named);
    }
    for (const { selector, name } of await functionsOfRouter()) {
      expect(await t.implementation.moduleOf(selector), name).to.equal(ZeroAddress);
    }
  });

  it("no two functions share a place in the table", () => {
    const places = routed.map(({ fragment }) => bitOf(fragment.selector));
    expect(new Set(places).size).to.equal(places.length).and.to.equal(80);
  });

  it("the modules are told with what they decide and the hash of their code, which is what stands there", async () => {
    const infos = await t.implementation.getModules();
    expect(infos.map(({ decides }) => decides)).to.deep.equal([
      "organisations",
      "accounts, roles and admins",
      "votes and their outcomes",
      "boot and settings",
      "ballots and signed votes",
      "resolutions",
      "policies",
      "emergencies, vetoes and endings",
      "nodes",
      "contracts and who may call them",
    ]);
    for (const { module, codeHash } of infos) {
      expect(codeHash).to.equal(keccak256(await t.ethers.provider.getCode(module)));
    }
    expect(new Set(infos.map(({ module }) => module)).size).to.equal(MODULE_NAMES.length);
  });

  it("each module is pinned at creation, in order, by an event", async () => {
    const infos = await t.implementation.getModules();
    const created = await t.implementation.queryFilter(t.implementation.getEvent("ModulePinned"));
    expect(created.map(({ args }) => [args.module, args.codeHash])).to.deep.equal(
      infos.map(({ module, codeHash }) => [module, codeHash]),
    );
  });

  it("the implementation and its modules say that they were created for the same contracts", async () => {
    const own = await suiteAddresses(t.upgradable, t.permInterface, t);
    const { upgradable, permInterface, ...managers } = own;
    expect(await t.implementation.suite()).to.deep.equal([upgradable, permInterface, Object.values(managers)]);
    const at = await modules();
    for (const name of MODULE_NAMES) {
      const module = await t.ethers.getContractAt(name as "SettingModule", at.get(name) ?? "");
      expect((await module.describe()).createdFor).to.deep.equal(Object.values(own));
    }
  });
});

describe("A function that there is not", () => {
  const t = useFixture(town);

  it("is refused without a word", async () => {
    const to = await t.implementation.getAddress();
    for (const data of ["0x", "0x12", "0xdeadbeef", `0xdeadbeef${"00".repeat(64)}`]) {
      expect(await outcomeOf(t.stranger.call({ to, data })), data).to.equal("reverted without a reason");
    }
  });

  it("is refused by the module if it shares a place with one of its functions", async () => {
    const to = await t.implementation.getAddress();
    const { selector } = t.implementation.interface.getFunction("vote");
    const alike = `0x${((Number(selector) ^ 1) >>> 0).toString(16).padStart(8, "0")}`;
    const infos = await t.implementation.getModules();
    expect(await t.implementation.moduleOf(alike)).to.equal(infos[2]?.module);
    expect(await outcomeOf(t.stranger.call({ to, data: alike }))).to.equal("reverted without a reason");
  });

  it("is what each module's own question is to the implementation", async () => {
    const to = await t.implementation.getAddress();
    const { interface: abi } = await t.ethers.getContractFactory("SettingModule");
    const data = abi.encodeFunctionData(OWN_QUESTION);
    expect(await outcomeOf(t.stranger.call({ to, data }))).to.equal("reverted without a reason");
  });

  it("and value are refused, also with a function that there is", async () => {
    const to = await t.implementation.getAddress();
    const data = calldata(t.implementation, "vote", [1, true]);
    for (const sent of ["0x", data]) {
      expect(await outcomeOf(t.stranger.call({ to, data: sent, value: 1 }))).to.equal("reverted without a reason");
    }
  });
});

describe("What is no module for its place is refused at creation", () => {
  const t = useFixture(town);

  async function own(s: Suite): Promise<Addresses> {
    return await suiteAddresses(s.upgradable, s.permInterface, s);
  }

  async function refusedModules(modules: readonly string[], wrong: string): Promise<void> {
    const deployed = t.ethers.deployContract("PermissionsImplementation", [await own(t), ...modules] as never);
    await refused(deployed, "ModuleNotAllowed", wrong);
  }

  const addresses = async (s: Town, suite: Addresses): Promise<string[]> =>
    Promise.all((await deployModules(s.ethers, suite)).map((module) => module.getAddress()));

  for (const [index, name] of MODULE_NAMES.entries()) {
    it(`be it the ${name} of another network`, async () => {
      const modules = await addresses(t, await own(t));
      const others = await addresses(t, await own(await linkedSuite(t)));
      const wrong = others[index] ?? "";
      await refusedModules(modules.with(index, wrong), wrong);
    });
  }

  it("be it one for which a single contract is another", async () => {
    const suite = await own(t);
    const managers = await deployManagers(t.ethers, t.upgradable);
    const others = await suiteAddresses(t.stranger as never, t.stranger as never, managers);
    const modules = await addresses(t, suite);
    for (const part of Object.keys(suite) as (keyof Addresses)[]) {
      const module = await t.ethers.deployContract("DecisionModule", [{ ...suite, [part]: others[part] }]);
      const wrong = await module.getAddress();
      await refusedModules(modules.with(2, wrong), wrong);
    }
  });

  it("be it no contract at all", async () => {
    const modules = await addresses(t, await own(t));
    for (const wrong of [ZeroAddress, t.stranger.address]) await refusedModules(modules.with(1, wrong), wrong);
  });

  it("be it a contract that is no module", async () => {
    const modules = await addresses(t, await own(t));
    const contracts = [t.upgradable, t.permInterface, t.implementation, t.orgs];
    for (const wrong of await Promise.all(contracts.map((each) => each.getAddress()))) {
      await refusedModules(modules.with(3, wrong), wrong);
    }
  });

  it("be it a module in the place of another", async () => {
    const modules = await addresses(t, await own(t));
    for (const [index, module] of modules.entries()) {
      const place = (index + 1) % modules.length;
      await refusedModules(modules.with(place, module), module);
    }
  });
});

describe("A module takes over nothing", () => {
  const t = useFixture(town);

  it("and is no implementation itself", async () => {
    for (const { module } of await t.implementation.getModules()) {
      await refused(t.upgradable.confirmImplChange(module), "ImplementationOfOtherSuite", module);
    }
  });

  it("and leaves nothing at its own address, nor at the implementation's", async () => {
    await t.as(t.org1Admin).addNode("ORG1", ...nodeNamed("fresh"));
    const infos = await t.implementation.getModules();
    for (const address of [await t.implementation.getAddress(), ...infos.map(({ module }) => module)]) {
      for (let slot = 0; slot < 32; slot++) {
        expect(await t.ethers.provider.getStorage(address, slot)).to.equal(`0x${"00".repeat(32)}`);
      }
    }
  });
});
