import { ZeroAddress } from "ethers";
import { readScript } from "../src/cli/network-script.js";
import { accountState } from "../src/cli/show.js";
import { toAddress, toWord } from "../src/cli/values.js";

const PAYLOADS = { transfer: "0x", deploy: "0x00", call: "0x00" } as const;
const KINDS = Object.keys(PAYLOADS) as (keyof typeof PAYLOADS)[];

await readScript({
  does: "Ask whether an account may send a transaction, as every node does before it takes one.",
  args: { account: "the sender", kind: KINDS.join(", ") },
  settings: { to: "the receiver or the contract that is called (default: any)" },
  read: async ({ contracts }, { args, settings }) => {
    const account = toAddress(args.account);
    const kind = toWord(args.kind, KINDS);
    const to = kind === "deploy" ? ZeroAddress : toAddress(settings.to ?? account);
    const allowed = await contracts.interface.transactionAllowed(account, to, 0, 0, 0, PAYLOADS[kind]);
    return { account, kind, allowed };
  },
  show: async ({ account, kind, allowed }, network) =>
    `${allowed ? "Yes" : "No"}: ${account} may ${allowed ? "" : "not "}${kind} (${await accountState(network, account)}).`,
});
