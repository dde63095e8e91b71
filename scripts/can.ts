import { readScript } from "../src/cli/network-script.js";
import { accountState } from "../src/cli/show.js";
import { toAddress } from "../src/cli/values.js";
import { maySend, TRANSACTION_KINDS } from "../src/read/checks.js";

await readScript({
  does: "Ask whether an account may send a transaction, as every node does before it takes one.",
  args: { account: "the sender", kind: TRANSACTION_KINDS },
  settings: { to: "the receiver or the contract that is called (default: any)" },
  read: async (network, { args: { account: sender, kind }, settings }) => {
    const account = toAddress(sender);
    const to = settings.to === undefined ? undefined : toAddress(settings.to);
    return { account, kind, allowed: await maySend(network, { account, kind, to }) };
  },
  show: async ({ account, kind, allowed }, network) =>
    `${allowed ? "Yes" : "No"}: ${account} may ${allowed ? "" : "not "}${kind} (${await accountState(network, account)}).`,
});
