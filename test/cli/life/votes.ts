import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { readRule } from "../../../src/read/policies.js";
import { readProposal } from "../../../src/read/read-proposals.js";
import { readOrg, readVoters } from "../../../src/read/read-records.js";
import { readSettings } from "../../../src/read/read-settings.js";
import type { Person } from "../../helpers/command-network.js";
import { type Chapter, NODES } from "./chapter.js";

const DAY = 24 * 60 * 60;
const ADD_ORG = 1;

export const votes: Chapter = (network) => {
  const org2 = (): string => `org propose ORG2 --node ${NODES.org2} --admin ${network().people.newcomer.address}`;

  async function proposalState(id: number): Promise<string> {
    return (await readProposal(await network().now(), id)).state;
  }

  it("proposal reject: a proposal that can no longer pass is rejected", async () => {
    const { admin1, admin2, admin3 } = network().people;
    const id = await network().propose(admin1, org2());
    const against = await network().act(admin2, `proposal reject ${id}`);
    expect(against).to.match(new RegExp(`^Proposal ${id} to .* is open: 1 of 2 votes needed, 1 against\\.$`, "m"));
    expect(await network().act(admin3, `proposal reject ${id}`)).to.match(/^Proposal \d+ is rejected\.$/m);
    expect(await proposalState(id)).to.equal("rejected");
  });

  it("proposal withdraw, --without-vote: its proposer takes a proposal back", async () => {
    const { admin2 } = network().people;
    const printed = await network().act(admin2, `${org2()} --without-vote`);
    const id = Number(/^Proposal (\d+) is open\.$/m.exec(printed)?.[1]);
    expect(printed).to.include("0 of 2 votes needed");
    expect(await network().act(admin2, `proposal withdraw ${id}`)).to.match(/^Proposal \d+ is withdrawn\.$/m);
    expect(await proposalState(id)).to.equal("withdrawn");
  });

  it("proposal close, proposal list --all: anyone ends a proposal that has expired", async () => {
    const { admin3, stranger } = network().people;
    const id = await network().propose(admin3, org2());
    await network().chain.rpc.send("evm_increaseTime", [31 * DAY]);
    await network().chain.rpc.send("evm_mine", []);
    expect(await network().act(stranger, `proposal close ${id}`)).to.match(/^Proposal \d+ has expired\.$/m);
    expect(await proposalState(id)).to.equal("expired");
    expect(await readOrg(await network().now(), "ORG2")).to.equal(undefined);
    const all = await network().read("proposal list --all");
    for (const state of ["approved", "rejected", "withdrawn", "expired"])
      expect(all).to.match(new RegExp(` ${state}(?: |$)`, "m"));
  });

  it("resolution propose --dry-run, proposal execute: tells what would be proposed, and carries out what has passed alone", async () => {
    const { admin1, stranger } = network().people;
    const file = path.join(mkdtempSync(path.join(tmpdir(), "resolution-")), "resolution.yaml");
    writeFileSync(file, "changes:\n  - setting set role-limit 90\n  - role add ADMINORG CLERK9 --access transfer\n");
    const { code, stderr } = await network().run(`resolution propose ${file} --dry-run`, admin1);
    expect(code).to.equal(0);
    expect(stderr).to.include("1. set role-limit 90; 2. add the role CLERK9 to ADMINORG, access transfer.");
    const refused = await network().run("proposal execute 1 --yes", stranger);
    expect([refused.code, refused.stderr]).to.deep.equal([
      1,
      "Proposal 1 has not passed, or was carried out already (approved).\n  See what it waits for: portcullis proposal show 1.\n",
    ]);
  });

  it("proposal sign, proposal submit: votes are signed into files, and anyone sends them", async () => {
    const { admin1, admin2, admin3, stranger } = network().people;
    const printed = await network().act(admin1, `${org2()} --without-vote`);
    const id = Number(/^Proposal (\d+) is open\.$/m.exec(printed)?.[1]);
    const directory = mkdtempSync(path.join(tmpdir(), "votes-"));
    const files = ["for", "against", "twice", "none"].map((name) => path.join(directory, `${name}.json`));
    const [first = "", second = "", third = "", none = ""] = files;
    const signs = async (who: Person, options: string): Promise<string> => {
      const before = await network().blockNumber();
      const { code, stdout, stderr } = await network().run(`proposal sign ${id} ${options} --yes`, who);
      expect(code, stderr).to.equal(0);
      expect(stderr).to.match(new RegExp(`^Sign a vote .* proposal ${id} to add an organisation \\(ORG2, `, "m"));
      expect(stderr).to.include(NODES.org2).and.to.include(who.address);
      expect(await network().blockNumber()).to.equal(before);
      return stdout;
    };
    expect(await signs(admin1, `--out ${first}`)).to.include(`portcullis proposal submit ${first}`);
    await signs(admin2, `--reject --deadline 2100-01-01 --out ${second}`);
    await signs(admin1, `--out ${third}`);
    writeFileSync(none, readFileSync(first, "utf8").replace('"support": true', '"support": false'));
    const submit = `proposal submit ${files.join(" ")}`;
    const tried = await network().run(`${submit} --dry-run`, stranger);
    expect(tried.stdout).to.match(/^It would succeed, with a gas limit of/);
    const { code, stdout, stderr } = await network().run(`${submit} --yes`, stranger);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.include(`Left out: The signature in ${none} is not that of ${admin1.address}`);
    expect(stderr).to.include(`Left out: ${third}: already voted.`);
    expect(stdout).to.match(/^2 of the votes count\.$/m);
    const refused = await network().run(`proposal submit ${third} ${none} --yes`, stranger);
    expect(refused.stderr.split(`${third}: already voted.`)).to.have.length(2);
    expect([refused.code, refused.stderr.includes("Left out")]).to.deep.equal([1, false]);
    const { votesFor, votesAgainst } = await readProposal(await network().now(), id);
    expect([votesFor, votesAgainst]).to.deep.equal([1, 1]);
    await network().act(admin3, `proposal reject ${id}`);
    expect(await proposalState(id)).to.equal("rejected");
  });

  it("admin propose, admin list, admin show, admin remove: network admins come and go by vote", async () => {
    const { admin1, admin2, admin3, newcomer } = network().people;
    const isAdmin = async () => (await readVoters(await network().now())).includes(newcomer.address);
    const appointment = await network().propose(admin1, `admin propose ADMINORG ${newcomer.address}`);
    expect(await isAdmin()).to.equal(false);
    await network().act(admin2, `proposal approve ${appointment}`);
    expect(await isAdmin()).to.equal(true);
    expect((await network().read("admin list")).match(/^0x\w{40} +ADMINORG +ADMIN +yes +active$/gm)).to.have.length(4);

    const shown = await network().read(`admin show ${newcomer.address}`);
    expect(shown).to.match(/^decides as +network admin$/m);

    const removal = await network().propose(newcomer, `admin remove ${newcomer.address}`);
    await network().voteFor(removal, admin1, admin2);
    expect(await isAdmin()).to.equal(false);
    expect(await network().read("inbox", admin3)).to.match(/^Nothing waits/);
  });

  it("admin propose: an organisation's admin gets its organisation's admin role", async () => {
    const { admin1, admin2, stranger } = network().people;
    const id = await network().propose(admin1, `admin propose ORG1 ${stranger.address}`);
    await network().act(admin2, `proposal approve ${id}`);
    const { contracts } = await network().now();
    expect(await contracts.interface.isOrgAdmin(stranger.address, "ORG1")).to.equal(true);
  });

  it("rule set, policy list: the network admins decide how their votes are counted", async () => {
    const { admin1, admin2 } = network().people;
    const fraction = await network().propose(admin1, "rule set add-org fraction --count 2 --out-of 3");
    await network().act(admin2, `proposal approve ${fraction}`);
    expect((await readRule(await network().now(), ADD_ORG)).rule).to.equal("fraction 2 of 3");
    const count = await network().propose(admin1, "rule set change-setting count --count 1");
    await network().act(admin2, `proposal approve ${count}`);

    const shown = await network().read("policy list");
    expect(shown).to.match(/^add-org +add an organisation +fraction 2 of 3 of the network admins +2 of 3$/m);
    expect(shown).to.match(/^change-setting +change a setting +count 1 of the network admins +1 of 3$/m);
  });

  it("policy set, policy show, can decide: organisations decide, and their admins vote and propose", async () => {
    const { admin1, admin2, stranger } = network().people;
    const file = path.join(network().directory, "policies.yaml");
    writeFileSync(file, "policies: [{ operations: [release], rule: all, roles: [any admin] }]");
    const id = await network().propose(admin1, `policy set ${file}`);
    await network().act(admin2, `proposal approve ${id}`);

    const shown = await network().read("policy show release");
    expect(shown).to.match(/^policy +all of the organisations with the role any admin$/m);
    expect(shown).to.match(/^because +it was set by vote$/m);
    expect(shown).to.match(new RegExp(`^ +ORG1 \\(.*${stranger.address}.*\\)$`, "m"));
    expect(shown).to.match(/^would suffice +yes/m);
    const no = await network().readNo(`can decide release ${admin1.address} ${admin2.address}`);
    expect(no).to.match(/^No: their votes do not suffice to release an account or a node\.$/m);
    expect(no).to.include(`${admin2.address}: ADMINORG has spoken already, and is counted once.`);
    expect(await network().read("status")).to.include(
      "Every organisation that votes must agree to release an account or a node",
    );
    const replaced = await network().run("rule set release majority --dry-run", admin1);
    expect(replaced.stderr).to.include("network admins alone decide then.");
    const back = await network().propose(admin1, "rule set release majority");
    await network().act(admin2, `proposal approve ${back}`);
    expect(await network().read("policy show release")).to.match(/^because +it is decided so /m);
  });

  it("setting set, setting show: one vote decides where the rule says so", async () => {
    const { admin1 } = network().people;
    const compared = async () => (await readSettings(await network().now())).ipCheck;
    const printed = await network().act(admin1, "setting set ip-check off", 2);
    expect(printed).to.match(/^Proposal \d+ is approved\.$/m);
    expect(await compared()).to.equal(false);
    expect(await network().read("setting show")).to.match(/^ip-check +off +The IP of a connection is not compared /m);
  });

  it("setting set, setting show: whether contracts have to be registered, and who may deploy", async () => {
    const { admin1 } = network().people;
    await network().act(admin1, "setting set restrict-deploying on", 2);
    await network().act(admin1, "setting set restrict-deploying free --org ORG1", 2);
    await network().act(admin1, "setting set registered-only on", 2);
    const shown = await network().read("setting show");
    expect(shown).to.match(/^registered-only +on +Contracts that nobody has registered are closed\.$/m);
    expect(shown).to.match(
      /^restrict-deploying +on +Only accounts of organisations that are let may deploy contracts\.$/m,
    );
    expect(shown).to.match(
      /^restrict-deploying +free +Accounts of ORG1 and all below it may deploy contracts, whatever /m,
    );
    expect(await network().json("setting show")).to.deep.include({ registeredOnly: true, restrictDeploying: true });
    expect(await network().read("status")).to.match(/^restrict deploying +on$/m);
    for (const set of ["restrict-deploying off", "restrict-deploying as-network --org ORG1", "registered-only off"])
      await network().act(admin1, `setting set ${set}`, 2);
    expect(await network().read("setting show")).not.to.match(/^restrict-deploying +(on|free)/m);
    for (const wrong of ["restrict-deploying free", "restrict-deploying on --org ORG1", "registered-only free"])
      expect((await network().run(`setting set ${wrong}`, admin1)).code).to.equal(2);
  });

  it("setting set, setting show: limits of all organisations and of one", async () => {
    const { admin1 } = network().people;
    for (const limit of ["node-limit 60", "move-limit 3 --org ORG1", "voice-weight 2 --org ORG1"]) {
      expect(await network().act(admin1, `setting set ${limit}`, 2)).to.match(/^Proposal \d+ is approved\.$/m);
    }
    const shown = await network().read("setting show");
    expect(shown).to.match(
      /^node-limit +60 +Each organisation without parent may add so many nodes, with all below it\.$/m,
    );
    expect(shown).to.match(
      /^move-limit +3 +ORG1 may change so many nodes' addresses in one day, with all below it\.$/m,
    );
    expect(shown).to.match(
      /^voice-weight +2 +The voice of ORG1 weighs so much where a policy counts organisations\.$/m,
    );
    for (const limit of ["move-limit", "voice-weight"]) {
      const printed = await network().act(admin1, `setting set ${limit} default --org ORG1`, 2);
      expect(printed).to.match(/is approved\.$/m);
    }
    expect(await network().read("setting show")).not.to.match(/ORG1/);
  });
};
