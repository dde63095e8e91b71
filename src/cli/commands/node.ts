import { ENODE, NODE } from "../examples.js";
import {
  addNode,
  approveNodeRecovery,
  changeNodeAddress,
  changeNodeStatus,
  proposeNodeRecovery,
  proposeNodeRelease,
  releaseNode,
  renewNode,
} from "../../actions/nodes.js";
import { NODE_STATUS, type StatusChange } from "../../model/codes.js";
import type { Network } from "../../network/network.js";
import { wanted } from "../../read/filter.js";
import { findNode } from "../../read/find.js";
import { topOf } from "../../model/org-id.js";
import { type Enode, SHORT_ID } from "../../model/enode.js";
import type { NodeRecord } from "../../model/records.js";
import { parseEnode } from "../../network/parse-enode.js";
import { readNodes } from "../../read/read-records.js";
import { withStop, withStops } from "../../read/stopped.js";
import { group } from "../command.js";
import { END_OPTIONS, endOf, newEndOf, RENEWAL_OPTIONS } from "../end-options.js";
import { listOptions } from "../list-options.js";
import { orgNode } from "../org-node.js";
import { proposeCommand } from "../propose-command.js";
import { readCommand } from "../read-command.js";
import { showNode, showNodes } from "../show/record-tables.js";
import { enode, text } from "../specs.js";
import { UsageError } from "../usage-error.js";
import { NODE_ENDS } from "../warn-of-end.js";
import { warnOfNode } from "../warn-of-node.js";
import type { Note } from "../warnings.js";
import { BY_HAND, writeCommand } from "../write-command.js";

const node = text("its enode URL, its enode id, or at least the first eight digits of the id");

/** GoQuorum nodes take an account's transactions only at approved nodes of its organisation's tree. */
async function warnOfLast(network: Network, { enodeId, org }: Pick<NodeRecord, "enodeId" | "org">): Promise<string[]> {
  if (org === null) return [];
  const top = topOf(org);
  const others = (await readNodes(network)).filter(
    (each) => each.org !== null && topOf(each.org) === top && each.enodeId !== enodeId,
  );
  if (others.some(({ status, ended }) => status === "approved" && !ended)) return [];
  return [
    `It is the last approved node of ${top} and what is below it: without one, their accounts can send nothing, not even to activate it again.`,
  ];
}

const list = readCommand({
  name: "node list",
  alias: "ls",
  does: "List the nodes.",
  options: listOptions(NODE_STATUS),
  examples: ["node list", "node list --org ORG1 --status approved", "node list --json"],
  read: async (network, filter) => {
    const of = { orgOf: ({ org }: NodeRecord) => org, statusOf: ({ status }: NodeRecord) => status };
    return withStops(network, await wanted(network, await readNodes(network), filter, of));
  },
  show: showNodes,
});

const show = readCommand({
  name: "node show",
  does: "Show a node.",
  args: { node },
  examples: [`node show ${NODE}`, `node show ${ENODE}`],
  read: async (network, given) => withStop(network, await findNode(network, given.node)),
  show: showNode,
});

async function shown(network: Network, name: string): Promise<string> {
  return showNode(await withStop(network, await findNode(network, name)));
}

const add = writeCommand({
  section: BY_HAND,
  name: "node add",
  does: "Add a node to an organisation. Admins of the organisation or above.",
  args: { org: text("full id of the organisation"), node: enode("enode URL") },
  options: END_OPTIONS,
  examples: [`node add ORG1 ${ENODE}`, `node add ORG1 ${ENODE} --until 2027-01-31`, `node add ORG1 ${ENODE} --for 90d`],
  act: (actor, { org, node, ...end }) => addNode(actor, { org, node, until: endOf(end) }),
  warnings: async (network, { org, node, ...end }) => [
    ...(await warnOfNode(network, node)),
    ...(endOf(end) === undefined ? [] : await warnOfEnd(network, { org, enodeId: node.enodeId })),
  ],
  after: (network, given) => shown(network, given.node.enodeId),
});

async function warnOfEnd(network: Network, node: Pick<NodeRecord, "enodeId" | "org">): Promise<(string | Note)[]> {
  return [NODE_ENDS, ...(await warnOfLast(network, node))];
}

const renew = writeCommand({
  section: BY_HAND,
  name: "node renew",
  does: "Give the admission of a node another end, whether it has ended or not. Admins of its organisation or above.",
  args: { node },
  options: RENEWAL_OPTIONS,
  examples: [`node renew ${NODE} --until 2027-01-31`, `node renew ${NODE} --for 90d`, `node renew ${NODE} --forever`],
  act: async (actor, given) => {
    const until = newEndOf(given);
    return renewNode(actor, { ...(await orgNode(actor.network, given.node)), until });
  },
  warnings: async (network, given) => (given.forever ? [] : warnOfEnd(network, await findNode(network, given.node))),
  after: (network, given) => shown(network, given.node),
});

function changeCommand(name: "deactivate" | "activate" | "blacklist", change: StatusChange, does: string) {
  return writeCommand({
    section: BY_HAND,
    name: `node ${name}`,
    ...(name === "deactivate" && { alias: "suspend" }),
    does: `${does} Admins of its organisation or above; in the admin organisation network admins, by vote.`,
    args: { node },
    examples: [`node ${name} ${NODE}`],
    act: async (actor, given) => changeNodeStatus(actor, { ...(await orgNode(actor.network, given.node)), change }),
    ...(change === "blacklist" && {
      nameOf: async (given: { node: string }, network: Network) =>
        (await findNode(network, given.node)).enodeId.slice(0, SHORT_ID),
    }),
    warnings: async (network, given) =>
      change === "activate" ? [] : warnOfLast(network, await findNode(network, given.node)),
    after: (network, given) => shown(network, given.node),
  });
}

const recover = proposeCommand({
  name: "node recover",
  does: "Propose to lift the blacklisting of a node. Network admins.",
  args: { node },
  examples: [`node recover ${NODE}`],
  about: (network, given) => orgNode(network, given.node),
  propose: proposeNodeRecovery,
  approve: approveNodeRecovery,
});

/** Whoever gives an enode id alone is told what is missing. */
function toMoved(text: string): Enode {
  if (!/^[0-9a-f]{8,128}$/i.test(text)) return parseEnode(text);
  throw new UsageError(
    `"${text}" names a node, and not its new address.`,
    `Write its enode URL with the new address. portcullis node show ${text.slice(0, SHORT_ID)} prints the present one.`,
  );
}

const move = writeCommand({
  section: BY_HAND,
  name: "node move",
  does: "Change the address at which a node listens; its identity stays the same. Admins of its organisation or above; in the admin organisation network admins, by vote.",
  args: { node: { ...enode("enode URL with the new address"), parse: toMoved } },
  examples: [`node move ${ENODE}`],
  act: async (actor, given) => {
    const { org } = await orgNode(actor.network, given.node.enodeId);
    return changeNodeAddress(actor, { org, node: given.node });
  },
  warnings: (network, { node }) => warnOfNode(network, node),
  after: (network, given) => shown(network, given.node.enodeId),
});

const release = writeCommand({
  section: BY_HAND,
  name: "node release",
  does: "Let a node go, so that another organisation can add it. Admins of its organisation or above.",
  args: { node },
  examples: [`node release ${NODE}`],
  act: async (actor, given) => releaseNode(actor, await orgNode(actor.network, given.node)),
  warnings: async (network, given) => warnOfLast(network, await findNode(network, given.node)),
  after: (network, given) => shown(network, given.node),
});

const proposeRelease = proposeCommand({
  name: "node propose-release",
  does: "Propose that an organisation loses a node, and cannot take it back by itself. Network admins.",
  args: { node },
  examples: [`node propose-release ${NODE}`],
  about: (network, given) => orgNode(network, given.node),
  propose: proposeNodeRelease,
  warnings: async (network, given) => warnOfLast(network, await findNode(network, given.node)),
});

export default group("node", "nodes: which may connect", [
  list,
  show,
  add,
  renew,
  changeCommand("deactivate", "suspend", "Take a node off the network for a while."),
  changeCommand("activate", "activate", "Let a deactivated node connect again."),
  changeCommand("blacklist", "blacklist", "Shut a node out; only a vote can lift this."),
  recover,
  release,
  proposeRelease,
  move,
]);
