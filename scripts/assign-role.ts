import { assignRole } from "../src/actions/roles.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress } from "../src/cli/values.js";

await writeScript({
  does: "Give an account a role. Admins of the organisation or above.",
  args: { org: "full id of the account's organisation", account: "the account", role: "name of the role" },
  act: (actor, { args }) => assignRole(actor, { ...args, account: toAddress(args.account) }),
});
