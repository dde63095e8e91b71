import { agreementFindings } from "../../check/agreement-findings.js";
import { compareNodes, type NodeHead } from "../../chain/compare-nodes.js";
import { finding } from "../../errors/finding.js";
import { onOff } from "../../model/codes.js";
import type { Account, NodeRecord, Org, Role } from "../../model/records.js";
import { statusWithoutTimes, type Stoppable, stopper } from "../../model/stopped.js";
import { readStatus, type Snapshot } from "../../read/read-snapshot.js";
import { type CacheUse, isNearlyFull, useInWords } from "../../read/cache-use.js";
import { givenNodes, NODE_OPTIONS, NODE_URL_OPTION } from "../connection.js";
import { paint } from "../output.js";
import { readCommand } from "../read-command.js";
import { findingInWords, type Found } from "../show/finding.js";
import { endingsAmong } from "../../read/endings.js";
import { showEndings } from "../show/endings.js";
import { showProposals } from "../show/proposal-tables.js";
import { count, facts, nodeState, standingTogether, table, toned } from "../show/table.js";

/** "12 organisations: 9 approved; 2 suspended; 1 approved, ORG1 suspended". */
function tally(records: readonly Stoppable<{ status: string }>[], noun: string): string {
  const parts = [...new Set(records.map(statusWithoutTimes))].map((words) => {
    const group = records.filter((each) => statusWithoutTimes(each) === words);
    return `${group.length} ${group.slice(0, 1).map(standingTogether).join("")}`;
  });
  return `${count(records.length, noun)}${parts.length === 0 ? "" : `: ${parts.join("; ")}`}`;
}

/** A snapshot with what is stopped by a suspension, and where each of the nodes stands, if several are named. */
interface Status extends Omit<Snapshot, "orgs" | "roles" | "accounts" | "nodes"> {
  orgs: Stoppable<Org>[];
  roles: Stoppable<Role>[];
  accounts: Stoppable<Account>[];
  nodes: Stoppable<NodeRecord>[];
  caches: CacheUse[];
  warnings: Found[];
  nodeHeads: (Omit<NodeHead, "highest" | "trouble"> & { trouble: string | null })[];
}

async function headsOf(url: string | undefined, others: readonly string[]): Promise<Status["nodeHeads"]> {
  const nodes = givenNodes(url, others);
  if (nodes.length < 2) return [];
  const heads = await compareNodes(nodes);
  return heads.map(({ node, state, block, compared, hash, trouble }) => {
    return { node, state, block, compared, hash, trouble: trouble?.message ?? null };
  });
}

function showHeads(heads: Status["nodeHeads"]): string[] {
  if (heads.length === 0) return [];
  const rows = heads.map(({ node, block, state }) => [node, String(block ?? ""), nodeState(state)]);
  return ["", table([["node", "middle"], "latest block", "state"], rows)];
}

/** How full a cache is, and what may come; in colour from where it becomes too little. */
function cacheWords(use: CacheUse): string {
  const words = `${useInWords(use)}, up to ${use.possible} within the limits`;
  return isNearlyFull(use) ? toned("blacklisted", words) : words;
}

function limitsInWords({ breadth, depth }: Snapshot["settings"]): string {
  return `${count(breadth, "sub-organisation")} each, ${count(depth, "level")}`;
}

/** What the network holds, which is nothing before the boot. */
function contents({
  settings,
  orgs,
  nodes,
  accounts,
  contracts,
  roles,
  networkAdmins,
  caches,
}: Status): [string, string][] {
  return [
    ["admin organisation", settings.adminOrg],
    ["network admins", networkAdmins.join("\n")],
    ["organisations", tally(orgs, "organisation")],
    ["nodes", tally(nodes, "node")],
    ["accounts", tally(accounts, "account")],
    ["contracts", count(contracts.length, "contract")],
    ["roles", count(roles.filter(({ active }) => active).length, "active role")],
    ["limits", limitsInWords(settings)],
    ["nodes' caches", caches.map(cacheWords).join("\n")],
    ["ip check", onOff(settings.ipCheck)],
    ["host names", onOff(settings.hostNames)],
    ["registered only", onOff(settings.registeredOnly)],
    ["restrict deploying", onOff(settings.restrictDeploying)],
  ];
}

function showStatus(status: Status): string {
  const { chainId, block, settings, nodeHeads, warnings, openProposals } = status;
  const { booted, guardian, proposedGuardian, implementation } = settings;
  const lines = facts([
    ["network", `chain ${chainId}, block ${block}, ${booted ? "booted" : "not booted yet"}`],
    ...(booted ? contents(status) : []),
    ["guardian", `${guardian}${proposedGuardian === null ? "" : `, to be succeeded by ${proposedGuardian}`}`],
    ["implementation", implementation],
  ]);
  const doubts = warnings.flatMap(({ what, wayOut }) => [
    `${paint("yellow", "!")} ${what}`,
    ...(wayOut === undefined ? [] : [`  ${wayOut}`]),
  ]);
  return [
    lines,
    ...(doubts.length === 0 ? [] : ["", ...doubts]),
    ...showHeads(nodeHeads),
    ...(booted ? ["", showProposals(openProposals, "No proposal is open.")] : []),
    ...showEndings(endingsAmong(status)),
  ].join("\n");
}

/** What may lock the network; before the boot, that it permits everything. */
function doubtsAbout({ settings, rules, networkAdmins }: Snapshot): Found[] {
  const found = settings.booted ? agreementFindings(rules, networkAdmins.length) : [finding("NOT_BOOTED", {})];
  return found.map(findingInWords);
}

export default readCommand({
  name: "status",
  does: "Show the state of the network, and what is proposed.",
  options: { ...NODE_OPTIONS, ...NODE_URL_OPTION },
  examples: ["status", "status --json", "status --node-url http://10.0.0.2:22000 http://10.0.0.3:22000"],
  read: async (network, { network: url, nodeUrl = [] }) => {
    const found = await readStatus(network);
    const stoppable = stopper(found.orgs);
    return {
      ...found,
      orgs: found.orgs.map(stoppable),
      roles: found.roles.map(stoppable),
      accounts: found.accounts.map(stoppable),
      nodes: found.nodes.map(stoppable),
      warnings: doubtsAbout(found),
      nodeHeads: await headsOf(url, nodeUrl),
    };
  },
  show: showStatus,
});
