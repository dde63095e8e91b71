import type { Action, Remedy } from "../errors/action.js";
import { covered } from "../model/covered.js";
import { type Enode, hasHostName, isIp, SHORT_ID } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { maySend, type SendQuestion, type TransactionKind } from "./checks.js";
import { contractObstacles, openingSentences } from "./explain-contracts.js";
import { type Obstacle, remedy } from "./obstacle.js";
import type { Account, NodeRecord, Org, Role } from "../model/records.js";
import type { Stoppable } from "../model/stopped.js";
import { minuteInWords } from "../util/moment.js";
import { nodesOfTree } from "./nodes-of-tree.js";
import { readAccount, readNode, readOrg, readRoles } from "./read-records.js";
import { readAddressRules, readPolicy } from "./read-settings.js";
import { rolesCalled } from "./roles-called.js";
import { withStop } from "./stopped.js";

/** The contracts' answer, why, and who could change it. */
export interface Explanation {
  allowed: boolean;
  /** Sentences; more than one when several things stand against it. */
  why: string[];
  /** Who could change that, and how; none when it is allowed. */
  wayOut: Remedy[];
}

const LIFT = "Network admins can lift this by vote.";

const BY_VOTE = remedy("Network admins can vote on it.", { name: "list-proposals" });

/** The nodes at which GoQuorum takes an account's transactions; null where every node does, or none. */
export async function readNodesFor(
  network: Network,
  { account, allowed }: { account: string; allowed: boolean },
): Promise<NodeRecord[] | null> {
  const record = allowed ? await readAccount(network, account) : undefined;
  return record === undefined || !(await readPolicy(network)).booted ? null : nodesOfTree(network, record.org);
}

/** Whether an account may send a transaction, as nodes ask, and why. */
export async function explainSending(network: Network, question: SendQuestion): Promise<Explanation> {
  const allowed = await maySend(network, question);
  const { booted } = await readPolicy(network);
  if (!booted) return { allowed, why: ["The network has not booted, so every account may send."], wayOut: [] };
  const account = await readAccount(network, question.account);
  if (allowed) {
    const why = [account === undefined ? "The contracts allow it." : standing(account)];
    return { allowed, why: [...why, ...(await openingSentences(network, question))], wayOut: [] };
  }
  return refusal(account === undefined ? [NOBODY] : await obstacles(network, account, question));
}

const NOBODY: Obstacle = {
  why: "The account belongs to no organisation.",
  wayOut: remedy("An admin of an organisation can take it in by giving it a role.", { name: "assign-role" }),
};

function standing({ org, role, status }: Account): string {
  return `The account is ${status}, with the role ${role} in ${org}.`;
}

async function obstacles(network: Network, account: Account, question: SendQuestion): Promise<Obstacle[]> {
  const found = await standingObstacles(network, account);
  if (found.length > 0) return found;
  const [role] = rolesCalled(account.role, account.org, await readRoles(network));
  if (role === undefined || !covered(role.access).includes(question.kind))
    return [accessObstacle(account, role, question.kind)];
  return contractObstacles(network, account, question);
}

/** Why an account has none of the rights that its role gives, whatever they are. */
export async function standingObstacles(network: Network, account: Account): Promise<Obstacle[]> {
  const found: Obstacle[] = [];
  if (account.role === "") found.push(withoutRole(account));
  else if (account.status !== "active") found.push(accountObstacle(account));
  if (account.heldUntil !== null) found.push(heldObstacle("The account", account.heldUntil));
  const org = await readOrg(network, account.org);
  if (org !== undefined) found.push(...(await orgObstacles(network, org)));
  // One that is only proposed has its role once it is approved.
  if (!account.effective && account.role !== "" && account.status !== "proposed")
    found.push(await roleObstacle(network, account));
  return found;
}

/** Whoever had a role when it was removed does not have it once it is added again. */
async function roleObstacle(network: Network, account: Account): Promise<Obstacle> {
  const { address, org, role, endsAt } = account;
  if (account.ended)
    return endedObstacle(`Its role ${role} ended ${minuteInWords(endsAt ?? "")}.`, org, {
      name: "renew-account",
      subject: address,
    });
  const [again] = rolesCalled(role, org, await readRoles(network));
  const [why, what] =
    again === undefined
      ? [`Its role ${role} was removed.`, "another role"]
      : [`Its role ${role} was removed, and added again since.`, "that role again, or another one"];
  return { why, wayOut: remedy(`An admin of ${org} can give it ${what}.`, { name: "assign-role" }) };
}

function withoutRole({ address, org, status }: Account): Obstacle {
  const [recover, assign, activate] = [
    { name: "recover-account", subject: address },
    { name: "assign-role" },
    { name: "activate-account", subject: address },
  ] as const;
  const wayOut =
    status === "blacklisted" || status === "recovery proposed"
      ? remedy(`Network admins can lift this by vote, and an admin of ${org} can then give it a role.`, recover, assign)
      : remedy(`An admin of ${org} can give it a role and activate it.`, assign, activate);
  return { why: `The account is ${status}, and has no role.`, wayOut };
}

function accountObstacle({ address, org, status }: Account): Obstacle {
  const why = `The account is ${status}.`;
  if (status === "blacklisted" || status === "recovery proposed") {
    return { why, wayOut: remedy(LIFT, { name: "recover-account", subject: address }) };
  }
  if (status === "proposed") return { why, wayOut: BY_VOTE };
  return { why, wayOut: remedy(`An admin of ${org} can activate it.`, { name: "activate-account", subject: address }) };
}

function endedObstacle(why: string, org: string | null, renewal: Action): Obstacle {
  return { why, wayOut: remedy(`An admin of ${org ?? "its organisation"} can renew it.`, renewal) };
}

function heldObstacle(what: string, until: string): Obstacle {
  return {
    why: `${what} is held until ${minuteInWords(until)} by an emergency measure.`,
    wayOut: remedy("It ends by itself. Whoever decides on emergencies can end it before.", {
      name: "list-emergencies",
    }),
  };
}

/** Why nothing is done for an organisation, nor by its accounts. */
export async function orgObstacles(network: Network, org: Org): Promise<Obstacle[]> {
  const top = org.top === org.id ? org : await readOrg(network, org.top);
  if (top === undefined) return [];
  if (top.heldUntil !== null) return [heldObstacle(`The organisation ${top.id}`, top.heldUntil)];
  if (top.status === "approved" || top.status === "suspension proposed") return [];
  const wayOut =
    top.status === "proposed"
      ? BY_VOTE
      : remedy("Network admins can restore it by vote.", { name: "restore-org", subject: top.id });
  const until = top.suspendedUntil === null ? "" : `, until ${minuteInWords(top.suspendedUntil)}`;
  return [{ why: `The organisation ${top.id} is ${top.status}${until}.`, wayOut }];
}

function accessObstacle(account: Account, role: Role | undefined, kind: TransactionKind): Obstacle {
  const access = role === undefined ? "" : ` gives ${role.access} access, which`;
  return {
    why: `Its role ${account.role}${access} does not cover transactions of the kind "${kind}".`,
    wayOut: remedy(`An admin of ${account.org} can give it a role that does.`, { name: "assign-role" }),
  };
}

/** Whether a node may connect, as nodes ask, and why. */
export async function explainConnecting(network: Network, { enodeId, ip, port }: Enode): Promise<Explanation> {
  const allowed = await network.contracts.rules.connectionAllowed(enodeId, ip, port);
  const { booted } = await readPolicy(network);
  if (!booted) return { allowed, why: ["The network has not booted, so every node may connect."], wayOut: [] };
  const node = await readNode(network, enodeId);
  if (node === undefined) {
    const wayOut = remedy("An admin of its organisation can add it.", { name: "add-node" });
    return refusal([{ why: "No node has this enode id.", wayOut }]);
  }
  const { ipCheck } = await readAddressRules(network);
  const byName = ipCheck ? hostNameObstacle(node, ip) : undefined;
  if (allowed && byName === undefined) return { allowed, why: connecting(await withStop(network, node)), wayOut: [] };
  const found: Obstacle[] = [];
  if (node.status !== "approved") found.push(nodeObstacle(node));
  if (node.heldUntil !== null) found.push(heldObstacle("The node", node.heldUntil));
  if (node.ended) {
    const renewal = { name: "renew-node", subject: node.enodeId.slice(0, SHORT_ID) } as const;
    found.push(endedObstacle(`Its admission ended ${minuteInWords(node.endsAt ?? "")}.`, node.org, renewal));
  }
  if (byName !== undefined) found.push(byName);
  else if (ipCheck && node.ip !== ip) {
    found.push({
      why: `It is listed at ${node.ip}, not at ${ip}, and IPs are compared.`,
      wayOut: remedy("An admin of its organisation can move it.", { name: "move-node" }),
    });
  }
  return refusal(found);
}

/** Nodes ask with the ip that a connection comes from, and never with a host name, whatever the contracts would answer. */
function hostNameObstacle(node: NodeRecord, asked: string): Obstacle | undefined {
  const says = "and IPs are compared: nodes ask with the IP of a connection, never with a name.";
  if (hasHostName(node)) {
    const hint =
      "Network admins can end the comparison by vote; or an admin of its organisation can move it to its IP address.";
    return { why: `It is listed by the host name ${node.ip}, ${says}`, wayOut: remedy(hint, { name: "move-node" }) };
  }
  if (isIp(asked)) return undefined;
  return { why: `It is listed at ${node.ip}, ${says}`, wayOut: remedy(`Ask with the IP that ${asked} stands for.`) };
}

/** A suspension takes the rights of accounts away, and leaves the nodes connected. */
function connecting({ org, status, stoppedBy }: Stoppable<NodeRecord>): string[] {
  const why = `The node is ${status}, of ${org ?? "no organisation"}.`;
  if (stoppedBy === null) return [why];
  return [why, `${stoppedBy} is suspended: its nodes may connect, but none of its accounts may send.`];
}

function nodeObstacle({ enodeId, org, status }: { enodeId: string; org: string | null; status: string }): Obstacle {
  const why = `The node is ${status}.`;
  const subject = enodeId.slice(0, SHORT_ID);
  if (status === "blacklisted" || status === "recovery proposed") {
    return { why, wayOut: remedy(LIFT, { name: "recover-node", subject }) };
  }
  if (status === "proposed") return { why, wayOut: BY_VOTE };
  if (org === null) return { why, wayOut: remedy("An admin of an organisation can add it.", { name: "add-node" }) };
  return { why, wayOut: remedy(`An admin of ${org} can activate it.`, { name: "activate-node", subject }) };
}

/** A later implementation may have reasons that this version does not know. */
function refusal(found: readonly Obstacle[]): Explanation {
  const why = found.map((each) => each.why);
  return {
    allowed: false,
    why: why.length > 0 ? why : ["The contracts refuse it, for a reason that this version does not know."],
    wayOut: distinct(found.map((each) => each.wayOut)),
  };
}

/** One vote may lift several obstacles. */
function distinct(remedies: readonly Remedy[]): Remedy[] {
  return [...new Map(remedies.map((each) => [JSON.stringify(each), each])).values()];
}
