import { readScript } from "../src/cli/network-script.js";
import { formatForConsole } from "../src/read/console-format.js";
import { getOrgDetails } from "../src/read/org-details.js";

await readScript({
  does: "Show an organisation's accounts, nodes, roles and sub-organisations, as quorumPermission.getOrgDetails does.",
  args: { org: "full id, as in ORG1.SUB1" },
  read: (network, { args }) => getOrgDetails(network, args.org),
  show: (details) => formatForConsole(details),
});
