import { type OrgChange, proposeOrgStatus } from "../src/actions/orgs.js";
import { writeScript } from "../src/cli/network-script.js";
import { toWord } from "../src/cli/values.js";

const WORDS: readonly OrgChange[] = ["suspend", "restore"];

await writeScript({
  does: "Propose to suspend or to restore an organisation. Network admins.",
  args: { org: "id of an organisation without parent", change: WORDS.join(", ") },
  act: (actor, { args }) => proposeOrgStatus(actor, { org: args.org, change: toWord(args.change, WORDS) }),
});
