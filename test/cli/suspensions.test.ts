import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { refuseAll } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";

const DAY = 24 * 60 * 60;

describe("a suspension until a time", function () {
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
    end = new Date(Date.now() + 10 * DAY * 1000).toISOString().slice(0, 16);
    shown = end.replace("T", " ");
  });

  after(() => network.stop());

  it("needs an end to come, said once", () => {
    const suspend = `org suspend ORG1 ${as(network.people.admin1)}`;
    return refuseAll(network, 2, [
      [`${suspend} --until 2020-01-31`, "--until: 2020-01-31 00:00:00 UTC is past."],
      [`${suspend} --for 90d --until 2099-01-31`, "--until and --for exclude each other."],
    ]);
  });

  it("says what it will do, and what nodes learn of its end", async () => {
    const { admin1 } = network.people;
    const { stderr } = await network.run(`org suspend ORG1 --until ${end} --dry-run`, admin1);
    expect(stderr).to.include(`Propose to suspend ORG1 until ${shown} UTC.`);
    expect(stderr).to.include("No event tells nodes");
  });

  it("is voted on with its end, and stands in lists, explanations and inboxes", async () => {
    const { admin1, admin2, orgAdmin } = network.people;
    const id = await network.propose(admin1, `org suspend ORG1 --until ${end}`);
    expect(await network.read(`proposal show ${id}`)).to.include(`until ${shown} UTC`);
    const [proposed] = (await network.json("proposal list")) as object[];
    expect(proposed).to.nested.include({
      operation: "suspend-org-until",
      "about.suspendedUntil": `${end}:00.000Z`,
    });
    await network.voteFor(id, admin2);
    expect(await network.read("org list")).to.match(new RegExp(`^ORG1 +suspended, until ${shown} UTC`, "m"));
    expect(await network.json("org show ORG1")).to.deep.nested.include({
      "org.suspendedUntil": `${end}:00.000Z`,
    });
    expect(await network.readNo(`can send ${orgAdmin.address} call`)).to.include(
      `The organisation ORG1 is suspended, until ${shown} UTC.`,
    );
    for (const each of [await network.read("status"), await network.read("inbox", admin1)]) {
      expect(each).to.match(new RegExp(`^${shown} +the suspension +ORG1$`, "m"));
      expect(each).to.include("To renew them: portcullis org suspend.");
    }
    const { stderr } = await network.run("org end-suspension ORG1", admin1);
    expect(stderr).to.include(`ORG1 is suspended until ${shown}`);
    expect(stderr).to.include("portcullis org restore ORG1");
  });

  it("has the policy of any suspension", async () => {
    const { admin1 } = network.people;
    const { stderr } = await network.run("rule set suspend-org-until all", admin1);
    expect(stderr).to.include("suspend-org-until");
    expect(await network.read("policy list")).not.to.include("until a time");
  });

  it("gets another end by another vote, also in a resolution", async () => {
    const { admin1, admin2 } = network.people;
    const file = path.join(network.directory, "resolution.yaml");
    end = new Date(Date.now() + 20 * DAY * 1000).toISOString().slice(0, 16);
    shown = end.replace("T", " ");
    writeFileSync(file, JSON.stringify({ changes: [`org suspend ORG1 --until ${end}`] }));
    const id = await network.propose(admin1, `resolution propose ${file}`);
    expect(await network.read(`proposal show ${id}`)).to.include(`suspend ORG1 until ${shown} UTC`);
    await network.voteFor(id, admin2);
    expect(await network.read("org list")).to.match(new RegExp(`^ORG1 +suspended, until ${shown} UTC`, "m"));
  });

  it("ends by itself, which the check wants to be recorded, and anybody can", async () => {
    await network.chain.rpc.send("evm_increaseTime", [21 * DAY]);
    await network.chain.rpc.send("evm_mine", []);
    const { orgAdmin } = network.people;
    expect(await network.read(`can send ${orgAdmin.address} call`)).to.match(/^Yes: /);
    expect(await network.read("org list")).to.match(new RegExp(`^ORG1 +approved, suspension ended ${shown} UTC`, "m"));
    expect(await network.read("status")).to.match(new RegExp(`^ended ${shown} +the suspension +ORG1$`, "m"));
    const { stdout } = await network.run(`check --config ${network.configFile}`);
    expect(stdout).to.include(`The suspension of ORG1 ended ${shown} UTC, and that has not been recorded.`);
    expect(stdout).to.include("Anybody can record it: portcullis org end-suspension ORG1.");

    expect(await network.act(orgAdmin, "org end-suspension ORG1")).to.include("ORG1 is approved.");
    expect(await network.read("org list")).to.match(/^ORG1 +approved +1/m);
    const again = await network.run("org end-suspension ORG1", orgAdmin);
    expect(again.code).to.equal(1);
  });

  it("is told by the history", async () => {
    const told = await network.read("history --org ORG1");
    expect(told).to.include(`The suspension of ORG1 ends ${shown} UTC.`);
    expect(told).to.include("endSuspension");
  });
});
