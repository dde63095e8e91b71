import { formatForConsole } from "../../read/node-lists/format.js";
import { getOrgDetails } from "../../read/node-lists/org-details.js";
import { orgList } from "../../read/node-lists/org-list.js";
import { group } from "../command.js";
import { readCommand } from "../read-command.js";
import { text } from "../specs.js";

const list = readCommand({
  name: "node-lists org-list",
  does: "Print the same as quorumPermission.orgList.",
  examples: ["node-lists org-list"],
  read: orgList,
  show: (orgs) => formatForConsole(orgs),
});

const details = readCommand({
  name: "node-lists org-details",
  does: "Print the same as quorumPermission.getOrgDetails for an organisation.",
  args: { org: text("full id of the organisation, as in ORG1.SUB1") },
  examples: ["node-lists org-details ORG1"],
  read: (network, { org }) => getOrgDetails(network, org),
  show: (found) => formatForConsole(found),
});

export default group("node-lists", "the output of a GoQuorum node's console, for comparison", [list, details]);
