import { onOff } from "../../model/codes.js";
import { type Enode, formatEnode, hasHostName } from "../../model/enode.js";
import { DEFAULT_LIMITS } from "./file-schema.js";
import { PLACEHOLDER } from "./readers.js";

/** What a new network file is made from. Where guardian or accounts are left out, a placeholder stands that nothing
 *  accepts. */
export interface NewNetwork {
  nodes: readonly Enode[];
  guardian?: string | undefined;
  accounts?: readonly string[] | undefined;
  adminOrg?: string | undefined;
  networkAdminRole?: string | undefined;
  orgAdminRole?: string | undefined;
  subOrgBreadth?: number | undefined;
  subOrgDepth?: number | undefined;
  ipCheck?: boolean | undefined;
}

/** The text of a network file in YAML, with a comment on every key. */
export function newNetworkFile(network: NewNetwork): string {
  const { nodes, guardian = PLACEHOLDER, accounts = [PLACEHOLDER] } = network;
  const { adminOrg = "ADMINORG", networkAdminRole = "ADMIN", orgAdminRole = "ORGADMIN" } = network;
  const { subOrgBreadth = 3, subOrgDepth = 4, ipCheck = !nodes.some(hasHostName) } = network;
  return `# A network as its founders want it; portcullis deploy sets it up. Once the deployment has started, do not change this
# file: later changes are made in the network. "portcullis check" says whether the file is right.

# The account that links the contracts now, and may replace their implementation later. It decides nothing else.
# Preferably a dedicated account, whose key is kept separately. An address: 0x and 40 hex digits, in quotes.
# Example: "0x9186eb3d20cbd1f5f992a950d808c4495153abd5"
guardian: ${text(guardian)}

# The organisation of those who run the network. Its admins are the network admins, its nodes are those below.
# A name of 1 to 64 characters of A-Z a-z 0-9 _ - (no dot). It cannot be changed later. Example: ADMINORG
adminOrg: ${text(adminOrg)}

# The role of a network admin: they vote on organisations, on admins and on everything that concerns the whole network.
# A name like the one above. It cannot be changed later. Example: ADMIN
networkAdminRole: ${text(networkAdminRole)}

# The role of an organisation's admin: they look after accounts, roles and nodes of their own organisation.
# A name like those above, different from the network admin role. It cannot be changed later. Example: ORGADMIN
orgAdminRole: ${text(orgAdminRole)}

# The first network admins. At least one; three or more, of different people, can carry on when a key is lost.
# A list of addresses, each in quotes, no duplicates. Example: - "0xed9d02e382b34818e88b88a309c7fe71e65f419d"
accounts:
${list(accounts)}

# How many sub-organisations an organisation may have directly below it. From 1 to 4294967295, without quotes. Example: 3
subOrgBreadth: ${subOrgBreadth}

# How many levels of organisations there may be, the top one included. From 1 to 32, without quotes. Example: 4
subOrgDepth: ${subOrgDepth}

# The first nodes; all of them belong to the organisation of the network admins. A list of enode URLs, no duplicates, as nodes
# print them at startup and as admin.nodeInfo.enode shows them; raftport only if the network runs on Raft. Or the path of
# a static-nodes.json, relative to this file's folder: nodes: static-nodes.json
# Example: - enode://<128 hex digits>@10.0.0.1:30303?discport=0&raftport=50400
nodes:
${list(nodes.map(formatEnode))}

# Whether the IP that a node connects from must be the one listed. Off where nodes come from other addresses than they listen
# at, for example on Kubernetes, and where they are named by host names: nodes ask with IPs, never with names.
# on or off; the network admins can change it by vote. May be left out: on.
ipCheck: ${onOff(ipCheck)}

# Whether nodes may be named by host names instead of IP addresses. Only if every node runs with --raftdnsenable.
# on or off; the network admins can change it by vote. May be left out: off.
hostNames: ${onOff(nodes.some(hasHostName))}

# Whether contracts that nobody has registered are closed: members may then call only what is registered for an organisation.
# on or off; the network admins can change it by vote. May be left out: off.
registeredOnly: off

# Whether only those organisations may deploy contracts that the network lets, one by one. The organisation of the network
# admins is no exception. on or off; the network admins can change it by vote. May be left out: off.
restrictDeploying: off

# How many nodes each organisation may add by itself, together with all organisations below it. GoQuorum nodes keep 1,000 nodes,
# 6,000 accounts, 2,500 roles and 2,000 organisations in memory, and refuse what they have forgotten: twenty organisations at
# these limits cannot exceed that. From 1 to 32767, without quotes; the network admins can change this limit and those below by
# vote, for all or for one organisation. May be left out. Example: ${DEFAULT_LIMITS.nodeLimit}
nodeLimit: ${DEFAULT_LIMITS.nodeLimit}

# How many accounts it may add, likewise. Example: ${DEFAULT_LIMITS.accountLimit}
accountLimit: ${DEFAULT_LIMITS.accountLimit}

# How many roles it may add, likewise. Example: ${DEFAULT_LIMITS.roleLimit}
roleLimit: ${DEFAULT_LIMITS.roleLimit}

# How many sub-organisations it may add, likewise. Example: ${DEFAULT_LIMITS.subOrgLimit}
subOrgLimit: ${DEFAULT_LIMITS.subOrgLimit}

# How often it may change the address of a node on one day, likewise. Example: ${DEFAULT_LIMITS.moveLimit}
moveLimit: ${DEFAULT_LIMITS.moveLimit}

# Accounts that may boot the network besides the guardian, for example those of nodes that will boot it themselves.
# A list of addresses, each in quotes, no duplicates; [] for none. May be left out: [].
# Example: ["0x0638e1574728b6d862dd5d3a3e0942c3be47d996"]
bootOperators: []
`;
}

/** A text that YAML takes for a text, whatever it looks like. */
function text(value: string): string {
  return JSON.stringify(value);
}

function list(values: readonly string[]): string {
  return values.map((value) => `  - ${text(value)}`).join("\n");
}
