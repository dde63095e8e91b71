import type { Network } from "../../network/network.js";
import type { Proposal } from "../../model/records.js";
import { LISTS } from "./record-pages.js";

interface Table {
  /** Names of the columns, which are those of the records' fields. */
  columns: string[];
  pages: (network: Network) => AsyncIterable<object[]>;
}

/** What can be exported as CSV, under names that suit files too. */
export const TABLES = {
  organisations: table(LISTS.orgs, ["id", "parent", "top", "level", "status", "proposal"]),
  nodes: table(LISTS.nodes, ["enodeId", "url", "org", "ip", "port", "raftPort", "status", "proposal"]),
  accounts: table(LISTS.accounts, ["address", "org", "role", "status", "orgAdmin", "effective", "proposal"]),
  roles: table(LISTS.roles, ["org", "name", "access", "kind", "admin", "voter", "active", "status"]),
  "network-admins": table(
    eachOf(LISTS.networkAdmins, (address) => ({ address })),
    ["address"],
  ),
  rules: table(LISTS.rules, ["operation", "kind", "count", "outOf", "rule"]),
  "open-proposals": table(eachOf(LISTS.openProposals, flatProposal), [
    ...(["id", "operation", "org", "node", "account", "role", "ruleOperation", "rule", "setting", "value"] as const),
    ...(["change", "proposer", "votesFor", "votesAgainst", "state", "expiresAt"] as const),
  ]),
} as const satisfies Record<string, Table>;

export type CsvTable = keyof typeof TABLES;

export const CSV_TABLES = Object.keys(TABLES) as readonly CsvTable[];

function table<T extends object>(
  pages: (network: Network) => AsyncIterable<T[]>,
  columns: (keyof T & string)[],
): Table {
  return { columns, pages };
}

function eachOf<From, To>(pages: (network: Network) => AsyncIterable<readonly From[]>, change: (record: From) => To) {
  return async function* (network: Network): AsyncGenerator<To[]> {
    for await (const page of pages(network)) yield page.map(change);
  };
}

/** The node by its URL, the new rule and the new setting in two columns each, what becomes of the node in one. */
function flatProposal({ about, ...proposal }: Proposal) {
  const { org, node, account, role, rule, setting } = about;
  const changes = {
    ruleOperation: rule?.operation ?? null,
    rule: rule?.rule ?? null,
    setting: setting?.setting ?? null,
    value: setting?.value ?? null,
    change: about.change,
  };
  return { ...proposal, org, node: node?.url ?? null, account, role, ...changes };
}
