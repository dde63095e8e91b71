import { changeAccountStatus, type StatusChange } from "../src/actions/accounts.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress, toWord } from "../src/cli/values.js";
import { Action } from "../src/codes.js";

const WORDS = Object.keys(Action) as StatusChange[];

await writeScript({
  does: "Suspend, activate or blacklist an account. Admins of its organisation or above.",
  args: { org: "full id", account: "the account", change: WORDS.join(", ") },
  act: (actor, { args }) =>
    changeAccountStatus(actor, {
      org: args.org,
      account: toAddress(args.account),
      change: toWord(args.change, WORDS),
    }),
});
