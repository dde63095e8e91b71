import { formatForConsole } from "../../read/console-format.js";
import { getOrgDetails } from "../../read/org-details.js";
import { orgList } from "../../read/org-list.js";
import { group } from "../command.js";
import { readCommand } from "../read-command.js";
import { text } from "../specs.js";

const list = readCommand({
  name: "org-list",
  does: "What quorumPermission.orgList prints.",
  examples: ["console org-list"],
  read: orgList,
  show: (orgs) => formatForConsole(orgs),
});

const details = readCommand({
  name: "org-details",
  does: "What quorumPermission.getOrgDetails prints of an organisation.",
  args: { org: text("full id of the organisation, as in ORG1.SUB1") },
  examples: ["console org-details ORG1"],
  read: (network, { org }) => getOrgDetails(network, org),
  show: (found) => formatForConsole(found),
});

export default group("console", "the same as a GoQuorum node's console prints it, to compare", [list, details]);
