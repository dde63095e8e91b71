import type { Network } from "../../network/network.js";
import { LISTS } from "./record-pages.js";

interface Table {
  /** Names of the columns, which are those of the records' fields. */
  columns: string[];
  pages: (network: Network) => AsyncIterable<object[]>;
}

/** What can be exported as CSV: the lists of a snapshot, under their names there with dashes, and the methods of its contracts; their
 *  columns are the fields there. */
export const TABLES = {
  orgs: table(LISTS.orgs, ["id", "parent", "top", "level", "status", "heldUntil", "suspendedUntil", "proposal"]),
  nodes: table(LISTS.nodes, [
    ...(["enodeId", "url", "org", "ip", "port", "raftPort", "status", "heldUntil"] as const),
    ...(["endsAt", "ended", "proposal"] as const),
  ]),
  accounts: table(LISTS.accounts, [
    "address",
    "org",
    "role",
    "status",
    "orgAdmin",
    "effective",
    "heldUntil",
    "endsAt",
    "ended",
    "proposal",
  ]),
  roles: table(LISTS.roles, ["org", "name", "access", "kind", "admin", "voter", "active", "status"]),
  contracts: table(LISTS.contracts, [
    ...(["address", "org", "deployer", "opened.to", "opened.orgs", "opened.roles", "opened.byVote"] as const),
  ]),
  "contract-methods": table(methodPages, [
    ...(["contract", "org", "selector", "opened.to", "opened.orgs", "opened.roles", "opened.byVote"] as const),
  ]),
  "network-admins": table(
    eachOf(LISTS.networkAdmins, (address) => ({ address })),
    ["address"],
  ),
  rules: table(LISTS.rules, [
    ...(["operation", "kind", "count", "outOf", "counted", "orgs", "roles", "delay"] as const),
    ...(["veto.by", "veto.count", "veto.outOf", "rule", "policy", "needed"] as const),
    "electorate",
  ]),
  "open-proposals": table(LISTS.openProposals, [
    ...(["id", "operation", "about.org", "about.node.enodeId", "about.node.url", "about.account"] as const),
    ...(["about.role", "about.roleOrg", "about.rule.operation", "about.rule.rule", "about.setting.setting"] as const),
    ...([
      "about.setting.value",
      "about.change",
      "about.hold",
      "about.suspendedUntil",
      "proposer",
      "votesFor",
      "votesAgainst",
      "state",
    ] as const),
    ...(["expiresAt", "waiting", "lapsesAt"] as const),
  ]),
} as const satisfies Record<string, Table>;

export type CsvTable = keyof typeof TABLES;

export const CSV_TABLES = Object.keys(TABLES) as readonly CsvTable[];

/** A field of a record, or of what a field holds: "about.org". A list of names is one field. */
type PathOf<T> = {
  [Name in keyof T & string]: NonNullable<T[Name]> extends readonly string[]
    ? Name
    : NonNullable<T[Name]> extends object
      ? `${Name}.${PathOf<NonNullable<T[Name]>>}`
      : Name;
}[keyof T & string];

function table<T extends object>(pages: (network: Network) => AsyncIterable<T[]>, columns: PathOf<T>[]): Table {
  return { columns, pages };
}

/** The methods of all contracts, each with its contract and the organisation that has it. */
async function* methodPages(network: Network) {
  for await (const page of LISTS.contracts(network))
    yield page.flatMap(({ address: contract, org, methods }) =>
      methods.map((method) => ({ contract, org, ...method })),
    );
}

function eachOf<From, To>(pages: (network: Network) => AsyncIterable<readonly From[]>, change: (record: From) => To) {
  return async function* (network: Network): AsyncGenerator<To[]> {
    for await (const page of pages(network)) yield page.map(change);
  };
}
