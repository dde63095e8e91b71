import { proposeAccountRecovery } from "../src/actions/accounts.js";
import { proposeNodeRecovery } from "../src/actions/nodes.js";
import { writeScript } from "../src/cli/network-script.js";
import { toAddress } from "../src/cli/values.js";
import { parseEnode } from "../src/enode.js";

await writeScript({
  does: "Propose to lift the blacklisting of an account or a node. Network admins.",
  args: { org: "full id", subject: "the account, or the node's enode URL" },
  act: (actor, { args: { org, subject } }) =>
    subject.startsWith("enode:")
      ? proposeNodeRecovery(actor, { org, node: parseEnode(subject) })
      : proposeAccountRecovery(actor, { org, account: toAddress(subject) }),
});
