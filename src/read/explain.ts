import type { Enode } from "../model/enode.js";
import type { Network } from "../network/network.js";
import { maySend, type TransactionKind } from "./checks.js";
import type { Account, Org } from "../model/records.js";
import { readAccount, readNode, readOrg, readRoles } from "./read-records.js";
import { readSettings } from "./read-settings.js";

/** The contracts' answer, why, and who could change it. */
export interface Explanation {
  allowed: boolean;
  /** Sentences; more than one when several things stand against it. */
  why: string[];
  /** Who could change that, and how; none when it is allowed. */
  wayOut: string[];
}

interface Obstacle {
  why: string;
  wayOut: string;
}

/** Whether an account may send a transaction, as nodes ask, and why. */
export async function explainSending(
  network: Network,
  question: { account: string; kind: TransactionKind; to?: string | undefined },
): Promise<Explanation> {
  const allowed = await maySend(network, question);
  const { booted } = await readSettings(network);
  if (!booted) return { allowed, why: ["The network has not booted, so every account may send."], wayOut: [] };
  const account = await readAccount(network, question.account);
  if (allowed)
    return { allowed, why: [account === undefined ? "The contracts allow it." : standing(account)], wayOut: [] };
  return refusal(account === undefined ? [NOBODY] : await obstacles(network, account, question.kind));
}

const NOBODY: Obstacle = {
  why: "The account belongs to no organisation.",
  wayOut: "An admin of an organisation can take it in by giving it a role: portcullis account assign.",
};

function standing({ org, role, status }: Account): string {
  return `The account is ${status}, with the role ${role} in ${org}.`;
}

async function obstacles(network: Network, account: Account, kind: TransactionKind): Promise<Obstacle[]> {
  const found: Obstacle[] = [];
  if (account.role === "") found.push(withoutRole(account));
  else if (account.status !== "active") found.push(accountObstacle(account));
  const org = await readOrg(network, account.org);
  if (org !== undefined) found.push(...(await orgObstacles(network, org)));
  if (!account.effective && account.role !== "") {
    found.push({
      why: `Its role ${account.role} was removed.`,
      wayOut: `An admin of ${account.org} can give it another role: portcullis account assign.`,
    });
  } else if (found.length === 0) found.push(await accessObstacle(network, account, kind));
  return found;
}

function withoutRole({ address, org, status }: Account): Obstacle {
  const wayOut =
    status === "blacklisted" || status === "recovery proposed"
      ? `Network admins can lift this by vote: portcullis account recover ${address}. It then needs a role.`
      : `An admin of ${org} can give it a role and activate it: portcullis account assign, then account activate.`;
  return { why: `The account is ${status}, and has no role.`, wayOut };
}

function accountObstacle({ address, org, status }: Account): Obstacle {
  const why = `The account is ${status}.`;
  if (status === "blacklisted" || status === "recovery proposed") {
    return { why, wayOut: `Network admins can lift this by vote: portcullis account recover ${address}.` };
  }
  if (status === "proposed") return { why, wayOut: "Network admins can vote on it: portcullis proposal list." };
  return { why, wayOut: `An admin of ${org} can activate it: portcullis account activate ${address}.` };
}

async function orgObstacles(network: Network, org: Org): Promise<Obstacle[]> {
  const top = org.top === org.id ? org : await readOrg(network, org.top);
  if (top === undefined || top.status === "approved" || top.status === "suspension proposed") return [];
  const wayOut =
    top.status === "proposed"
      ? "Network admins can vote on it: portcullis proposal list."
      : `Network admins can restore it by vote: portcullis org restore ${top.id}.`;
  return [{ why: `The organisation ${top.id} is ${top.status}.`, wayOut }];
}

async function accessObstacle(network: Network, account: Account, kind: TransactionKind): Promise<Obstacle> {
  const holders = (await readRoles(network)).filter(({ name, active }) => active && name === account.role);
  const above = holders.filter(({ org }) => account.org === org || account.org.startsWith(`${org}.`));
  // The nearest one counts: the contracts look from the organisation upwards.
  const [role] = above.sort((one, other) => other.org.length - one.org.length);
  const access = role === undefined ? "" : ` gives ${role.access} access, which`;
  return {
    why: `Its role ${account.role}${access} does not cover transactions of the kind "${kind}".`,
    wayOut: `An admin of ${account.org} can give it a role that does: portcullis account assign.`,
  };
}

/** Whether a node may connect, as nodes ask, and why. */
export async function explainConnecting(network: Network, { enodeId, ip, port }: Enode): Promise<Explanation> {
  const allowed = await network.contracts.interface.connectionAllowed(enodeId, ip, port);
  const { booted, ipCheck } = await readSettings(network);
  if (!booted) return { allowed, why: ["The network has not booted, so every node may connect."], wayOut: [] };
  const node = await readNode(network, enodeId);
  if (node === undefined) {
    const wayOut = "An admin of its organisation can add it: portcullis node add.";
    return refusal([{ why: "No node has this enode id.", wayOut }]);
  }
  if (allowed)
    return { allowed, why: [`The node is ${node.status}, of ${node.org ?? "no organisation"}.`], wayOut: [] };
  const found: Obstacle[] = [];
  if (node.status !== "approved") found.push(nodeObstacle(node));
  if (ipCheck && node.ip !== ip) {
    found.push({
      why: `It is listed at ${node.ip}, not at ${ip}, and IPs are compared.`,
      wayOut: "An admin of its organisation can move it: portcullis node move.",
    });
  }
  return refusal(found);
}

function nodeObstacle({ enodeId, org, status }: { enodeId: string; org: string | null; status: string }): Obstacle {
  const why = `The node is ${status}.`;
  const name = enodeId.slice(0, 8);
  if (status === "blacklisted" || status === "recovery proposed") {
    return { why, wayOut: `Network admins can lift this by vote: portcullis node recover ${name}.` };
  }
  if (status === "proposed") return { why, wayOut: "Network admins can vote on it: portcullis proposal list." };
  if (org === null) return { why, wayOut: "An admin of an organisation can add it: portcullis node add." };
  return { why, wayOut: `An admin of ${org} can activate it: portcullis node activate ${name}.` };
}

/** A later implementation may have reasons that this version does not know. */
function refusal(found: readonly Obstacle[]): Explanation {
  const why = found.map((each) => each.why);
  return {
    allowed: false,
    why: why.length > 0 ? why : ["The contracts refuse it, for a reason that this version does not know."],
    wayOut: found.map((each) => each.wayOut),
  };
}
