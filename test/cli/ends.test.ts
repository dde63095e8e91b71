import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { findNode } from "../../src/read/find.js";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";
import { refuseAll } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";

const DAY = 24 * 60 * 60;
const NODE = enodeUrl("c2", 21_012);
const ID = enodeIdOf("c2").slice(0, 8);

describe("what the commands give until a time", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  /** In ten days, and as it is shown. */
  let end: string;
  let shown: string;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin } = network.people;
    const id = await network.propose(
      admin1,
      `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`,
    );
    await network.voteFor(id, admin2);
    await network.act(orgAdmin, "role add ORG1 CLERK --access transfer+call");
    end = new Date(Date.now() + 10 * DAY * 1000).toISOString().slice(0, 16);
    shown = end.replace("T", " ");
  });

  after(() => network.stop());

  const clerk = (): string => network.people.clerk.address;

  it("is asked for in a way that can be meant in one sense only, and in the future", () => {
    const assign = `account assign ORG1 ${clerk()} CLERK ${as(network.people.admin1)}`;
    const renew = `account renew ${clerk()} ${as(network.people.admin1)}`;
    return refuseAll(network, 2, [
      [`${assign} --until 2020-01-31`, "--until: 2020-01-31 00:00:00 UTC is past."],
      [`${assign} --until tomorrow`, '--until: "tomorrow" is not a time.'],
      [`${assign} --for 0d`, '--for: "0d" is not a length of time.'],
      [`${assign} --for 90d --until 2099-01-31`, "--until and --for exclude each other."],
      [renew, "Nothing says until when."],
      [`${renew} --forever --for 90d`, "--forever says that it has no end."],
      [`node renew ${ID} ${as(network.people.admin1)}`, "Nothing says until when."],
    ]);
  });

  it("is shown before it is sent, with what its end does to GoQuorum nodes", async () => {
    const { orgAdmin } = network.people;
    const role = await network.run(`account assign ORG1 ${clerk()} CLERK --until ${end} --dry-run`, orgAdmin);
    expect(role.stderr).to.include(`Give ${clerk()} the role CLERK in ORG1 until ${shown} UTC.`);
    expect(role.stderr).to.include("If the account is sending when its role ends, a GoQuorum network can halt");
    const node = await network.run(`node add ORG1 ${NODE} --until ${end} --dry-run`, orgAdmin);
    expect(node.stderr).to.include(` to ORG1 until ${shown} UTC.`);
    expect(node.stderr).to.include("From then on other nodes refuse its connections.");
  });

  it("is listed with its end, in tables and as JSON, and where the reader is to be warned", async () => {
    const { orgAdmin, admin2, stranger } = network.people;
    const given = await network.act(orgAdmin, `account assign ORG1 ${clerk()} CLERK --until ${end}`);
    expect(given).to.match(new RegExp(`^status +active, until ${shown} UTC$`, "m"));
    await network.act(orgAdmin, `node add ORG1 ${NODE} --until ${end}`);
    expect(await network.read("account list --org ORG1")).to.match(
      new RegExp(`^${clerk()} .* active, until ${shown} UTC$`, "m"),
    );
    expect(await network.read(`node show ${ID}`)).to.match(new RegExp(`^status +approved, until ${shown} UTC$`, "m"));
    expect(await network.json(`account show ${clerk()}`)).to.include({ endsAt: `${end}:00.000Z`, ended: false });
    expect(await network.json(`node show ${ID}`)).to.include({ endsAt: `${end}:00.000Z`, ended: false });

    const rows = [
      new RegExp(`^${shown} +the role CLERK of ${clerk()} +ORG1$`, "m"),
      new RegExp(`^${shown} +the node ${ID} +ORG1$`, "m"),
    ];
    const printed = [
      await network.read("status"),
      await network.read("inbox", admin2),
      await network.read("inbox", orgAdmin),
    ];
    for (const each of printed) for (const row of rows) expect(each).to.match(row);
    expect((await network.run("inbox", stranger)).code).to.equal(1);
    expect(await network.read("status")).to.match(/^accounts +5 accounts: 5 active$/m);
  });

  it("would lose its end if it were given again without one, which is said", async () => {
    const { stderr } = await network.run(`account assign ORG1 ${clerk()} CLERK --dry-run`, network.people.orgAdmin);
    expect(stderr).to.include(
      `Its role CLERK ends ${shown} UTC; what it is given now has no end, unless --until or --for says so.`,
    );
  });

  it("has ended when its time has come: in lists, explanations, the inbox and the check", async () => {
    await network.chain.rpc.send("evm_increaseTime", [11 * DAY]);
    await network.chain.rpc.send("evm_mine", []);
    const { orgAdmin } = network.people;
    expect(await network.read("account list --org ORG1")).to.match(
      new RegExp(`^${clerk()} .* CLERK .* active, ended ${shown} UTC$`, "m"),
    );
    expect(await network.json(`node show ${ID}`)).to.include({ status: "approved", ended: true });
    expect(await network.read("status")).to.match(/^accounts +5 accounts: 4 active; 1 active, ended$/m);
    expect(await network.read("inbox", orgAdmin)).to.match(new RegExp(`^ended ${shown} +the node ${ID} +ORG1$`, "m"));
    expect(await network.readNo(`can send ${clerk()} call`)).to.equal(
      `No: ${clerk()} may not call.\n  Its role CLERK ended ${shown} UTC.\n` +
        `  → An admin of ORG1 can renew it: portcullis account renew ${clerk()}.\n`,
    );
    expect(await network.readNo(`can connect ${ID}`)).to.include(
      `  Its admission ended ${shown} UTC.\n  → An admin of ORG1 can renew it: portcullis node renew ${ID}.\n`,
    );
    const { stdout } = await network.run(`check --config ${network.configFile}`);
    expect(stdout).to.include(`The admission of the node ${ID}… of ORG1 ended ${shown} UTC`);
    expect(stdout).to.include(`: portcullis node deactivate ${ID}.`);
    expect(stdout).to.include(`These roles have ended: CLERK of ${clerk()} in ORG1 (${shown} UTC).`);
    expect(await network.read("graph ORG1")).to.include(`active, ended ${shown} UTC`);
  });

  it("is renewed by one command each, or by a resolution", async () => {
    const { orgAdmin, admin1, admin2 } = network.people;
    const renewed = await network.act(orgAdmin, `account renew ${clerk()} --for 90d`);
    expect(renewed).to.match(/^status +active, until \d{4}-\d\d-\d\d \d\d:\d\d UTC$/m);
    expect(await network.read(`can send ${clerk()} call`)).to.match(/^Yes: /);
    const file = path.join(network.directory, "resolution.yaml");
    const changes = [`account renew ${clerk()} --until 2099-01-31`, `node renew ${ID} --forever`];
    writeFileSync(file, JSON.stringify({ changes }));
    const { stdout } = await network.run(`resolution propose ${file} --yes --json`, admin1);
    const [id = 0] = (JSON.parse(stdout) as { proposed: { opened: number[] } }).proposed.opened;
    const proposed = await network.read(`proposal show ${id}`);
    expect(proposed).to.include(`1. give ${clerk()} the role CLERK in ORG1 until 2099-01-31 00:00 UTC`);
    expect(proposed).to.match(/2\. add the node \S+ to ORG1, or keep it there, without an end/);
    await network.voteFor(id, admin2);
    expect(await network.read(`account show ${clerk()}`)).to.match(/^status +active, until 2099-01-31 00:00 UTC$/m);
    expect(await findNode(await network.now(), ID)).to.include({ endsAt: null, ended: false });
  });

  it("is told by the history", async () => {
    const told = await network.read(`history --account ${clerk()}`);
    expect(told).to.include(`The role of ${clerk()} in ORG1 ends ${shown} UTC.`);
  });

  it("is imported from a file, once, and never given another end by it", async () => {
    const { orgAdmin, newcomer } = network.people;
    const file = path.join(network.directory, "import.yaml");
    const run = (until: string, node = enodeUrl("c3", 21_013)) => {
      const accounts = [{ org: "ORG1", account: newcomer.address, role: "CLERK", until }];
      writeFileSync(file, JSON.stringify({ accounts, nodes: [{ org: "ORG1", node, until }] }));
      return network.run(`import ${file} --yes`, orgAdmin);
    };
    expect((await run("next year")).stderr).to.include('"next year" is not a time. Write 2027-01-31, or ');
    expect((await run("2020-01-31")).stderr).to.include("Nothing can be given until 2020-01-31 00:00 UTC.");
    expect((await run("2099-01-31")).stdout.match(/^added /gm)).to.have.length(2);
    expect(await network.json(`account show ${newcomer.address}`)).to.include({ endsAt: "2099-01-31T00:00:00.000Z" });
    expect((await run("2099-01-31T00:00Z")).stdout.match(/^there /gm)).to.have.length(2);
    const other = await run("2099-02-01");
    expect(other.code).to.equal(1);
    expect(other.stderr.match(/It is there with the end 2099-01-31 00:00 UTC\./g)).to.have.length(2);
  });
});
