import { proposeAdmin } from "../src/actions/admins.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress } from "../src/cli/values.js";

await writeScript({
  does: "Propose an admin: of the network in the admin organisation, else of the organisation. Network admins.",
  args: { org: "full id", account: "the account" },
  act: async (actor, { args }) => {
    const [adminOrg, networkAdmin, orgAdmin] = await actor.network.contracts.rules.getPolicyDetails();
    const role = args.org === adminOrg ? networkAdmin : orgAdmin;
    return proposeAdmin(actor, { org: args.org, account: toAddress(args.account), role });
  },
});
