import { changeAccountStatus } from "../src/actions/accounts.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress } from "../src/cli/values.js";
import { Action, type StatusChange } from "../src/codes.js";

await writeScript({
  does: "Suspend, activate or blacklist an account. Admins of its organisation or above.",
  args: { org: "full id", account: "the account", change: Object.keys(Action) as StatusChange[] },
  act: (actor, { args }) => changeAccountStatus(actor, { ...args, account: toAddress(args.account) }),
});
