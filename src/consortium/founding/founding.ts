import type { NewOrg } from "../../actions/orgs.js";
import { isSameAccount } from "../../model/address.js";
import type { Enode } from "../../model/enode.js";
import type { NewNetwork } from "../../network/network-file/new-network-file.js";
import type { Agency, Consortium, Group } from "../file/consortium.js";
import { groupGenesis } from "../genesis/group-genesis.js";
import { enodeOf } from "../packages/node-process.js";

/** How an agency makes a permissioned network of a group: of itself, whose organisation decides, and of the other members. */
export interface Founding {
  group: Group;
  /** Hash of the first block that its nodes must have. */
  hash: string;
  /** Where the agency's own node answers JSON-RPC on its machine. */
  url: string;
  /** The network before the others are in it. Its guardian is whoever deploys. */
  network: Omit<NewNetwork, "guardian">;
  /** The other members, each with its first admin and its first node in the group. */
  others: NewOrg[];
  /** What the others have besides, which is added once they are organisations. */
  left: LeftToMember[];
}

/** Nodes that only a member's own admin may add, and further admins of it. */
export interface LeftToMember {
  org: string;
  nodes: Enode[];
  accounts: string[];
}

/** The groups in which an agency has nodes, as it founds them. */
export function foundings(consortium: Consortium, agency: Agency): Founding[] {
  return consortium.groups.flatMap((group) => {
    const own = partOf(consortium, group, agency);
    if (own.nodes.length === 0) return [];
    const others = consortium.agencies
      .filter(({ name }) => name !== agency.name)
      .map((each) => partOf(consortium, group, each))
      .filter(({ nodes }) => nodes.length > 0);
    return {
      group,
      hash: groupGenesis(consortium, group).hash,
      url: `http://127.0.0.1:${own.rpcPort}`,
      network: { nodes: own.nodes, accounts: agency.admins, adminOrg: agency.name },
      others: others.flatMap(({ org, nodes: [node], admins: [admin] }) =>
        node === undefined || admin === undefined ? [] : { org, node, admin },
      ),
      left: others
        .map(({ org, nodes, admins }) => ({ org, nodes: nodes.slice(1), accounts: admins.slice(1) }))
        .filter(({ nodes, accounts }) => nodes.length + accounts.length > 0),
    };
  });
}

/** What an agency has in a group. */
function partOf({ nodes }: Consortium, group: Group, { name: org, admins }: Agency) {
  const own = nodes
    .filter(({ agency }) => agency === org)
    .flatMap(({ host, runs }) => runs.filter((run) => run.group === group.name).map((run) => ({ host, run })));
  return { org, admins, nodes: own.map(({ host, run }) => enodeOf(host, run)), rpcPort: own[0]?.run.rpcPort ?? 0 };
}

/** Whether an account votes in a network as it is founded. */
export function isFounder({ network }: Founding, account: string): boolean {
  return network.accounts?.some((each) => isSameAccount(each, account)) ?? false;
}
