import { ACCOUNT, ENODE } from "../examples.js";
import {
  addSubOrg,
  approveOrg,
  approveOrgStatus,
  proposeOrg,
  proposeOrgStatus,
  proposeSuspension,
  recordEndOfSuspension,
} from "../../actions/orgs.js";
import { ORG_STATUS } from "../../model/codes.js";
import type { Org } from "../../model/records.js";
import { stopper } from "../../model/stopped.js";
import { wanted } from "../../read/filter.js";
import { findOrg } from "../../read/find.js";
import { type CacheUse, isNearlyFull, readCacheUse, useInWords } from "../../read/cache-use.js";
import { readLimits } from "../../read/limits.js";
import { readOrgContents } from "../../read/org-contents.js";
import { readSizedOrgs } from "../../read/org-sizes.js";
import type { RightsChange } from "../../read/rights-change.js";
import type { Network } from "../../network/network.js";
import { group } from "../command.js";
import { END_OPTIONS, endOf } from "../end-options.js";
import { listOptions } from "../list-options.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { showOrgContents, showOrgs } from "../show/record-tables.js";
import { status } from "../show/table.js";
import { address, enode, optional, text } from "../specs.js";
import { warnOfClaims } from "../warn-of-claims.js";
import { SUSPENSION_ENDS } from "../warn-of-end.js";
import { warnOfNode } from "../warn-of-node.js";
import { UsageError } from "../usage-error.js";
import { BY_HAND, writeCommand } from "../write-command.js";

const org = text("full id of the organisation, as in ORG1.SUB1");
const topOrg = text("id of an organisation without a parent");

const list = readCommand({
  name: "org list",
  alias: "ls",
  does: "List the organisations as a tree, with how many nodes and accounts each has itself.",
  options: listOptions(ORG_STATUS),
  examples: ["org list", "org list --org ORG1", "org list --status suspended", "org list --json"],
  read: async (network, filter) => {
    const orgs = await readSizedOrgs(network);
    const of = { orgOf: ({ id }: Org) => id, statusOf: ({ status: word }: Org) => word };
    return (await wanted(network, orgs, filter, of)).map(stopper(orgs));
  },
  show: showOrgs,
});

const show = readCommand({
  name: "org show",
  does: "Show an organisation with its sub-organisations, roles, accounts and nodes.",
  args: { org },
  examples: ["org show ORG1", "org show ORG1.SUB1 --json"],
  read: (network, given) => readOrgContents(network, given.org),
  show: showOrgContents,
});

/** An organisation comes with a node, an account and the role of its admin. */
async function withAnotherOrg(network: Network): Promise<CacheUse[]> {
  return (await readCacheUse(network, await readLimits(network))).map((use) => ({ ...use, records: use.records + 1 }));
}

const propose = proposeCommand({
  name: "org propose",
  does: "Propose an organisation with its first node and its admin. Network admins.",
  args: { org: text("id of the organisation") },
  options: { node: enode("enode URL of its first node"), admin: address("account of its admin") },
  examples: [
    `org propose ORG1 --node ${ENODE} --admin ${ACCOUNT}`,
    `org propose ORG1 --node ${ENODE} --admin ${ACCOUNT} --dry-run`,
  ],
  about: (_network, given) => given,
  propose: proposeOrg,
  approve: approveOrg,
  warnings: async (network, given) => {
    const caches = await withAnotherOrg(network);
    const note = `With the new organisation, the caches of GoQuorum nodes will hold ${caches.map(useInWords).join(", ")}.`;
    const claims = await warnOfClaims(network, { org: given.org, node: given.node, account: given.admin });
    return [
      { note },
      ...claims,
      ...(await warnOfNode(network, given.node)),
      ...caches.filter(isNearlyFull).map(warnOfCache),
    ];
  },
});

function warnOfCache(use: CacheUse): string {
  return `There is not much room left in the caches of GoQuorum nodes (${useInWords(use)}). What does not fit is forgotten, and its transactions are refused.`;
}

/** Whoever gives the full id has read it in a list. */
function requireOwnId(parent: string, name: string): void {
  if (!name.startsWith(`${parent}.`)) return;
  throw new UsageError(`Give ${name.slice(parent.length + 1)} alone.`, `The parent's id, ${parent}, is put before it.`);
}

const addSub = writeCommand({
  section: BY_HAND,
  name: "org add-sub",
  does: "Add a sub-organisation. Admins of the organisation above it, or of one further up.",
  args: { parent: text("full id of the organisation above it"), name: text("its own id, without the parent's") },
  options: { node: optional(enode("enode URL of its first node")) },
  examples: ["org add-sub ORG1 SUB1", `org add-sub ORG1 SUB1 --node ${ENODE}`],
  act: (actor, { parent, name, node }) => {
    requireOwnId(parent, name);
    return addSubOrg(actor, { parent, org: name, node });
  },
  warnings: (network, { node }) => warnOfNode(network, node),
  after: async (network, { parent, name }) => {
    const added = await findOrg(network, `${parent}.${name}`);
    return `${added.id} is ${status(added.status)}.`;
  },
});

const suspend = proposeCommand({
  name: "org suspend",
  does: "Propose to suspend an organisation and everything below it, or when its suspension ends. Network admins.",
  args: { org: topOrg },
  options: END_OPTIONS,
  examples: ["org suspend ORG1", "org suspend ORG1 --for 90d", "org suspend ORG1 --until 2027-01-31"],
  about: (_network, given) => ({ org: given.org, change: "suspend" as const, until: endOf(given) }),
  propose: (actor, { until, ...about }) =>
    until === undefined ? proposeOrgStatus(actor, about) : proposeSuspension(actor, { ...about, until }),
  approve: approveOrgStatus,
  // The vote that names the organisation is for a suspension without an end.
  isNamed: ({ until }) => until === undefined,
  warnings: (_network, _given, { until }) => Promise.resolve(until === undefined ? [] : [SUSPENSION_ENDS]),
  takesRights: { by: "suspend-org", change: ({ org: id }): RightsChange => ({ about: "org", org: id }) },
});

const restore = proposeCommand({
  name: "org restore",
  alias: "activate",
  does: "Propose to restore a suspended organisation. Network admins.",
  args: { org: topOrg },
  examples: ["org restore ORG1"],
  about: (_network, given) => ({ org: given.org, change: "restore" as const }),
  propose: proposeOrgStatus,
  approve: approveOrgStatus,
});

const endSuspension = writeCommand({
  name: "org end-suspension",
  does: "Record that a suspension has ended, for the lists of nodes, and for its voice to count again. Everyone.",
  args: { org: topOrg },
  examples: ["org end-suspension ORG1"],
  act: recordEndOfSuspension,
  after: async (network, given) => {
    const found = await findOrg(network, given.org);
    return `${found.id} is ${status(found.status)}.`;
  },
});

export default group("org", "organisations: who belongs to the network", [
  list,
  show,
  propose,
  addSub,
  suspend,
  restore,
  endSuspension,
]);
