import { AccountStatus, Action, NodeStatus, Op, OrgStatus, RuleKind } from "../helpers/codes.js";
import { ADMIN_ORG, type Face, type Node, NETWORK_ADMIN, nodeNamed, ORG_ADMIN, type Person } from "../helpers/suite.js";
import { adminsOf, isWithin, pick, type World } from "./world.js";

/** Any numbers, by which a step chooses among what there is. */
export interface Choice {
  who: number;
  what: number;
  how: number;
}

export interface Call {
  from: Person | undefined;
  name: keyof Face & string;
  args: readonly unknown[];
}

/** What is called, by whom; nothing where there is nothing to choose from. */
export type Step = (world: World, choice: Choice) => Call[];

const ORGS = ["ORG1", "ORG2", "ORG3", "ORG4", "A-LONGER-NAME"];
const SUBS = ["SUB1", "SUB2"];
const ROLES = ["CLERK", "DEPUTY"];
const NODES = ["n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8"];
const IPS = ["10.0.0.1", "10.0.0.2", "a-host.of-a-bank.example"];
const PORTS = [30303, 30304];
const ADMIN_ROLES: readonly string[] = [NETWORK_ADMIN, ORG_ADMIN];

const voter = ({ voters }: World, { who }: Choice): Person | undefined => pick(voters, who);
const admin = (world: World, orgId: string, { who }: Choice): Person | undefined => pick(adminsOf(world, orgId), who);

/** Nothing for nothing. */
function about<T>(subject: T | undefined, call: (subject: T) => Call): Call[] {
  return subject === undefined ? [] : [call(subject)];
}

/** An organisation that has an admin. */
function someOrg(world: World, number: number): string | undefined {
  const governed = world.orgs.filter(({ fullId }) => adminsOf(world, fullId).length > 0);
  return pick(governed, number)?.fullId;
}

function someNode({ s }: World, { what, how }: Choice): Node {
  return nodeNamed(s.ethers, pick(NODES, what) ?? "", pick(IPS, how), pick(PORTS, how));
}

const recorded = ({ enodeId, ip, port, raftPort }: World["nodes"][number]): Node => [
  enodeId,
  ip,
  Number(port),
  Number(raftPort),
];

const orgOf = ({ accounts }: World, { address }: Person): string | undefined =>
  accounts.find(({ account }) => account === address)?.orgId;

/** A role and an account to which it may be given: one of nobody's, or one of the role's organisation or below. */
function roleFor(world: World, { what, how }: Choice) {
  const role = pick(
    world.roles.filter(({ roleId }) => ROLES.includes(roleId)),
    what,
  );
  if (role === undefined) return undefined;
  const below = world.orgs.map(({ fullId }) => fullId).filter((id) => isWithin(id, role.orgId));
  const account = pick(
    world.people.filter((each) => [undefined, ...below].includes(orgOf(world, each))),
    how,
  );
  if (account === undefined) return undefined;
  return { account, orgId: orgOf(world, account) ?? pick(below, how) ?? "", roleId: role.roleId };
}

export const STEPS = {
  proposeOrg: (world, choice) => {
    const taken = world.orgs.map(({ fullId }) => fullId);
    const free = world.people.filter((each) => orgOf(world, each) === undefined);
    const orgId = ORGS.find((each) => !taken.includes(each)) ?? pick(ORGS, choice.what);
    const args = [orgId, ...someNode(world, choice), pick(free, choice.how)];
    return [{ from: voter(world, choice), name: "addOrg", args }];
  },
  addSubOrg: (world, choice) =>
    about(someOrg(world, choice.what), (parent) => {
      const node: Node = choice.how % 2 === 0 ? someNode(world, choice) : ["", "", 0, 0];
      const args = [parent, pick(SUBS, choice.how >> 1), ...node];
      return { from: admin(world, parent, choice), name: "addSubOrg", args };
    }),
  changeOrgStatus: (world, choice) =>
    about(
      pick(
        world.orgs.filter(({ level, fullId }) => level === 1n && fullId !== ADMIN_ORG),
        choice.what,
      ),
      ({ fullId, status }) => {
        const action = status === OrgStatus.SUSPENDED ? Action.ACTIVATE : Action.SUSPEND;
        return { from: voter(world, choice), name: "updateOrgStatus", args: [fullId, action] };
      },
    ),
  addRole: (world, choice) =>
    about(someOrg(world, choice.what), (orgId) => {
      const args = [pick(ROLES, choice.how), orgId, choice.how % 8, false, choice.how % 3 === 1];
      return { from: admin(world, orgId, choice), name: "addNewRole", args };
    }),
  removeRole: (world, choice) =>
    about(
      pick(
        world.roles.filter(({ roleId }) => ROLES.includes(roleId)),
        choice.what,
      ),
      ({ roleId, orgId }) => ({ from: admin(world, orgId, choice), name: "removeRole", args: [roleId, orgId] }),
    ),
  giveRole: (world, choice) =>
    about(roleFor(world, choice), ({ account, orgId, roleId }) => ({
      from: admin(world, orgId, choice),
      name: "assignAccountRole",
      args: [account, orgId, roleId],
    })),
  changeAccountStatus: (world, choice) =>
    about(
      pick(
        world.accounts.filter(({ roleId }) => !ADMIN_ROLES.includes(roleId)),
        choice.what,
      ),
      ({ account, orgId, status }) => {
        const possible = status === AccountStatus.ACTIVE ? [Action.SUSPEND, Action.BLACKLIST] : [Action.ACTIVATE];
        const args = [orgId, account, pick(possible, choice.how)];
        return { from: admin(world, orgId, choice), name: "updateAccountStatus", args };
      },
    ),
  addNode: (world, choice) =>
    about(someOrg(world, choice.how), (orgId) => ({
      from: admin(world, orgId, choice),
      name: "addNode",
      args: [orgId, ...someNode(world, choice)],
    })),
  changeNodeStatus: (world, choice) =>
    about(pick(world.nodes, choice.what), (node) => {
      const possible = node.status === NodeStatus.APPROVED ? [Action.SUSPEND, Action.BLACKLIST] : [Action.ACTIVATE];
      const args = [node.orgId, ...recorded(node), pick(possible, choice.how)];
      return { from: admin(world, node.orgId, choice), name: "updateNodeStatus", args };
    }),
  moveNode: (world, choice) =>
    about(pick(world.nodes, choice.what), ({ orgId, enodeId }) => ({
      from: admin(world, orgId, choice),
      name: "changeNodeAddress",
      args: [orgId, enodeId, pick(IPS, choice.how), pick(PORTS, choice.who), 0],
    })),
  proposeAdmin: (world, choice) =>
    about(pick(world.people, choice.how), (account) => {
      const orgId = orgOf(world, account) ?? pick(world.orgs, choice.what)?.fullId;
      const args = [orgId, account, orgId === ADMIN_ORG ? NETWORK_ADMIN : ORG_ADMIN];
      return { from: voter(world, choice), name: "assignAdminRole", args };
    }),
  proposeRemoval: (world, choice) =>
    about(
      pick(
        world.accounts.filter(({ roleId, status }) => ADMIN_ROLES.includes(roleId) && status === AccountStatus.ACTIVE),
        choice.what,
      ),
      ({ orgId, account }) => ({ from: voter(world, choice), name: "proposeAdminRemoval", args: [orgId, account] }),
    ),
  recoverNode: (world, choice) =>
    about(
      pick(
        world.nodes.filter(({ status }) => status === NodeStatus.BLACKLISTED),
        choice.what,
      ),
      (node) => ({
        from: voter(world, choice),
        name: "startBlacklistedNodeRecovery",
        args: [node.orgId, ...recorded(node)],
      }),
    ),
  recoverAccount: (world, choice) =>
    about(
      pick(
        world.accounts.filter(({ status }) => status === AccountStatus.BLACKLISTED),
        choice.what,
      ),
      ({ orgId, account }) => ({
        from: voter(world, choice),
        name: "startBlacklistedAccountRecovery",
        args: [orgId, account],
      }),
    ),
  proposeRule: (world, choice) => {
    const op = pick(Object.values(Op).slice(1), choice.what);
    const kind = pick([RuleKind.ANY, RuleKind.MAJORITY, RuleKind.ALL], choice.how);
    return [{ from: voter(world, choice), name: "proposeRule", args: [op, kind, 0, 0] }];
  },
  proposeIpCheck: (world, choice) => [
    { from: voter(world, choice), name: "proposeIpCheck", args: [choice.how % 2 === 1] },
  ],
  vote: (world, choice) =>
    about(pick(world.open, choice.what), ({ id }) => ({
      from: voter(world, choice),
      name: "vote",
      args: [id, choice.how % 3 !== 0],
    })),
  /** All vote alike; who is too late is refused. */
  decide: (world, choice) =>
    world.voters.flatMap((from) =>
      about(pick(world.open, choice.what), ({ id }) => ({ from, name: "vote", args: [id, choice.how % 3 !== 0] })),
    ),
  withdraw: (world, choice) =>
    about(pick(world.open, choice.what), ({ id, proposer }) => ({
      from: world.people.find(({ address }) => address === proposer),
      name: "withdraw",
      args: [id],
    })),
  /** Any proposal that there ever was: most are closed already, and some have expired. */
  close: (world, choice) => [
    { from: pick(world.people, choice.who), name: "close", args: [(choice.what % Math.max(world.proposals, 1)) + 1] },
  ],
} satisfies Record<string, Step>;

export type StepName = keyof typeof STEPS;
