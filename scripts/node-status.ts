import { changeNodeAddress, changeNodeStatus } from "../src/actions/nodes.js";
import { writeScript } from "../src/cli/network-script.js";
import { parseEnode } from "../src/enode.js";

const CHANGES = { deactivate: "suspend", activate: "activate", blacklist: "blacklist", move: undefined } as const;

await writeScript({
  does: "Deactivate, activate, blacklist or move a node. Admins of its organisation or above.",
  args: {
    org: "full id",
    node: "enode URL; to move a node, the new one",
    change: Object.keys(CHANGES) as (keyof typeof CHANGES)[],
  },
  act: (actor, { args }) => {
    const change = CHANGES[args.change];
    const named = { org: args.org, node: parseEnode(args.node) };
    return change === undefined ? changeNodeAddress(actor, named) : changeNodeStatus(actor, { ...named, change });
  },
});
