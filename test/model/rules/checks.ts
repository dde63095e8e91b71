import { Access, AccountStatus, Deploying, NodeStatus, Setting } from "../../data/codes.js";
import { hasEnded } from "./ends.js";
import { isAccountHeld, isOrgHeld, lasts } from "./holds.js";
import { isActive, roleHeld } from "./standing.js";
import { valueOf } from "./limits.js";
import { accountOf, isAnswering, isOn, nodeOf, ultimateOf } from "./lookup.js";
import { NOBODY, type Org, type World } from "./world.js";

/** Transfer, deployment, call: which access levels cover it. */
const COVERED: Record<Transaction["kind"], readonly bigint[]> = {
  transfer: [Access.TRANSFER, Access.FULL, Access.TRANSFER_AND_CALL, Access.TRANSFER_AND_DEPLOY],
  deploy: [Access.DEPLOY, Access.FULL, Access.TRANSFER_AND_DEPLOY, Access.DEPLOY_AND_CALL],
  call: [Access.FULL, Access.CALL, Access.TRANSFER_AND_CALL, Access.DEPLOY_AND_CALL],
};

export interface Transaction {
  sender: string;
  target: string;
  kind: "transfer" | "deploy" | "call";
}

export function covers(access: bigint, kind: Transaction["kind"]): boolean {
  return COVERED[kind].includes(access);
}

/** What the implementation answers. Rule 21: while its organisation is suspended, an admin by vote reaches the interface; whoever
 *  is held reaches nothing else. */
export function mayTransact(w: World, { sender, target, kind }: Transaction): boolean {
  if (!w.booted) return true;
  // A policy may let the guardian veto.
  if (target === w.deployed.permInterface && sender === w.guardian) return true;
  const account = accountOf(w, sender);
  if (account?.status !== AccountStatus.ACTIVE || account.org === undefined) return false;
  const isToInterface = target === w.deployed.permInterface;
  const isHeld = isAccountHeld(w, account) || isOrgHeld(w, account.org);
  const mayAct = isActive(account.org) && (!isHeld || isToInterface);
  const role = roleHeld(w, account);
  const isCovered = role !== undefined && covers(role.access, kind);
  if (mayAct && isCovered && isOpen(w, account.org, { sender, target, kind })) return true;
  return isToInterface && account.byVote && (isHeld || !isActive(account.org));
}

/** Whether the network's settings leave a transaction to those whose role covers it. The interface and the guardian's contract
 *  are always open. */
function isOpen(w: World, org: Org, { target, kind }: Transaction): boolean {
  if (kind === "deploy") return mayDeploy(w, org);
  if (target === w.deployed.permInterface || target === w.deployed.upgradable) return true;
  return !isOn(w, Setting.REGISTERED_ONLY) || !isContract(w, target);
}

function mayDeploy(w: World, org: Org): boolean {
  const own = valueOf(w, Setting.DEPLOYING, ultimateOf(org));
  return own === Deploying.AS_NETWORK ? !isOn(w, Setting.DEPLOYING) : own === Deploying.FREE;
}

/** Nobody has registered one. */
function isContract({ deployed }: World, target: string): boolean {
  return target === deployed.otherInterface || deployed.implementations.has(target);
}

/** Rule 12: and what the interface answers nodes: the guardian can always repair. */
export function transactionAllowed(w: World, transaction: Transaction): boolean {
  const { sender, target } = transaction;
  if (target === w.deployed.upgradable && isRepairer(w, sender)) return true;
  return isAnswering(w) && mayTransact(w, transaction);
}

export function isRepairer(w: World, address: string): boolean {
  return address !== NOBODY && (address === w.guardian || address === w.proposedGuardian);
}

/** Rule 17: the port is never compared, the ip if the network says so. */
export function mayConnect(w: World, enodeId: string, ip: string): boolean {
  const node = nodeOf(w, enodeId);
  if (node === undefined || lasts(w, node.hold) || hasEnded(w, node)) return false;
  return node.status === NodeStatus.APPROVED && (!isOn(w, Setting.IP_CHECK) || node.ip === ip);
}

export function connectionAllowed(w: World, enodeId: string, ip: string): boolean {
  return isAnswering(w) && (!w.booted || mayConnect(w, enodeId, ip));
}
