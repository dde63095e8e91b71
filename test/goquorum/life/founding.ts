import { expect } from "chai";
import { readSettings } from "../../../src/read/read-settings.js";
import { listsOfConsole } from "../console.js";
import type { Consortium } from "../consortium.js";
import { refusedBy, send } from "./transactions.js";

/** From three nodes without permissions to a network that enforces them. */
export function founding(consortium: () => Consortium): void {
  it("the network is deployed, linked and booted through a node", async () => {
    await consortium().deploy();
    const { booted, guardian } = await readSettings(await consortium().network());
    expect([booted, guardian]).to.deep.equal([true, consortium().guardian.address]);
  });

  it("started with --permissioned, all nodes connect, make blocks, and list what was deployed", async () => {
    await consortium().nodes.enforce((node) => consortium().folderOf(node));
    await consortium().agreesInFull();
    expect((await consortium().compareLists()).match(/: all as in the contracts$/gm)).to.have.length(3);
    const { nodes, admin1, admin2, admin3 } = consortium();
    const { details } = await listsOfConsole(admin2.node);
    const { nodeList, acctList } = details.ADMINORG ?? {};
    const admins = [admin1, admin2, admin3].map(({ address }) => address.toLowerCase());
    expect(nodeList?.map(({ url }) => url)).to.have.members(nodes.nodes.map(({ enodeUrl }) => enodeUrl));
    expect(acctList?.map(({ acctId }) => acctId)).to.have.members(admins);
  });

  it("an unassigned account is refused, as the command line predicts", async () => {
    const { stranger, admin1 } = consortium();
    expect(await refusedBy(send(stranger, { to: admin1.address }))).to.match(/account does not have permission/);
    for (const kind of ["transfer", "deploy", "call"]) {
      await consortium().cannot(stranger, "send", stranger.address, kind);
    }
  });

  it("a network admin sends any kind of transaction through its organisation's nodes", async () => {
    const { admin1, admin2, stranger } = consortium();
    expect(await send(admin1, { to: stranger.address })).to.equal("succeeded");
    expect(await send(admin2, { data: "0x60006000f3" })).to.equal("succeeded");
  });
}
