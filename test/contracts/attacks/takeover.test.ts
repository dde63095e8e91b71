import { expect } from "chai";
import { network } from "hardhat";
import { maySend, type Town, town } from "../../helpers/cast.js";
import { Action, NodeStatus } from "../../helpers/codes.js";
import { refused } from "../../helpers/refused.js";
import { ADMIN_ORG, adminNode, join, makeAdmin, nodeNamed, ORG_ADMIN } from "../../helpers/suite.js";

const { ethers, networkHelpers } = await network.create();

/** What SECURITY.md says plainly that somebody can do who took over a key. */
describe("Who took over a key", () => {
  let t: Town;

  beforeEach(async () => {
    t = await networkHelpers.loadFixture(fixture);
  });

  async function fixture(): Promise<Town> {
    return town(ethers);
  }

  it("of one network admin can shut out all nodes of the admin organisation", async () => {
    const [thief] = t.admins;
    for (const n of [1, 2, 3, 4]) {
      await t.as(thief).updateNodeStatus(ADMIN_ORG, ...adminNode(ethers, n), Action.BLACKLIST);
      const [id] = adminNode(ethers, n);
      expect((await t.nodes.getNodeDetails(id)).nodeStatus).to.equal(NodeStatus.BLACKLISTED);
    }
  });

  it("of a majority can act in an organisation through an admin of its own", async () => {
    const [mole] = t.free;
    await makeAdmin(t, "ORG1", mole, ORG_ADMIN);
    await refused(t.as(t.org1Admin).removeRole("MEMBER", "ORG1"), "NotOrgAdmin", t.org1Admin.address, "ORG1");
    await t.as(mole).removeRole("MEMBER", "ORG1");
    expect(await maySend(t, t.member)).to.equal(false);
  });

  it("of an organisation's admin can claim an account and an enode id of nobody, and who joins finds them taken", async () => {
    const [newcomer] = t.free;
    const node = nodeNamed(ethers, "ORG3");
    await t.as(t.org1Admin).assignAccountRole(newcomer, "ORG1", "MEMBER");
    await t.as(t.org1Admin).addNode("ORG1", ...node);
    const [admin] = t.admins;
    await refused(t.as(admin).addOrg("ORG3", ...nodeNamed(ethers, "other"), newcomer), "AccountInUse");
    await refused(t.as(admin).addOrg("ORG3", ...node, t.free[1]), "NodeExists", node[0]);
    await join(t, "ORG3", t.free[1], nodeNamed(ethers, "other"));
  });
});
