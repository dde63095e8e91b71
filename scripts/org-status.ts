import { proposeOrgStatus } from "../src/actions/orgs.js";
import { writeScript } from "../src/cli/network-script.js";

await writeScript({
  does: "Propose to suspend or to restore an organisation. Network admins.",
  args: { org: "id of an organisation without parent", change: ["suspend", "restore"] },
  act: (actor, { args }) => proposeOrgStatus(actor, args),
});
