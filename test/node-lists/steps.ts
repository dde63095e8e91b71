import { AccountStatus, Action, NodeStatus, Op, OrgStatus, RuleKind, Setting } from "../data/codes.js";
import { ADMIN_ORG, NETWORK_ADMIN, type Node, nodeNamed, ORG_ADMIN, type Person } from "../helpers/contract-suite.js";
import { DECISION_STEPS } from "./decision-steps.js";
import { EMERGENCY_STEPS } from "./emergency-steps.js";
import { adminsOf, isWithin, pick, topOrgs, type Outlook } from "./outlook.js";
import { POLICY_STEPS } from "./policy-steps.js";
import { resolutionSteps } from "./resolution-steps.js";
import { about, admin, type Choice, someLaterTime, type Step, voter } from "./step.js";
import { SUSPENSION_STEPS } from "./suspension-steps.js";

const ORGS = ["ORG1", "ORG2", "ORG3", "ORG4", "A-LONGER-NAME"];
const SUBS = ["SUB1", "SUB2"];
const ROLES = ["CLERK", "DEPUTY"];
const NODES = ["n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"];
const IPS = ["10.0.0.1", "10.0.0.2", "a-host.of-a-bank.example"];
const PORTS = [30303, 30304];
const ADMIN_ROLES: readonly string[] = [NETWORK_ADMIN, ORG_ADMIN];

/** An organisation that has an admin. */
function someOrg(outlook: Outlook, number: number): string | undefined {
  const governed = outlook.orgs.filter(({ fullId }) => adminsOf(outlook, fullId).length > 0);
  return pick(governed, number)?.fullId;
}

function someNode({ what, how }: Choice): Node {
  return nodeNamed(pick(NODES, what) ?? "", pick(IPS, how), pick(PORTS, how));
}

const recorded = ({ enodeId, ip, port, raftPort }: Outlook["nodes"][number]): Node => [
  enodeId,
  ip,
  Number(port),
  Number(raftPort),
];

/** Of the admin organisation, nodes have no end. */
const isOrdinary = ({ orgId }: Outlook["nodes"][number]): boolean => orgId !== ADMIN_ORG;

const orgOf = ({ accounts }: Outlook, { address }: Person): string | undefined =>
  accounts.find(({ account }) => account === address)?.orgId;

/** A role and an account to which it may be given: one of nobody's, or one of the role's organisation or below. */
function roleFor(outlook: Outlook, { what, how }: Choice) {
  const role = pick(
    outlook.roles.filter(({ roleId }) => ROLES.includes(roleId)),
    what,
  );
  if (role === undefined) return undefined;
  const below = outlook.orgs.map(({ fullId }) => fullId).filter((id) => isWithin(id, role.orgId));
  const account = pick(
    outlook.people.filter((each) => [undefined, ...below].includes(orgOf(outlook, each))),
    how,
  );
  if (account === undefined) return undefined;
  return { account, orgId: orgOf(outlook, account) ?? pick(below, how) ?? "", roleId: role.roleId };
}

/** When a right ends; now and then 0, for never. */
const someEnd = (outlook: Outlook, choice: Choice): number =>
  choice.how % 5 === 0 ? 0 : someLaterTime(outlook, choice);

/** What may be part of a resolution, too. */
const CHANGES = {
  proposeOrg: (outlook, choice) => {
    const taken = outlook.orgs.map(({ fullId }) => fullId);
    // What an organisation has claimed by hand is taken from it by vote.
    const isFree = (each: Person): boolean => orgOf(outlook, each) === undefined || choice.who % 3 === 0;
    const free = outlook.people.filter(isFree);
    const orgId = ORGS.find((each) => !taken.includes(each)) ?? pick(ORGS, choice.what);
    const args = [orgId, ...someNode(choice), pick(free, choice.how)];
    return [{ from: voter(outlook, choice), name: "addOrg", args }];
  },
  addSubOrg: (outlook, choice) =>
    about(someOrg(outlook, choice.what), (parent) => {
      const node: Node = choice.how % 2 === 0 ? someNode(choice) : ["", "", 0, 0];
      const args = [parent, pick(SUBS, choice.how >> 1), ...node];
      return { from: admin(outlook, parent, choice), name: "addSubOrg", args };
    }),
  changeOrgStatus: (outlook, choice) =>
    about(pick(topOrgs(outlook), choice.what), ({ fullId, status }) => {
      const action = status === OrgStatus.SUSPENDED ? Action.ACTIVATE : Action.SUSPEND;
      return { from: voter(outlook, choice), name: "updateOrgStatus", args: [fullId, action] };
    }),
  addRole: (outlook, choice) =>
    about(someOrg(outlook, choice.what), (orgId) => {
      const args = [pick(ROLES, choice.how), orgId, choice.how % 8, false, choice.how % 3 === 1];
      return { from: admin(outlook, orgId, choice), name: "addNewRole", args };
    }),
  removeRole: (outlook, choice) =>
    about(
      pick(
        outlook.roles.filter(({ roleId }) => ROLES.includes(roleId)),
        choice.what,
      ),
      ({ roleId, orgId }) => ({ from: admin(outlook, orgId, choice), name: "removeRole", args: [roleId, orgId] }),
    ),
  giveRole: (outlook, choice) =>
    about(roleFor(outlook, choice), ({ account, orgId, roleId }) => ({
      from: admin(outlook, orgId, choice),
      name: "assignAccountRole",
      args: [account, orgId, roleId],
    })),
  giveRoleUntil: (outlook, choice) =>
    about(roleFor(outlook, choice), ({ account, orgId, roleId }) => ({
      from: admin(outlook, orgId, choice),
      name: "assignAccountRoleUntil",
      args: [account, orgId, roleId, someEnd(outlook, choice)],
    })),
  changeAccountStatus: (outlook, choice) =>
    about(
      pick(
        outlook.accounts.filter(({ roleId }) => !ADMIN_ROLES.includes(roleId)),
        choice.what,
      ),
      ({ account, orgId, status }) => {
        const possible = status === AccountStatus.ACTIVE ? [Action.SUSPEND, Action.BLACKLIST] : [Action.ACTIVATE];
        const args = [orgId, account, pick(possible, choice.how)];
        return { from: admin(outlook, orgId, choice), name: "updateAccountStatus", args };
      },
    ),
  addNode: (outlook, choice) =>
    about(someOrg(outlook, choice.how), (orgId) => ({
      from: admin(outlook, orgId, choice),
      name: "addNode",
      args: [orgId, ...someNode(choice)],
    })),
  addNodeUntil: (outlook, choice) =>
    about(pick(outlook.nodes.filter(isOrdinary), choice.how), ({ orgId }) => ({
      from: admin(outlook, orgId, choice),
      name: "addNodeUntil",
      args: [orgId, ...someNode(choice), someEnd(outlook, choice)],
    })),
  prolongNode: (outlook, choice) =>
    about(pick(outlook.nodes.filter(isOrdinary), choice.what), (node) => ({
      from: admin(outlook, node.orgId, choice),
      name: "addNodeUntil",
      args: [node.orgId, ...recorded(node), someEnd(outlook, choice)],
    })),
  changeNodeStatus: (outlook, choice) =>
    about(pick(outlook.nodes, choice.what), (node) => {
      const possible = node.status === NodeStatus.APPROVED ? [Action.SUSPEND, Action.BLACKLIST] : [Action.ACTIVATE];
      const args = [node.orgId, ...recorded(node), pick(possible, choice.how)];
      return { from: admin(outlook, node.orgId, choice), name: "updateNodeStatus", args };
    }),
  moveNode: (outlook, choice) =>
    about(pick(outlook.nodes, choice.what), ({ orgId, enodeId }) => ({
      from: admin(outlook, orgId, choice),
      name: "changeNodeAddress",
      args: [orgId, enodeId, pick(IPS, choice.how), pick(PORTS, choice.who), 0],
    })),
  releaseNode: (outlook, choice) =>
    about(pick(outlook.nodes, choice.what), ({ orgId, enodeId }) => ({
      from: admin(outlook, orgId, choice),
      name: "releaseNode",
      args: [orgId, enodeId],
    })),
  releaseAccount: (outlook, choice) =>
    about(
      pick(
        outlook.accounts.filter(({ roleId }) => !ADMIN_ROLES.includes(roleId)),
        choice.what,
      ),
      ({ orgId, account }) => ({
        from: admin(outlook, orgId, choice),
        name: "releaseAccount",
        args: [orgId, account],
      }),
    ),
  proposeNodeRelease: (outlook, choice) =>
    about(pick(outlook.nodes, choice.what), ({ orgId, enodeId }) => ({
      from: voter(outlook, choice),
      name: "proposeNodeRelease",
      args: [orgId, enodeId],
    })),
  proposeAccountRelease: (outlook, choice) =>
    about(
      pick(
        outlook.accounts.filter(({ roleId }) => !ADMIN_ROLES.includes(roleId)),
        choice.what,
      ),
      ({ orgId, account }) => ({
        from: voter(outlook, choice),
        name: "proposeAccountRelease",
        args: [orgId, account],
      }),
    ),
  proposeAdmin: (outlook, choice) =>
    about(pick(outlook.people, choice.how), (account) => {
      const own = choice.who % 4 === 0 ? undefined : orgOf(outlook, account);
      const orgId = own ?? pick(outlook.orgs, choice.what)?.fullId;
      const args = [orgId, account, orgId === ADMIN_ORG ? NETWORK_ADMIN : ORG_ADMIN];
      return { from: voter(outlook, choice), name: "assignAdminRole", args };
    }),
  proposeRemoval: (outlook, choice) =>
    about(
      pick(
        outlook.accounts.filter(
          ({ roleId, status }) => ADMIN_ROLES.includes(roleId) && status === AccountStatus.ACTIVE,
        ),
        choice.what,
      ),
      ({ orgId, account }) => ({ from: voter(outlook, choice), name: "proposeAdminRemoval", args: [orgId, account] }),
    ),
  recoverNode: (outlook, choice) =>
    about(
      pick(
        outlook.nodes.filter(({ status }) => status === NodeStatus.BLACKLISTED),
        choice.what,
      ),
      (node) => ({
        from: voter(outlook, choice),
        name: "startBlacklistedNodeRecovery",
        args: [node.orgId, ...recorded(node)],
      }),
    ),
  recoverAccount: (outlook, choice) =>
    about(
      pick(
        outlook.accounts.filter(({ status }) => status === AccountStatus.BLACKLISTED),
        choice.what,
      ),
      ({ orgId, account }) => ({
        from: voter(outlook, choice),
        name: "startBlacklistedAccountRecovery",
        args: [orgId, account],
      }),
    ),
  proposeRule: (outlook, choice) => {
    const op = pick(Object.values(Op).slice(1), choice.what);
    const kind = pick([RuleKind.ANY, RuleKind.MAJORITY, RuleKind.ALL], choice.how);
    return [{ from: voter(outlook, choice), name: "proposeRule", args: [op, kind, 0, 0] }];
  },
  proposeSetting: (outlook, choice) => [
    { from: voter(outlook, choice), name: "proposeSetting", args: [Setting.IP_CHECK, choice.how % 2] },
  ],
} satisfies Record<string, Step>;

export const STEPS = {
  ...CHANGES,
  ...EMERGENCY_STEPS,
  ...SUSPENSION_STEPS,
  ...POLICY_STEPS,
  ...resolutionSteps(CHANGES),
  ...DECISION_STEPS,
} satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
