import { execFileSync, spawn } from "node:child_process";
import { once as eventOf } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { id as hashOf } from "ethers";
import { proposeOrg } from "../../src/actions/orgs.js";
import { getBlockNumber } from "../../src/chain/chain.js";
import { nodeSigner } from "../../src/chain/signers.js";
import { readRule } from "../../src/read/policies.js";
import { enodeIdOf } from "../../tools/shared/network-file.js";
import type { Outcome } from "../../tools/shared/processes.js";
import { openGate } from "../helpers/breakage/request-gate.js";
import { CommandNetwork, type Person } from "../helpers/command-network.js";

const ADD_ORG = 1;
const SUSPEND_ORG = 2;

describe("portcullis policy", function () {
  this.timeout(120_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin, newcomer } = network.people;
    for (const [org, digits, admin] of [
      ["ORG1", "b1", orgAdmin],
      ["ORG2", "b2", newcomer],
    ] as const) {
      const actor = { network: await network.now(), signer: nodeSigner(admin1.address) };
      const node = { enodeId: enodeIdOf(digits), ip: "127.0.0.1", port: 21_010, raftPort: 0 };
      const { opened } = await proposeOrg(actor, { org, node, admin: admin.address });
      await network.voteFor(opened[0] ?? 0, admin1, admin2);
    }
  });

  after(() => network.stop());

  const inside = (name: string): string => path.join(network.directory, name);

  function set(content: unknown, who: Person = network.people.admin1): Promise<Outcome> {
    writeFileSync(inside("policies.yaml"), typeof content === "string" ? content : JSON.stringify(content));
    return network.run(`policy set ${inside("policies.yaml")} --yes`, who);
  }

  async function refused(content: unknown): Promise<string> {
    const block = async (): Promise<bigint> => getBlockNumber((await network.now()).chain.rpc);
    const before = await block();
    const { code, stderr } = await set(content);
    expect(code).to.equal(1);
    expect(await block()).to.equal(before);
    return stderr;
  }

  it("tells all mistakes of a file with their places, and sends nothing", async () => {
    const stderr = await refused(
      [
        "policies:",
        "  - operations: [add-org, fire-org]",
        "    rule: most",
        "  - operations: [suspend-org]",
        "    rule: fraction 3 of 2",
        "    roles: [any admin, any amdin, any admin]",
        "  - operations: [restore-org]",
        "    rule: forbidden",
        "    organisations: [ORG1]",
        "  - operations: [release]",
        "    rule: majority",
        "    counted: accounts",
        "  - rule: 2",
        "    wieght: 3",
        "  - operations: [resolve]",
        "    rule: count 0",
        "  - operations: [recover-node, recover-node]",
        "    rule: all",
      ].join("\n"),
    );
    for (const [place, says] of [
      ["2:27", '"policies[0].operations[1]" cannot be fire-org.'],
      ["5:11", '"fraction 3 of 2" is no part of the votes.'],
      ["7:5", "Nobody votes on what is forbidden."],
      ["10:5", "Accounts are counted only of network admins."],
      ["13:5", '"policies[4].operations" is missing.'],
      ["13:11", '"policies[4].rule" cannot be 2.'],
      ["14:5", 'The key "wieght" is unknown.'],
      ["16:11", '"count 0" is no rule.'],
      ["17:32", "It names the operation recover-node twice."],
    ] as const)
      expect(stderr).to.include(`policies.yaml:${place}  ${says}`);
  });

  it("tells mistakes in lists of organisations and roles", async () => {
    const roles = ["any admin", "any amdin", "CLERK", "CLERK"];
    const stderr = await refused({ policies: [{ operations: ["add-org"], rule: "all", roles }] });
    expect(stderr).to.include('"any amdin" is no role.').and.include("It names the role CLERK twice.");
  });

  it("tells mistakes of a file together with what the contracts would refuse of the rest", async () => {
    const wrong = { operations: ["add-org"], rule: "majorty" };
    const stranger = { operations: ["suspend-org"], rule: "all", organisations: ["ORG9"] };
    const stderr = await refused({ policies: [wrong, stranger] });
    expect(stderr).to.include('"majorty" is no rule.').and.include("ORG9");
  });

  it("takes a file that lists no policies for what it is", async () => {
    for (const content of ["", "[]", "policies: []", "policies: [5]", "policy: []"])
      expect(await refused(content), content).to.match(/policies\.yaml:\d+:\d+ /);
  });

  it("tells what the contracts would refuse, each with its place", async () => {
    const stderr = await refused(
      [
        "policies:",
        "  - operations: [add-org, suspend-org]",
        "    rule: majority",
        "    organisations: [ORG9]",
        "  - operations: [release]",
        "    rule: any",
        "  - operations: [change-rule]",
        "    rule: all",
      ].join("\n"),
    );
    expect(stderr).to.include("has 3 mistakes");
    for (const place of ["2:18", "2:27"]) expect(stderr).to.include(`policies.yaml:${place}  To `).and.include("ORG9");
    expect(stderr).to.include(
      "policies.yaml:7:18  To change a voting rule: The rule all to change a voting rule could",
    );
  });

  it("proposes several as one resolution, and says when nothing changes", async () => {
    const { admin2, orgAdmin, newcomer } = network.people;
    const policies = [{ operations: ["suspend-org", "add-org"], rule: "majority", roles: ["any admin"] }];
    const { code, stdout, stderr } = await set({ policies });
    expect(code, stderr).to.equal(0);
    const id = Number(/^Proposal (\d+) is open/m.exec(stdout)?.[1]);
    expect(await network.read(`proposal show ${id}`)).to.include(
      "1. set the policy to suspend an organisation: majority of the organisations with the role any admin",
    );
    await network.act(admin2, `proposal approve ${id}`);
    expect((await readRule(await network.now(), ADD_ORG)).electorate).to.equal(3);
    expect(await refused({ policies })).to.include("It is already set that way.");

    const suspension = await network.propose(orgAdmin, "org suspend ORG2");
    const shown = await network.read(`proposal show ${suspension}`);
    expect(shown).to.match(/^votes +1 for, 0 against; 2 of 3 votes for it needed$/m);
    expect(shown).to.match(new RegExp(`^for +ORG1 \\(${orgAdmin.address}\\)$`, "m"));
    expect(shown).to.match(/^not voted +ADMINORG \(0x\w+, 0x\w+, 0x\w+\)$/m);
    expect(await network.read("inbox", newcomer)).to.match(new RegExp(`^${suspension} +suspend an organisation`, "m"));
    expect(await network.read("inbox", orgAdmin)).to.match(/^Nothing waits/);
    const { stderr: again } = await network.run(
      `proposal sign ${suspension} --out ${inside("v.json")} --yes`,
      orgAdmin,
    );
    expect(again).to.include("has already voted");

    await network.act(newcomer, `proposal reject ${suspension}`);
    expect(await network.read("proposal list")).to.match(new RegExp(`^${suspension} .* 1 for`, "m"));
    const printed = await network.act(admin2, `proposal approve ${suspension}`);
    expect(printed).to.match(/is approved\.$/m);
  });

  it("reads its file once, also in a resolution, and the present policies once", async () => {
    const pipe = inside("pipe.yaml");
    const asked: string[] = [];
    const gate = await openGate(network.url, (request, forward) => {
      if (request.method === "eth_call") asked.push(JSON.stringify(request.params));
      return forward();
    });
    // Whoever reads the pipe again finds a file with a mistake in its place.
    const once = async (line: string, content: unknown): Promise<Outcome> => {
      writeFileSync(inside("content.json"), JSON.stringify(content));
      writeFileSync(inside("again.yaml"), "read: again");
      rmSync(pipe, { force: true });
      execFileSync("mkfifo", [pipe]);
      const script = `cat ${inside("content.json")} > ${pipe} && mv ${inside("again.yaml")} ${pipe}`;
      const writer = spawn("sh", ["-c", script], { detached: true });
      const ended = eventOf(writer, "exit");
      const outcome = await network.run(`${line} --network ${gate.url} --yes --dry-run`, network.people.admin1);
      if (outcome.code !== 0 && writer.exitCode === null) process.kill(-(writer.pid ?? 0), "SIGKILL");
      await ended;
      return outcome;
    };
    const policies = [{ operations: ["release"], rule: "all", roles: ["any admin", "AUDITOR"] }];
    const set = await once(`policy set ${pipe}`, { policies });
    expect(set.code, set.stderr).to.equal(0);
    expect(set.stderr).to.include("No organisation has a role AUDITOR");
    const getPolicy = hashOf("getPolicy(uint256)").slice(0, 10);
    expect(asked.filter((each) => each.includes(getPolicy))).to.have.length(1);
    const proposed = await once(`resolution propose ${pipe}`, {
      changes: ["org suspend ORG1", "rule set recover-node all"],
    });
    expect(proposed.code, proposed.stderr).to.equal(0);
    writeFileSync(inside("whole.yaml"), JSON.stringify({ changes: [`policy set ${pipe}`, "rule set release all"] }));
    const whole = await once(`resolution propose ${inside("whole.yaml")}`, { policies });
    expect(whole.code, whole.stderr).to.equal(0);
    expect(whole.stderr).to.include("Change 1: No organisation has a role AUDITOR");
    gate.close();
  });

  it("lets who votes by it sign votes, which others send", async () => {
    const { admin1, orgAdmin } = network.people;
    const id = await network.propose(admin1, "org restore ORG2");
    await network.act(network.people.admin2, `proposal approve ${id}`);
    const again = await network.propose(admin1, "org suspend ORG2");
    const file = inside("vote.json");
    const { code, stderr } = await network.run(`proposal sign ${again} --out ${file} --yes`, orgAdmin);
    expect(code, stderr).to.equal(0);
    const sent = await network.act(admin1, `proposal submit ${file}`);
    expect(sent)
      .to.include("1 of the votes count.")
      .and.match(/^Proposal \d+ is approved\.$/m);
  });

  it("is part of a resolution, and of what `check` looks at", async () => {
    const { admin1, admin2 } = network.people;
    writeFileSync(inside("strict.yaml"), "policies: [{ operations: [suspend-org], rule: all, roles: [AUDITOR] }]");
    const warned = await network.run(`policy set ${inside("strict.yaml")} --dry-run`, admin1);
    expect(warned.stderr).to.include("No organisation has a role AUDITOR, so nobody could vote with it now.");
    const file = inside("resolution.yaml");
    writeFileSync(file, JSON.stringify({ changes: [`policy set ${inside("strict.yaml")}`, "rule set release all"] }));
    const id = await network.propose(admin1, `resolution propose ${file}`);
    await network.act(admin2, `proposal approve ${id}`);
    expect((await readRule(await network.now(), SUSPEND_ORG)).roles).to.deep.equal(["AUDITOR"]);
    const found = await network.read("check");
    expect(found).to.include("All who could vote now would not suffice to suspend an organisation");
    expect(await network.read("policy show suspend-org")).to.match(/^ +ORG1 \(nobody can\)$/m);
  });
});
