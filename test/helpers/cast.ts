import { Action, Op, RuleKind } from "../data/codes.js";
import {
  ADMIN_ORG,
  type Connection,
  type Node,
  NETWORK_ADMIN,
  type Person,
  type Strangers,
  type Suite,
  bootedSuite,
  join,
  makeAdmin,
  nodeNamed,
  removeAdmin,
} from "./contract-suite.js";

/** One account of every kind that the rules distinguish. */
export interface Cast {
  org1Admin: Person;
  org2Admin: Person;
  /** Admin of ORG1.SUB1 by a role that ORG1 defined. */
  subAdmin: Person;
  /** An ordinary account of ORG1, with full access. */
  member: Person;
  /** An account of ORG1 that was its admin by a role of its own, and is suspended. */
  suspended: Person;
  /** The same, blacklisted. */
  blacklisted: Person;
  formerAdmin: Person;
  stranger: Person;
}

export interface Town extends Suite, Cast {
  node1: Node;
  node2: Node;
  subNode: Node;
}

/** A booted network with ORG1, ORG1.SUB1 and ORG2, and the whole cast. */
export async function town(connection: Connection): Promise<Town> {
  const s = await bootedSuite(connection);
  const [org1Admin, org2Admin, subAdmin, member, suspended, blacklisted] = s.free;
  const [formerAdmin, stranger] = s.free.slice(6) as [Person, Person];
  const free = s.free.slice(8) as unknown as Strangers;
  const cast: Cast = { org1Admin, org2Admin, subAdmin, member, suspended, blacklisted, formerAdmin, stranger };

  const node1 = await join(s, "ORG1", cast.org1Admin, nodeNamed("ORG1", "10.0.1.1"));
  const node2 = await join(s, "ORG2", cast.org2Admin, nodeNamed("ORG2", "10.0.2.1"));
  await makeAdmin(s, ADMIN_ORG, cast.formerAdmin, NETWORK_ADMIN);
  await removeAdmin(s, ADMIN_ORG, cast.formerAdmin);

  const admin = s.as(cast.org1Admin);
  const subNode = nodeNamed("ORG1.SUB1", "10.0.1.2");
  await admin.addSubOrg("ORG1", "SUB1", ...subNode);
  await admin.addNewRole("DEPUTY", "ORG1", 3, true, true);
  await admin.addNewRole("MEMBER", "ORG1", 3, false, false);
  await admin.assignAccountRole(cast.subAdmin, "ORG1.SUB1", "DEPUTY");
  await admin.assignAccountRole(cast.member, "ORG1", "MEMBER");
  await admin.assignAccountRole(cast.suspended, "ORG1", "DEPUTY");
  await admin.updateAccountStatus("ORG1", cast.suspended, Action.SUSPEND);
  await admin.assignAccountRole(cast.blacklisted, "ORG1", "DEPUTY");
  await admin.updateAccountStatus("ORG1", cast.blacklisted, Action.BLACKLIST);
  return { ...s, ...cast, free, node1, node2, subNode };
}

/** The account's status, as the numbers of codes.ts. */
export async function statusOf(s: Suite, account: Person): Promise<bigint> {
  return await s.accounts.getAccountStatus(account);
}

/** Whether the account may send any transaction at all: a transfer, a deployment or a call. */
export async function maySend(s: Suite, account: Person): Promise<boolean> {
  const { ZeroAddress } = s.ethers;
  const questions = [
    [account.address, "0x"],
    [ZeroAddress, "0x00"],
    [account.address, "0x00"],
  ] as const;
  const answers = await Promise.all(
    questions.map(([target, payload]) => s.permInterface.transactionAllowed(account, target, 0, 0, 0, payload)),
  );
  return answers.includes(true);
}

/** Leaves proposals of several kinds open there. */
export async function proposeSeveral(t: Town): Promise<void> {
  const admin = t.as(t.admins[0]);
  await admin.addOrg("ORG3", ...nodeNamed("ORG3"), t.free[0]);
  await admin.updateOrgStatus("ORG2", Action.SUSPEND);
  await admin.assignAdminRole(ADMIN_ORG, t.free[1], NETWORK_ADMIN);
  await admin.startBlacklistedAccountRecovery("ORG1", t.blacklisted);
  await admin.proposeRule(Op.ADD_ORG, RuleKind.ALL, 0, 0);
}
