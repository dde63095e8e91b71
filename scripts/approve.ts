import { approveAccountRecovery } from "../src/actions/accounts.js";
import { approveAdmin } from "../src/actions/admins.js";
import { approveNodeRecovery } from "../src/actions/nodes.js";
import { approveOrg, approveOrgStatus } from "../src/actions/orgs.js";
import type { Actor, Done } from "../src/actions/perform.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress, UsageError } from "../src/cli/values.js";
import { parseEnode } from "../src/enode.js";

interface Named {
  org: string;
  account: () => string;
  node: () => ReturnType<typeof parseEnode>;
}

const KINDS = {
  org: (actor, { org, node, account }) => approveOrg(actor, { org, node: node(), admin: account() }),
  suspension: (actor, { org }) => approveOrgStatus(actor, { org, change: "suspend" }),
  restoration: (actor, { org }) => approveOrgStatus(actor, { org, change: "restore" }),
  admin: (actor, { org, account }) => approveAdmin(actor, { org, account: account() }),
  "account-recovery": (actor, { org, account }) => approveAccountRecovery(actor, { org, account: account() }),
  "node-recovery": (actor, { org, node }) => approveNodeRecovery(actor, { org, node: node() }),
} as const satisfies Record<string, (actor: Actor, named: Named) => Promise<Done>>;

function given(value: string | undefined, setting: string): string {
  if (value !== undefined) return value;
  throw new UsageError(`What is approved must be named in full: --${setting} is missing.`, `Add --${setting}.`);
}

await writeScript({
  does: "Vote for what was proposed by naming all of it, as nodes' consoles do. Network admins.",
  args: { kind: Object.keys(KINDS) as (keyof typeof KINDS)[], org: "full id of the organisation" },
  settings: { account: "the account it is about", node: "enode URL of the node it is about" },
  act: (actor, { args, settings }) =>
    KINDS[args.kind](actor, {
      org: args.org,
      account: () => toAddress(given(settings.account, "account")),
      node: () => parseEnode(given(settings.node, "node")),
    }),
});
