import { expect } from "chai";
import { formatEnode } from "../../../src/model/enode.js";
import { listsOfConsole } from "../console.js";
import { eventually } from "../eventually.js";
import type { Consortium } from "../consortium.js";

const NodeStatus = { approved: 2, deactivated: 3 } as const;

/** From here to the next restart the nodes' lists have more than the contracts hold. */
export function moving(consortium: () => Consortium): void {
  it("a node's new address is on every list, next to the former one, which stays there as deactivated", async () => {
    const { orgAdmin, nodes } = consortium();
    const former = nodes.imagine("another node");
    const moved = { ...former, port: 3 };
    await consortium().act(orgAdmin, "node", "move", formatEnode(moved));
    for (const node of nodes.nodes) {
      const statuses = (url: string) => async () =>
        (await listsOfConsole(node)).nodes.filter((each) => each.url === url).map(({ status }) => status);
      await eventually(statuses(formatEnode(moved)), [NodeStatus.approved], node.name);
      await eventually(statuses(formatEnode(former)), [NodeStatus.deactivated], node.name);
    }
    expect(await consortium().compareLists())
      .to.include("The node was moved.")
      .and.include("was voted down.");
  });
}
