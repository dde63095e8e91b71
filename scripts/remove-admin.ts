import { proposeAdminRemoval } from "../src/actions/admins.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress } from "../src/cli/values.js";

await writeScript({
  does: "Propose to take an admin role away. Network admins.",
  args: { org: "full id", account: "the admin's account" },
  act: (actor, { args }) => proposeAdminRemoval(actor, { org: args.org, account: toAddress(args.account) }),
});
