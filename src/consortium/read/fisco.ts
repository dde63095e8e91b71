import { type Found, type FoundNode, type Listing, nameOf, settle } from "./found.js";
import { type Format, type Input, reasons } from "./input.js";
import { asPort, asRecord, asText } from "./values.js";

const NODE = /^node\d+$/i;

/** Why a list of FISCO's generator says so little. */
const WHY = {
  agency: "the file does not say whose node it is",
  enodeId: "a node's key is in its certificate, and this file has none",
};
const WHY_GROUP = {
  chainId: "FISCO's generator gives groups a number within one chain, and each is a chain of its own here",
};

const whyNot = reasons({
  group: "GoQuorum has no such setting",
  member: "this is no address of a node",
  members: "this is no address of a node",
  nodes: "this is no address of a node",
});

/** FISCO BCOS's mchain.ini, mgroup.ini and mexpand.ini, and node_deployment.ini and group_genesis.ini of its later generator. */
export const FISCO_FILES: readonly Format[] = [
  {
    name: "FISCO's nodes that join a group (mexpand.ini)",
    fits: (value) => hasNodes(value) && "members" in asRecord(value),
    read: (input) => {
      readMembers(input, "members", "neighbours");
      readNodes(input, "joining");
    },
    whyNot: whyNotOfNode,
  },
  {
    name: "FISCO's nodes of a group (mchain.ini or node_deployment.ini)",
    fits: hasNodes,
    read: (input) => {
      readNodes(input, "nodes");
    },
    whyNot: whyNotOfNode,
  },
  ...["member", "nodes"].map((section) => ({
    name: `FISCO's group (${section === "member" ? "mgroup.ini" : "group_genesis.ini"})`,
    fits: (value: unknown) => "group" in asRecord(value) && section in asRecord(value),
    read: (input: Input) => {
      readMembers(input, section, "members");
    },
    whyNot,
  })),
];

function hasNodes(value: unknown): boolean {
  return Object.entries(asRecord(value)).some(([key, each]) => NODE.test(key) && "p2p_listen_port" in asRecord(each));
}

function whyNotOfNode(where: string): string {
  if (/\.(?:rpc_ip|channel_ip)$/.test(where)) return "a GoQuorum node is told when it starts where it answers JSON-RPC";
  if (where.endsWith(".channel_listen_port")) return "GoQuorum has no channel: applications speak JSON-RPC";
  return NODE.test(where.replace(/\..*/, "")) ? "this is no key that is known" : whyNot(where);
}

function readNodes(input: Input, as: "nodes" | "joining"): void {
  const { leaves, found } = input;
  const listing = listingOf(input, as);
  for (const [key, section] of Object.entries(asRecord(leaves.value))) {
    if (!NODE.test(key)) continue;
    const { p2p_ip: ip, p2p_listen_port: port, jsonrpc_listen_port: rpcPort } = asRecord(section);
    const [host, at] = [asText(ip), asPort(port)];
    if (host === undefined || at === undefined) continue;
    const node = nodeAt(found, host, at);
    listing.nodes.add(node);
    found.run(node, listing.group).validator ??= as === "nodes";
    const joins = as === "nodes" ? `the node ${node.name ?? ""}` : `the node ${node.name ?? ""}, which joins later`;
    leaves.used([key, "p2p_ip"], `the host of ${joins}`);
    leaves.used([key, "p2p_listen_port"], `the port of ${joins}`);
    const asked = asPort(rpcPort);
    if (asked !== undefined)
      leaves.given([key, "jsonrpc_listen_port"], settle(node, "rpcPort", asked), `its port ${asked} for JSON-RPC`);
  }
}

function readMembers(input: Input, section: string, as: "members" | "neighbours"): void {
  const { leaves, found } = input;
  const listing = listingOf(input, as);
  for (const [key, written] of Object.entries(asRecord(asRecord(leaves.value)[section]))) {
    const [, host, port] = /^(.+):(\d+)$/.exec(asText(written) ?? "") ?? [];
    const at = asPort(port);
    if (host === undefined || at === undefined) continue;
    const node = nodeAt(found, host, at);
    listing.nodes.add(node);
    found.run(node, listing.group).validator = true;
    leaves.used([section, key], `the node ${node.name ?? ""} in the group ${listing.group}`);
  }
}

/** Remembers which nodes the file names as what, so that contradictions are found when all files are read. */
function listingOf(input: Input, as: Listing["as"]): Listing {
  const listing = { file: input.from.name, group: readGroup(input), as, nodes: new Set<FoundNode>() };
  input.found.listings.push(listing);
  return listing;
}

function readGroup({ leaves, found }: Input): string {
  const id = asText(asRecord(asRecord(leaves.value).group).group_id);
  const group = found.group(nameOf(id === undefined ? "group" : `group${id}`));
  Object.assign(group.why, WHY_GROUP);
  if (id !== undefined) leaves.used(["group", "group_id"], `the group ${group.name}`);
  return group.name;
}

/** A node goes by its address, as the folders of the generator do. */
function nodeAt(found: Found, host: string, port: number): FoundNode {
  const node = found.node(`${host}:${port}`);
  Object.assign(node, { host, port, name: nameOf(`node_${host}_${port}`), why: { ...node.why, ...WHY } });
  return node;
}
