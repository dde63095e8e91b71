import { expect } from "chai";
import { maySend, town } from "../../helpers/cast.js";
import { Action, NodeStatus } from "../../data/codes.js";
import { refused } from "../../helpers/refused.js";
import {
  ADMIN_ORG,
  adminNode,
  join,
  makeAdmin,
  nodeNamed,
  ORG_ADMIN,
  voteThrough,
} from "../../helpers/contract-suite.js";
import { useFixture } from "../../helpers/use-fixture.js";

/** What SECURITY.md says that someone with a stolen key can do. */
describe("Who took over a key", () => {
  const t = useFixture(town);

  it("of a majority of network admins can shut out all nodes of the admin organisation", async () => {
    const [thief] = t.admins;
    for (const n of [1, 2, 3, 4]) {
      await t.as(thief).updateNodeStatus(ADMIN_ORG, ...adminNode(n), Action.BLACKLIST);
      await voteThrough(t);
      const [id] = adminNode(n);
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

  it("of an organisation's admin can claim an unassigned account and enode id, until a vote gives them to who joins", async () => {
    const [newcomer] = t.free;
    const node = nodeNamed("ORG3");
    await t.as(t.org1Admin).assignAccountRole(newcomer, "ORG1", "MEMBER");
    await t.as(t.org1Admin).addNode("ORG1", ...node);
    await join(t, "ORG3", newcomer, node);
    expect(await t.permInterface.isOrgAdmin(newcomer, "ORG3")).to.equal(true);
    expect(await t.permInterface.connectionAllowed(node[0], node[1], node[2])).to.equal(true);
  });
});
