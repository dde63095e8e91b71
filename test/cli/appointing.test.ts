import { expect } from "chai";
import { enodeIdOf, enodeUrl } from "../../tools/shared/network-file.js";
import { requireRefusal } from "../helpers/cli-refusals.js";
import { as, CommandNetwork } from "../helpers/command-network.js";

const CLAIMED = enodeUrl("b2", 21_011);

describe("whom and what a vote appoints", function () {
  this.timeout(240_000);

  let network: CommandNetwork;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin, clerk } = network.people;
    const id = await network.propose(
      admin1,
      `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`,
    );
    await network.voteFor(id, admin2);
    await network.act(orgAdmin, "role add ORG1 WARDEN --access full --admin");
    await network.act(orgAdmin, "role add ORG1 CLERK --access full");
    await network.act(orgAdmin, `account assign ORG1 ${clerk.address} CLERK`);
    await network.act(orgAdmin, `node add ORG1 ${CLAIMED}`);
  });

  after(() => network.stop());

  describe("admin propose --role", () => {
    it("proposes an admin by a role of the organisation's own, and votes for it as it is shown", async () => {
      const { admin1, admin2, newcomer } = network.people;
      const printed = await network.act(admin1, `admin propose ORG1 ${newcomer.address} --role WARDEN`, 2);
      const id = /^Proposal (\d+) is open\.$/m.exec(printed)?.[1] ?? "";
      expect(printed).to.include("role WARDEN").and.include("1 of 2 votes needed");
      await network.act(admin2, `proposal approve ${id}`);
      expect(await network.read(`account show ${newcomer.address}`)).to.match(/WARDEN/);
      expect(await network.read("admin list")).to.include(newcomer.address);
    });

    it("is refused for a role that makes no admin, or that there is not", async () => {
      const { admin1, stranger } = network.people;
      const propose = (role: string) =>
        network.run(`admin propose ORG1 ${stranger.address} --role ${role} ${as(admin1)}`);
      requireRefusal(await propose("CLERK"), /CLERK/, 1);
      requireRefusal(await propose("NONE"), /NONE/, 1);
    });

    it("warns of no one who would lose the organisation's admin role, since no one does", async () => {
      const { admin1, stranger, orgAdmin } = network.people;
      const warned = async (rest: string) =>
        (await network.run(`admin propose ORG1 ${stranger.address} ${rest} --dry-run`, admin1)).stderr;
      expect(await warned("")).to.include(`${orgAdmin.address} is the admin of ORG1 now`);
      expect(await warned("--role ORGADMIN")).to.include(`${orgAdmin.address} is the admin of ORG1 now`);
      expect(await warned("--role WARDEN")).to.not.include("is the admin of ORG1 now");
    });
  });

  it("org propose and admin propose say what another organisation has claimed, and so does the vote", async () => {
    const { admin1, admin2, clerk, stranger } = network.people;
    const node = `The node ${enodeIdOf("b2").slice(0, 8)}… belongs to ORG1, which took it in without a vote, and goes over to ORG2 when this is approved.\n`;
    const account = (to: string): string =>
      `The account ${clerk.address} belongs to ORG1, which took it in without a vote, and goes over to ${to} when this is approved.\n`;
    const line = `org propose ORG2 --node ${CLAIMED} --admin ${clerk.address}`;
    const appointed = await network.run(`admin propose ADMINORG ${clerk.address} --dry-run`, admin1);
    expect(appointed.stderr).to.include(account("ADMINORG"));
    const others = await network.run(`admin propose ADMINORG ${stranger.address} --dry-run`, admin1);
    expect(others.stderr).to.not.include("without a vote");
    const proposed = await network.run(`${line} --yes`, admin1);
    expect(proposed.stderr).to.include(node).and.include(account("ORG2"));
    const id = /^Proposal (\d+) is open\.$/m.exec(proposed.stdout)?.[1] ?? "";
    const vote = await network.run(`proposal approve ${id} --dry-run`, admin2);
    expect(vote.stderr).to.include(node).and.include(account("ORG2"));
  });
});
