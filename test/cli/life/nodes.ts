import { expect } from "chai";
import { readNode, readNodes } from "../../../src/read/read-records.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { type Chapter, NODES } from "./chapter.js";

const ID = enodeIdOf("b3");
const NAME = ID.slice(0, 8);

export const nodes: Chapter = (network) => {
  async function state(): Promise<string> {
    const found = await readNode(await network().now(), ID);
    return `${found?.status ?? "unknown"} at ${found?.ip ?? ""}:${found?.port ?? ""}`;
  }

  it("node add: the organisation's admin adds a node", async () => {
    const printed = await network().act(network().people.orgAdmin, `node add ORG1 ${NODES.second}`);
    expect(printed)
      .to.match(new RegExp(`^enode id +${ID}$`, "m"))
      .and.to.match(/^status +approved$/m);
    expect(await state()).to.equal("approved at 127.0.0.1:21012");
  });

  it("node list, node show: those of an organisation and all below it; a node by its URL, its id, or the beginning of its id", async () => {
    const [all, own, none, ...shown] = await Promise.all([
      network().read("node list"),
      network().read("node list --org ORG1"),
      network().read("node list --org ORG1.SUB1.DEEP"),
      ...[NODES.second, ID, NAME].map((name) => network().read(`node show ${name}`)),
    ]);
    const ids = (text: string): string[] => text.match(/^[0-9a-f]{12}(?= )/gm) ?? [];
    expect(ids(all)).to.deep.equal(["a1", "a2", "b1", "b2", "b3"].map((each) => enodeIdOf(each).slice(0, 12)));
    expect(ids(own)).to.deep.equal(["b1", "b2", "b3"].map((each) => enodeIdOf(each).slice(0, 12)));
    expect(none).to.equal("There are no nodes.\n");
    expect(new Set(shown).size).to.equal(1);
    expect(shown[0]).to.include(NODES.second);
  });

  it("node move: a node moves and stays the same", async () => {
    await network().act(network().people.orgAdmin, `node move ${NODES.moved}`);
    expect(await state()).to.equal("approved at 127.0.0.1:31012");
  });

  it("node deactivate, node activate, can connect: a node is off for a while, and anyone can ask why", async () => {
    const { orgAdmin } = network().people;
    await network().act(orgAdmin, `node deactivate ${NAME}`);
    expect(await state()).to.match(/^deactivated/);
    expect(await network().readNo(`can connect ${NODES.moved}`)).to.equal(
      `No: the node ${NAME}… may not connect.\n` +
        `  The node is deactivated.\n  → An admin of ORG1 can activate it: portcullis node activate ${NAME}.\n`,
    );
    await network().act(orgAdmin, `node activate ${NODES.moved}`);
    expect(await state()).to.match(/^approved/);
    for (const name of [NODES.moved, NAME])
      expect(await network().read(`can connect ${name}`)).to.match(/^Yes: the node \w+… may connect\.\n/);
  });

  it("node deactivate: warns of the last node of an organisation and those below it, without which they can send nothing", async () => {
    const { orgAdmin } = network().people;
    const ofSub = () => network().run(`node deactivate ${NODES.sub1} --dry-run`, orgAdmin);
    const other = await ofSub();
    const others = (await readNodes(await network().now())).filter(
      ({ org, status, enodeId }) =>
        /^ORG1(?:\.|$)/.test(org ?? "") && status === "approved" && !NODES.sub1.includes(enodeId),
    );
    for (const { enodeId } of others) await network().act(orgAdmin, `node deactivate ${enodeId}`);
    const last = await ofSub();
    for (const { enodeId } of others) await network().act(orgAdmin, `node activate ${enodeId}`);
    expect(other.stderr)
      .to.match(/^Deactivate the node /)
      .and.not.include("last approved node");
    expect(last.stderr).to.match(/^Deactivate the node [^]*\nIt is the last approved node of ORG1 and /);
    expect([last.code, other.code]).to.deep.equal([0, 0]);
  });

  it("node move: refuses a host name until host names are allowed by vote, and warns of it then", async () => {
    const { orgAdmin, admin1, admin3 } = network().people;
    const named = NODES.moved.replace(/@.*/, "@node7.example:21000").replace("b3", "b7");
    const move = async () => (await network().run(`node move ${named} --dry-run`, orgAdmin)).stderr;
    expect(await move()).to.match(/"node7\.example" is a host name, and this network takes IP addresses only\./);
    const id = await network().propose(admin1, "setting set host-names on");
    await network().act(admin3, `proposal approve ${id}`);
    expect(await move()).to.match(/^Move the node [^]*\n"node7\.example" is a host name, which works only if /);
  });

  it("node deactivate, node move: what becomes of the admin organisation's nodes is proposed, and decided by vote", async () => {
    const { admin1, admin2, admin3 } = network().people;
    const first = enodeIdOf("a1");
    const ofFirst = async () => (await readNode(await network().now(), first))?.status;
    const printed = await network().act(admin1, `node deactivate ${first}`);
    const [, id = ""] = /Proposal (\d+) is open\./.exec(printed) ?? [];
    expect(printed).to.match(/to change a node of the admin organisation \(ADMINORG, node \w+…, deactivate\) is open/);
    await network().act(admin1, `proposal approve ${id}`);
    expect(await ofFirst()).to.equal("approved");
    await network().act(admin2, `proposal approve ${id}`);
    expect(await ofFirst()).to.equal("deactivated");
    const { url = "" } = (await readNode(await network().now(), first)) ?? {};
    const moving = await network().act(admin1, `node move ${url.replace(/@[^?]+/, "@127.0.0.1:31001")}`);
    const [, next = ""] = /Proposal (\d+) is open\./.exec(moving) ?? [];
    expect(moving).to.include("move to 127.0.0.1:31001");
    for (const admin of [admin2, admin3]) await network().act(admin, `proposal reject ${next}`);
    // Who proposed what was rejected waits with it; the others need not.
    const back = await network().act(admin2, `node activate ${first}`);
    const [, last = ""] = /Proposal (\d+) is open\./.exec(back) ?? [];
    for (const admin of [admin2, admin3]) await network().act(admin, `proposal approve ${last}`);
    expect(await ofFirst()).to.equal("approved");
  });

  it("node release, node propose-release: a node is let go, or taken away by vote", async () => {
    const { orgAdmin, admin1, admin2 } = network().people;
    const of = async () => (await readNode(await network().now(), ID))?.org;
    await network().act(orgAdmin, `node release ${NAME}`);
    expect(await of()).to.equal(null);
    await network().act(orgAdmin, `node add ORG1 ${NODES.moved}`);
    const id = await network().propose(admin1, `node propose-release ${NAME}`);
    await network().act(admin2, `proposal reject ${id}`);
    await network().act(network().people.admin3, `proposal reject ${id}`);
    expect(await of()).to.equal("ORG1");
  });

  it("node renew: the admission of a node ends by itself, or not any more", async () => {
    const { orgAdmin } = network().people;
    const renewed = await network().act(orgAdmin, `node renew ${NAME} --until 2099-01-31T18:00`);
    expect(renewed).to.match(/^status +approved, until 2099-01-31 18:00 UTC$/m);
    expect(await network().act(orgAdmin, `node renew ${NAME} --forever`)).to.match(/^status +approved$/m);
  });

  it("node blacklist, node recover: a node is shut out, and only a vote can lift this", async () => {
    const { orgAdmin, admin1, admin3 } = network().people;
    await network().act(orgAdmin, `node blacklist ${NAME}`);
    expect(await state()).to.match(/^blacklisted/);
    const id = await network().propose(admin1, `node recover ${NAME}`);
    expect(await state()).to.match(/^recovery proposed/);
    await network().act(admin3, `proposal approve ${id}`);
    expect(await state()).to.match(/^approved/);
  });
};
