import { readSnapshot, type Snapshot } from "../../read/read-snapshot.js";
import { readCommand } from "../read-command.js";
import { showProposals } from "../show/proposal-tables.js";
import { count, facts, status } from "../show/table.js";

/** "12 organisations: 10 approved, 2 suspended". */
function tally(records: readonly { status: string }[], noun: string): string {
  const statuses = [...new Set(records.map((each) => each.status))];
  const parts = statuses.map((word) => `${records.filter((each) => each.status === word).length} ${status(word)}`);
  return `${count(records.length, noun)}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}

function showStatus({ chainId, block, settings, ...lists }: Snapshot): string {
  const { orgs, nodes, accounts, roles, networkAdmins, openProposals } = lists;
  const lines = facts([
    ["network", `chain ${chainId}, block ${block}, ${settings.booted ? "booted" : "not booted yet"}`],
    ["admin organisation", settings.adminOrg],
    ["network admins", networkAdmins.join("\n")],
    ["organisations", tally(orgs, "organisation")],
    ["nodes", tally(nodes, "node")],
    ["accounts", tally(accounts, "account")],
    ["roles", count(roles.filter(({ active }) => active).length, "active role")],
    ["limits", `${count(settings.breadth, "sub-organisation")} each, ${count(settings.depth, "level")}`],
    ["ip check", settings.ipCheck ? "on" : "off"],
    ["host names", settings.hostNames ? "on" : "off"],
    [
      "guardian",
      `${settings.guardian}${settings.proposedGuardian === null ? "" : `, to be succeeded by ${settings.proposedGuardian}`}`,
    ],
    ["implementation", settings.implementation],
  ]);
  return `${lines}\n\n${showProposals(openProposals, "No proposal is open.")}`;
}

export default readCommand({
  name: "status",
  does: "Show the state of the network, and what is proposed.",
  examples: ["status", "status --json"],
  read: (network) => readSnapshot(network),
  show: showStatus,
});
