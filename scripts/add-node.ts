import { addNode } from "../src/actions/nodes.js";
import { writeScript } from "../src/cli/network-script.js";
import { parseEnode } from "../src/enode.js";

await writeScript({
  does: "Add a node to an organisation. Admins of the organisation or above.",
  args: { org: "full id", node: "enode URL" },
  act: (actor, { args }) => addNode(actor, { org: args.org, node: parseEnode(args.node) }),
});
