import { expect } from "chai";
import { readNode, readOrg } from "../../../src/read/read-records.js";
import { enodeIdOf } from "../../../tools/shared/network-file.js";
import { type Chapter, NODES } from "./chapter.js";

export const organisations: Chapter = (network) => {
  async function orgStatus(id: string): Promise<string | undefined> {
    return (await readOrg(await network().now(), id))?.status;
  }

  it("org propose: an organisation is proposed with its node and its admin", async () => {
    const { admin1, orgAdmin } = network().people;
    const line = `org propose ORG1 --node ${NODES.org1} --admin ${orgAdmin.address}`;
    expect(await network().propose(admin1, line)).to.equal(1);
    expect(await orgStatus("ORG1")).to.equal("proposed");
  });

  it("can send, role list, org show, graph: a role that is only proposed was not removed, and nothing is said twice", async () => {
    const { orgAdmin } = network().people;
    const [asked, listed, shown, drawn] = await Promise.all([
      network().readNo(`can send ${orgAdmin.address} call`),
      network().read("role list --org ORG1"),
      network().read("org show ORG1"),
      network().read("graph ORG1"),
    ]);
    expect(asked).to.equal(
      [
        `No: ${orgAdmin.address} may not call.`,
        "  The account is proposed.",
        "  The organisation ORG1 is proposed.",
        "  → Network admins can vote on it: portcullis proposal list.\n",
      ].join("\n"),
    );
    for (const each of [listed, shown])
      expect(each).to.match(/^ORG1 +ORGADMIN +full +not approved +organisation admin$/m);
    expect(drawn).to.match(/ORGADMIN · full access · organisation admin · not approved$/m);
    expect(await network().json("role list --org ORG1")).to.containSubset([{ active: false, status: "not approved" }]);
  });

  it("inbox, proposal list, proposal show, status: everyone sees what waits for whom", async () => {
    const { admin1, admin2, admin3, orgAdmin } = network().people;
    const row = /^1 +add an organisation +ORG1 +1 for +open +\d{4}-\d\d-\d\d \d\d:\d\d$/m;
    const [mine, theirs, list, status, shown] = await Promise.all([
      network().read("inbox", admin1),
      network().read("inbox", admin2),
      network().read("proposal list"),
      network().read("status"),
      network().read("proposal show 1"),
    ]);
    expect(mine).to.equal(`Nothing waits for the vote of ${admin1.address}.\n`);
    for (const each of [theirs, list, status]) expect(each).to.match(row);
    expect(status).to.match(/^organisations +2 organisations: 1 approved; 1 proposed$/m);
    expect(status).to.match(/^network +chain 1337, block \d+, booted$/m);

    const line = (name: string, value: string) => new RegExp(`^${name} +${value}$`, "m");
    expect(shown).to.match(line("for", admin1.address)).and.to.match(line("not voted", admin2.address));
    expect(shown).to.match(line("votes", "1 for, 0 against; 2 of 3 votes for it needed"));
    for (const each of [admin3.address, orgAdmin.address, enodeIdOf("b1")]) expect(shown).to.include(each);
  });

  it("proposal approve: the vote that suffices admits the organisation", async () => {
    const { admin2 } = network().people;
    const printed = await network().act(admin2, "proposal approve 1");
    expect(printed).to.match(/^Proposal 1 is approved\.\nProposal 1 to .* is approved, with 2 for and 0 against\.$/m);
    expect(await orgStatus("ORG1")).to.equal("approved");
    expect((await readNode(await network().now(), enodeIdOf("b1")))?.status).to.equal("approved");
    expect(await network().read("proposal list")).to.equal("No proposal is open.\n");
  });

  it("org add-sub: the organisation's admin adds sub-organisations", async () => {
    const { orgAdmin } = network().people;
    const printed = await network().act(orgAdmin, `org add-sub ORG1 SUB1 --node ${NODES.sub1}`);
    expect(printed).to.match(/^ORG1\.SUB1 is approved\.$/m);
    await network().act(orgAdmin, "org add-sub ORG1.SUB1 DEEP");
    expect(await orgStatus("ORG1.SUB1")).to.equal("approved");
    expect(await orgStatus("ORG1.SUB1.DEEP")).to.equal("approved");
  });

  it("org list, org show: the tree and what belongs to a part of it", async () => {
    const [tree, shown] = await Promise.all([network().read("org list"), network().read("org show ORG1")]);
    const rows = [
      "ORGANISATION        STATUS    NODES  ACCOUNTS  PROPOSAL",
      "ADMINORG            approved      2         3",
      "ORG1                approved      1         1",
      "  ORG1.SUB1         approved      1         0",
      "    ORG1.SUB1.DEEP  approved      0         0",
    ];
    expect(tree.trimEnd().split("\n")).to.deep.equal(rows);
    expect(shown).to.match(/^sub-organisations +ORG1\.SUB1$/m);
    for (const title of ["1 role", "1 account", "1 node"]) expect(shown).to.match(new RegExp(`^${title}$`, "m"));
    expect(shown).to.include(network().people.orgAdmin.address);
  });

  it("node-lists org-list, node-lists org-details: the output of a node's console", async () => {
    const [list, details] = await Promise.all([
      network().read("node-lists org-list"),
      network().read("node-lists org-details ORG1.SUB1"),
    ]);
    expect(list).to.include('subOrgList: ["ORG1.SUB1"],').and.to.include('fullOrgId: "ORG1.SUB1.DEEP",');
    expect(details).to.equal(`{
  acctList: null,
  nodeList: [{
      orgId: "ORG1.SUB1",
      status: 2,
      url: "${NODES.sub1}"
  }],
  roleList: null,
  subOrgList: ["ORG1.SUB1.DEEP"]
}
`);
  });

  it("node-lists compare: a node that is not GoQuorum's has no lists of its own", async () => {
    const { code, stderr } = await network().run("node-lists compare");
    expect(code).to.equal(1);
    expect(stderr.split("\n")[0]).to.include(" does not show its lists: ");
  });

  it("org suspend, org restore: an organisation is suspended and restored by vote", async () => {
    const { admin1, admin2, admin3 } = network().people;
    const suspension = await network().propose(admin1, "org suspend ORG1");
    expect(await orgStatus("ORG1")).to.equal("suspension proposed");
    await network().act(admin2, `proposal approve ${suspension}`);
    expect(await orgStatus("ORG1")).to.equal("suspended");

    const restoration = await network().propose(admin2, "org restore ORG1");
    expect(await orgStatus("ORG1")).to.equal("restoration proposed");
    await network().act(admin3, `proposal approve ${restoration}`);
    expect(await orgStatus("ORG1")).to.equal("approved");
  });
};
