import { expect } from "chai";
import { eventually } from "../eventually.js";
import type { Consortium } from "../consortium.js";
import { accountStatus, nodeStatus } from "./records.js";
import { refusedBy, send } from "./transactions.js";

/** What is held is refused by the checks that nodes make, and keeps its status on their lists. */
export function emergencies(consortium: () => Consortium): void {
  it("an account that is held sends nothing, though consoles list it as active", async () => {
    const { clerk, orgAdmin } = consortium();
    await consortium().decide("rule", "set", "emergency", "count", "--count", "2");
    await consortium().decide("emergency", "account", clerk.address, "--for", "1d");
    await consortium().holds(accountStatus(clerk), "active");
    expect(await refusedBy(send(clerk, { to: orgAdmin.address }))).to.match(/account does not have permission/);
    await consortium().decide("emergency", "account", clerk.address, "--lift");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  // Before its organisation, whose nodes are not held in the 30 days after it.
  it("a node that is held loses its connections, and is let in again when that is lifted", async () => {
    const { admin1, admin2, admin3, node4, nodes } = consortium();
    await consortium().decide("emergency", "node", node4.enode.enodeId.slice(0, 8), "--for", "1d");
    for (const { node } of [admin1, admin2, admin3]) await eventually(() => node.peerCount(), 2);
    await nodes.remove(node4);
    await consortium().decide("emergency", "node", node4.enode.enodeId.slice(0, 8), "--lift");
    await consortium().holds(nodeStatus(node4.enode), "approved");
    await nodes.bringBack(node4);
    await consortium().agrees();
  });

  it("an organisation that is held sends nothing, until that is lifted", async () => {
    const { admin1, orgAdmin, clerk } = consortium();
    await consortium().decide("emergency", "org", "ORG1", "--for", "1d");
    expect(await refusedBy(send(clerk, { to: orgAdmin.address }))).to.match(/account does not have permission/);
    expect(await consortium().read(admin1, "emergency", "list")).to.match(/^organisations {2}ORG1, until /m);
    await consortium().decide("emergency", "org", "ORG1", "--lift");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  it("while admissions are stopped nobody is let in by hand, and afterwards as before", async () => {
    const { orgAdmin } = consortium();
    await consortium().decide("emergency", "admissions", "--for", "1d");
    const adding = ["account", "assign", "ORG1", consortium().stranger.address, "CLERK"];
    expect(await consortium().refusal(orgAdmin, ...adding)).to.include("lets nobody in");
    await consortium().decide("emergency", "admissions", "--lift");
    await consortium().act(orgAdmin, ...adding);
    await consortium().holds(accountStatus(consortium().stranger), "active");
  });
}
