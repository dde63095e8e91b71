import { expect } from "chai";
import { formatEnode } from "../../../src/enode.js";
import { eventually } from "../eventually.js";
import type { World } from "../world.js";
import { nodeStatus } from "./records.js";
import { send } from "./transactions.js";

/** Nodes come, lose their connections, and get them back. */
export function nodes(world: () => World): void {
  it("a node is added, deactivated and activated by the command line", async () => {
    const { orgAdmin } = world();
    const node = world().nodes.imagine("one more node");
    await world().act(orgAdmin, "node", "add", "ORG1", formatEnode(node));
    await world().holds(nodeStatus(node), "approved");
    await world().act(orgAdmin, "node", "deactivate", formatEnode(node));
    await world().holds(nodeStatus(node), "deactivated");
    await world().act(orgAdmin, "node", "activate", formatEnode(node));
    await world().holds(nodeStatus(node), "approved");
  });

  it("a node is added, deactivated and activated in a console", async () => {
    const { orgAdmin } = world();
    const node = world().nodes.imagine("another node");
    await world().inConsole(orgAdmin, "addNode", "ORG1", formatEnode(node));
    await world().holds(nodeStatus(node), "approved");
    await world().inConsole(orgAdmin, "updateNodeStatus", "ORG1", formatEnode(node), 1);
    await world().holds(nodeStatus(node), "deactivated");
    await world().inConsole(orgAdmin, "updateNodeStatus", "ORG1", formatEnode(node), 2);
    await world().holds(nodeStatus(node), "approved");
  });

  it("a node is recovered: blacklisted and proposed by the command line, approved in a console", async () => {
    const { orgAdmin, admin1, admin2 } = world();
    const node = world().nodes.imagine("one more node");
    await world().act(orgAdmin, "node", "blacklist", formatEnode(node));
    await world().holds(nodeStatus(node), "blacklisted");
    await world().propose(admin1, "node", "recover", formatEnode(node));
    await world().holds(nodeStatus(node), "recovery proposed");
    await world().inConsole(admin2, "approveBlackListedNodeRecovery", "ORG1", formatEnode(node));
    await world().holds(nodeStatus(node), "approved");
  });

  it("a blacklisted node loses its connections", async () => {
    const { orgAdmin, admin1, admin2, admin3, node4 } = world();
    // In a console, which does not wait for a block that the node will not be given any more.
    await world().inConsole(orgAdmin, "updateNodeStatus", "ORG1", node4.enodeUrl, 3);
    const network = await world().network();
    await eventually(() => nodeStatus(node4.enode)(network), "blacklisted");
    for (const { node } of [admin1, admin2, admin3]) await eventually(() => node.peerCount(), 2);
    await eventually(() => node4.peerCount(), 0);
    await world().nodes.remove(node4);
    await world().agrees();
  });

  it("it is recovered, proposed in a console and approved by the command line, and connects again", async () => {
    const { admin1, admin2, admin3, node4, clerk, orgAdmin } = world();
    await world().inConsole(admin2, "recoverBlackListedNode", "ORG1", node4.enodeUrl);
    await world().holds(nodeStatus(node4.enode), "recovery proposed");
    await world().approve(admin1, admin3);
    await world().holds(nodeStatus(node4.enode), "approved");

    await world().nodes.letIn(node4);
    await world().nodes.start(node4);
    await world().nodes.connected(node4, 3);
    await world().agrees();
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });
}
