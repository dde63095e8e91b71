import { formatForConsole } from "../../read/node-lists/format.js";
import { getOrgDetails } from "../../read/node-lists/org-details.js";
import { orgList } from "../../read/node-lists/org-list.js";
import { LIST_NAMES } from "../../read/node-lists/compare-lists.js";
import { DIFFERENCE_REASONS } from "../../read/node-lists/difference-reasons.js";
import { compareNodeLists } from "../../read/node-lists/node-lists.js";
import type { Answer } from "../json/answers.js";
import { group } from "../command.js";
import { givenNodes, NODE_OPTIONS, NODE_URL_OPTION } from "../connection.js";
import { paint } from "../output.js";
import { readCommand } from "../read-command.js";
import { count } from "../show/table.js";
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

type Compared = Answer<"node-lists compare">[number];
type Difference = Compared["differences"][number];

function isUnknown({ reason }: Difference): boolean {
  return reason === null;
}

function hasUnknown(all: readonly Compared[]): boolean {
  return all.some(({ differences }) => differences.some(isUnknown));
}

function showDifference({ list: name, subject, atNode, inContracts, why }: Difference): string {
  const mark = why === null ? paint("red", "✗") : paint("blue", "i");
  return [
    `  ${mark} ${name}: ${subject}`,
    `      the node       ${atNode ?? "does not list it"}`,
    `      the contracts  ${inContracts ?? "do not have it"}`,
    `      ${why ?? "There is no known reason for this."}`,
  ].join("\n");
}

function showCompared({ node, listed, differences }: Compared): string {
  const entries = LIST_NAMES.map((name) => `${listed[name]} ${name}`).join(", ");
  const unknown = differences.filter(isUnknown).length;
  const known = differences.length - unknown;
  const sum =
    differences.length === 0
      ? "all as in the contracts"
      : `${count(unknown, "difference")} without a known reason, ${known} with one`;
  return [`${paint("bold", node)}  ${entries}: ${sum}`, ...differences.map(showDifference)].join("\n");
}

const WAY_OUT = `What has no known reason:
  If the node has not caught up, wait ("portcullis check --node-url …"). Otherwise restart it: it then reads all from the
  contracts. A node that differs even so decides otherwise than the others, and needs to be looked into.`;

const compare = readCommand({
  name: "node-lists compare",
  does: "Compare what nodes list themselves (their RPC API quorumPermission) with the contracts, and say why it may differ.",
  options: { ...NODE_OPTIONS, ...NODE_URL_OPTION },
  examples: ["node-lists compare", "node-lists compare --node-url http://10.0.0.2:22000 http://10.0.0.3:22000"],
  read: async (network, { network: url, nodeUrl = [] }) => {
    const all: Compared[] = [];
    for (const node of givenNodes(url, nodeUrl)) {
      const { differences, ...compared } = await compareNodeLists(network, node);
      const explained = differences.map((each) => ({
        ...each,
        why: each.reason === null ? null : DIFFERENCE_REASONS[each.reason],
      }));
      all.push({ ...compared, differences: explained });
    }
    return all;
  },
  isNo: hasUnknown,
  show: (all) => [...all.map(showCompared), ...(hasUnknown(all) ? [WAY_OUT] : [])].join("\n"),
});

export default group("node-lists", "what GoQuorum nodes list, by the contracts, and by the nodes themselves", [
  list,
  details,
  compare,
]);
