import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { eventually } from "../eventually.js";
import type { Consortium } from "../consortium.js";
import { nodeStatus } from "./records.js";
import { send } from "./transactions.js";

/** Nodes come, lose their connections, and get them back. */
export function nodes(consortium: () => Consortium): void {
  it("a node is added, deactivated and activated by the command line", async () => {
    const { orgAdmin } = consortium();
    const node = consortium().nodes.imagine("one more node");
    await consortium().act(orgAdmin, "node", "add", "ORG1", formatEnode(node));
    await consortium().holds(nodeStatus(node), "approved");
    await consortium().act(orgAdmin, "node", "deactivate", formatEnode(node));
    await consortium().holds(nodeStatus(node), "deactivated");
    await consortium().act(orgAdmin, "node", "activate", formatEnode(node));
    await consortium().holds(nodeStatus(node), "approved");
  });

  it("a node is added, deactivated and activated in a console", async () => {
    const { orgAdmin } = consortium();
    const node = consortium().nodes.imagine("another node");
    await consortium().inConsole(orgAdmin, "addNode", "ORG1", formatEnode(node));
    await consortium().holds(nodeStatus(node), "approved");
    await consortium().inConsole(orgAdmin, "updateNodeStatus", "ORG1", formatEnode(node), 1);
    await consortium().holds(nodeStatus(node), "deactivated");
    await consortium().inConsole(orgAdmin, "updateNodeStatus", "ORG1", formatEnode(node), 2);
    await consortium().holds(nodeStatus(node), "approved");
  });

  it("a node is recovered: blacklisted and proposed by the command line, approved in a console", async () => {
    const { orgAdmin, admin1, admin2 } = consortium();
    const node = consortium().nodes.imagine("one more node");
    await consortium().act(orgAdmin, "node", "blacklist", formatEnode(node));
    await consortium().holds(nodeStatus(node), "blacklisted");
    await consortium().propose(admin1, "node", "recover", formatEnode(node));
    await consortium().holds(nodeStatus(node), "recovery proposed");
    await consortium().inConsole(admin2, "approveBlackListedNodeRecovery", "ORG1", formatEnode(node));
    await consortium().holds(nodeStatus(node), "approved");
  });

  it("a blacklisted node loses its connections", async () => {
    const { orgAdmin, admin1, admin2, admin3, node4 } = consortium();
    // In a console, which does not wait for a block that the node will never get.
    await consortium().inConsole(orgAdmin, "updateNodeStatus", "ORG1", node4.enodeUrl, 3);
    const network = await consortium().network();
    await eventually(() => nodeStatus(node4.enode)(network), "blacklisted");
    for (const { node } of [admin1, admin2, admin3]) await eventually(() => node.peerCount(), 2);
    await eventually(() => node4.peerCount(), 0);
    await consortium().nodes.remove(node4);
    await consortium().agrees();
  });

  it("it is recovered, proposed in a console and approved by the command line, and connects again", async () => {
    const { admin1, admin2, admin3, node4, clerk, orgAdmin } = consortium();
    await consortium().inConsole(admin2, "recoverBlackListedNode", "ORG1", node4.enodeUrl);
    await consortium().holds(nodeStatus(node4.enode), "recovery proposed");
    await consortium().approve(admin1, admin3);
    await consortium().holds(nodeStatus(node4.enode), "approved");

    await consortium().nodes.bringBack(node4);
    await consortium().agrees();
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });
}
