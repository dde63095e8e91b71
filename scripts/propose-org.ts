import { proposeOrg } from "../src/actions/orgs.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress } from "../src/cli/values.js";
import { parseEnode } from "../src/enode.js";

await writeScript({
  does: "Propose an organisation with its first node and its admin. Network admins.",
  args: { org: "id of the organisation", node: "enode URL", admin: "account of its admin" },
  act: (actor, { args }) =>
    proposeOrg(actor, { org: args.org, node: parseEnode(args.node), admin: toAddress(args.admin) }),
});
