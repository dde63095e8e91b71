import { AccountStatus, Action, Op, OrgStatus, RuleKind, Setting, State } from "../../data/codes.js";
import { POLICY } from "../../helpers/contract-suite.js";
import { mayActFor } from "../rules/acting.js";
import { isLimit } from "../rules/limits.js";
import type { Call } from "../rules/call.js";
import { accountOf, nodeOf } from "../rules/lookup.js";
import { mayBeRemoved } from "../rules/outcomes.js";
import { mayProposeBy } from "../rules/policies.js";
import { isActive, isAdminOf, isNetworkAdmin } from "../rules/standing.js";
import { turnOf } from "../rules/voices.js";
import { type Account, type Node, NOBODY, type Org, type Proposal, type Rule, type World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";
import {
  ADMIN_ROLE_NAMES,
  ENODE_IDS,
  IPS,
  NEWCOMERS,
  ODD_ENODE_IDS,
  ODD_HOSTS,
  ODD_NAMES,
  PEOPLE,
  PORTS,
  RAFT_PORTS,
  ROLE_NAMES,
  SUB_NAMES,
  TOP_NAMES,
} from "./values.js";

/** Who calls with what. */
export type CallerAndArgs = Pick<Call, "from" | "args">;

/** How often, of a hundred, an argument is not the one that fits. */
const SLIP = 5;

/** Arguments that often fit what there is, so that most calls come as far as the rules. */
export class FittingArguments {
  constructor(
    private readonly w: World,
    private readonly c: Chooser,
  ) {}

  /** Choices of their own. */
  another(what: string): FittingArguments {
    return new FittingArguments(this.w, this.c.another(what));
  }

  /* WHAT FITS, OR NOT */

  private or<T>(what: string, fitting: T, other: () => T): T {
    return this.c.chance(`slip in ${what}`, SLIP) ? other() : fitting;
  }

  anybody(what = "anybody"): string {
    return this.c.one(what, PEOPLE);
  }

  someAccount(what: string, fitting: readonly string[] = PEOPLE): string {
    const odd = [NOBODY, this.w.guardian, this.w.proposedGuardian, ...PEOPLE];
    return this.or(what, this.c.pick(what, fitting) ?? this.anybody(what), () => this.c.one(`odd ${what}`, odd));
  }

  newcomer(): string {
    return this.someAccount(
      "newcomer",
      NEWCOMERS.filter((address) => accountOf(this.w, address) === undefined),
    );
  }

  networkAdmin(): string {
    const admins = PEOPLE.filter((address) => isNetworkAdmin(this.w, address));
    return this.or("network admin", this.c.pick("network admin", admins) ?? this.anybody(), () =>
      this.anybody("other network admin"),
    );
  }

  /** Who does something for an organisation, or may propose it. */
  actor(orgId: string, op: bigint): string {
    const org = this.w.orgs.find(({ id }) => id === orgId);
    const isActor = (address: string): boolean =>
      org !== undefined && (mayActFor(this.w, address, org, op) || isAdminOf(this.w, address, org));
    return this.or("actor", this.c.pick("actor", PEOPLE.filter(isActor)) ?? this.anybody(), () =>
      this.anybody("other actor"),
    );
  }

  orgId(fitting: (org: Org) => boolean = this.isGrowing): string {
    const ids = this.w.orgs.filter(fitting).map(({ id }) => id);
    const others = [...this.w.orgs.map(({ id }) => id), ...TOP_NAMES, "NONE", ""];
    return this.or("organisation", this.c.pick("organisation", ids) ?? this.c.one("organisation", others), () =>
      this.c.one("other organisation", others),
    );
  }

  private readonly isGrowing = (org: Org): boolean => isActive(org) || this.c.chance("not active", 10);

  name(what: string, names: readonly string[]): string {
    return this.or(what, this.c.one(what, names), () => this.c.one(`odd ${what}`, ODD_NAMES));
  }

  number(what: string, fitting: readonly bigint[], odd: readonly bigint[]): bigint {
    return this.or(what, this.c.one(what, fitting), () => this.c.one(`odd ${what}`, odd));
  }

  /* NODES */

  enodeId(fitting: (node: Node) => boolean): string {
    const ids = this.w.nodes.filter(fitting).map(({ enodeId }) => enodeId);
    return this.or("node", this.c.pick("node", ids) ?? this.c.one("node", ENODE_IDS), () =>
      this.c.one("odd node", [...ENODE_IDS, ...ODD_ENODE_IDS]),
    );
  }

  newNode(): unknown[] {
    const taken = new Set(this.w.nodes.filter(({ free }) => !free).map(({ enodeId }) => enodeId));
    const free = ENODE_IDS.filter((enodeId) => !taken.has(enodeId));
    const enodeId = this.or("new node", this.c.pick("new node", free) ?? this.c.one("new node", ENODE_IDS), () =>
      this.c.one("odd new node", [...ENODE_IDS, ...ODD_ENODE_IDS]),
    );
    return [enodeId, ...this.newAddress()];
  }

  newAddress(): unknown[] {
    return [
      this.or("ip", this.c.one("ip", IPS), () => this.c.one("odd ip", ODD_HOSTS)),
      this.or("port", this.c.one("port", PORTS), () => 0),
      this.c.one("Raft port", RAFT_PORTS),
    ];
  }

  /** The node as it is recorded, or proposed; without its Raft port now and then, as nodes list it. */
  namedNode(enodeId: string): unknown[] {
    const node = nodeOf(this.w, enodeId);
    if (node === undefined) return [enodeId, ...this.newAddress()];
    const named = this.c.chance("as proposed", 60) ? (node.proposed ?? node) : node;
    const { ip, port, raftPort } = named;
    if (this.c.chance("another address", 15)) return [enodeId, ...this.newAddress()];
    return [enodeId, ip, port, this.c.chance("no Raft port", 20) ? 0 : raftPort];
  }

  orgOfNode(enodeId: string): string {
    const node = nodeOf(this.w, enodeId);
    return this.or("node's organisation", node?.org.id ?? this.orgId(), () => this.orgId(() => true));
  }

  /* ACCOUNTS */

  account(what: string, fitting: (account: Account) => boolean): string {
    return this.someAccount(
      what,
      this.w.accounts
        .filter((account) => account.status !== AccountStatus.NONE && fitting(account))
        .map(({ address }) => address),
    );
  }

  orgOfAccount(address: string): string {
    const account = accountOf(this.w, address);
    return this.or("account's organisation", account?.org?.id ?? this.orgId(), () => this.orgId(() => true));
  }

  adminRole(orgId: string): string {
    const [adminOrg, networkAdmin, orgAdmin] = POLICY;
    return orgId === adminOrg ? networkAdmin : orgAdmin;
  }

  customRole(orgId: string): string {
    const inLine = this.w.roles.filter(
      ({ org, kind, active }) => active && kind === "custom" && (orgId === org.id || orgId.startsWith(`${org.id}.`)),
    );
    const names = inLine.map(({ name }) => name);
    return this.or("role", this.c.pick("role", names) ?? this.c.one("role", ROLE_NAMES), () =>
      this.c.one("other role", [...ROLE_NAMES, ...ADMIN_ROLE_NAMES, "NONE"]),
    );
  }

  /* PROPOSALS */

  proposal(fitting: (proposal: Proposal) => boolean): Proposal | undefined {
    const open = this.w.proposals.filter((proposal) => proposal.state === State.OPEN && fitting(proposal));
    return this.c.pick("proposal", open, ({ id }) => String(id));
  }

  /** One that waits. */
  passed(fitting: (proposal: Proposal) => boolean): Proposal | undefined {
    const passed = this.w.proposals.filter((proposal) => proposal.state === State.PASSED && fitting(proposal));
    return this.c.pick("passed proposal", passed, ({ id }) => String(id));
  }

  proposalId(fitting: (proposal: Proposal) => boolean): bigint {
    const last = this.w.proposals.length;
    const any = (): bigint =>
      BigInt(
        this.c.one(
          "other proposal",
          [0, last + 1, last, last - 1, 1].filter((n) => n >= 0),
        ),
      );
    return this.or("proposal", BigInt(this.proposal(fitting)?.id ?? any()), any);
  }

  /** Often one that holds changes, as long as what it changes is as it was when it was proposed; a policy, or an emergency. */
  toVoteOn(): bigint {
    const resolution = this.proposal(({ resolution }) => resolution !== undefined);
    const policy = this.proposal(({ op }) => op === Op.CHANGE_RULE);
    const emergency = this.proposal(({ op }) => op === Op.EMERGENCY);
    const kind = this.c.weighted("vote on", { resolution: 35, policy: 20, emergency: 15, any: 30 });
    const wanted = { resolution, policy, emergency, any: undefined }[kind];
    return wanted === undefined ? this.proposalId(() => true) : BigInt(wanted.id);
  }

  /** One whose vote on it counts, mostly. */
  voter(proposal: Proposal | undefined): string {
    if (proposal === undefined) return this.networkAdmin();
    const wanted = this.c.chance("again", SLIP) ? "has voted" : "may vote";
    const voters = PEOPLE.filter((address) => turnOf(this.w, proposal, address) === wanted);
    return this.or("voter", this.c.pick("voter", voters) ?? this.networkAdmin(), () => this.anybody("other voter"));
  }

  /** A network admin, or one whom the policy of an operation lets propose. */
  proposer(op: bigint): string {
    const rule = this.w.rules[Number(op)];
    const byPolicy = PEOPLE.filter((address) => rule !== undefined && mayProposeBy(this.w, rule, address));
    const proposer = this.c.chance("by policy", 60) ? this.c.pick("proposer", byPolicy) : undefined;
    return proposer ?? this.networkAdmin();
  }

  rule(): bigint[] {
    const ops = Object.values(Op).slice(1);
    const kinds = Object.values(RuleKind).filter((kind) => kind !== RuleKind.FORBIDDEN);
    const op = this.number("operation", ops, [0n, 22n, 2n ** 200n]);
    const known = this.w.rules[Number(op)];
    const kind = this.c.chance("forbid", 7) ? RuleKind.FORBIDDEN : this.number("kind", kinds, [7n, 256n]);
    const numbers = this.numbersOf(kind);
    return this.c.chance("same rule", SLIP) && known !== undefined ? this.sameRule(known) : [op, kind, ...numbers];
  }

  setting(): bigint[] {
    const setting = this.number("setting", Object.values(Setting), [0n, 11n, 2n ** 200n]);
    const present = this.w.settings.get(setting) ?? 0n;
    const value = isLimit(setting) ? this.limit() : 1n - present;
    return [setting, this.or("value", value, () => this.c.one("odd value", [0n, 1n, 2n, 2n ** 200n]))];
  }

  /** Low enough to be reached, mostly. */
  limit(): bigint {
    return this.number("limit", [0n, 1n, 2n, 3n, 4n, 32767n], [32768n, 2n ** 200n]);
  }

  private sameRule({ op, kind, count, outOf }: Rule): bigint[] {
    return [op, kind, count, outOf];
  }

  numbersOf(kind: bigint): bigint[] {
    const count = this.number("count", [1n, 2n, 3n], [0n, 50n, 2n ** 32n]);
    if (kind === RuleKind.COUNT) return [count, this.or("unused", 0n, () => 1n)];
    if (kind === RuleKind.FRACTION) return [count, this.number("part", [3n, 4n, 2n ** 32n - 1n], [0n, 1n, 2n ** 32n])];
    return this.or("unused", [0n, 0n], () => [this.c.one("count", [0n, 1n]), 1n]);
  }

  /* WHAT THE CALLS ARE */

  /** An organisation in a state that an action of `updateOrgStatus` fits. */
  turnable(): [orgId: string, action: bigint] {
    const orgId = this.orgId(
      (org) => org.parent === undefined && org.id !== POLICY[0] && org.proposal === 0 && org.status !== OrgStatus.NONE,
    );
    const suspended = this.w.orgs.find(({ id }) => id === orgId)?.status === OrgStatus.SUSPENDED;
    return [orgId, this.action(suspended ? [Action.ACTIVATE] : [Action.SUSPEND], [0n, 1n, 2n, 3n])];
  }

  action(fitting: readonly bigint[], odd: readonly bigint[] = [0n, 4n, 2n ** 64n]): bigint {
    return this.number("action", fitting, odd);
  }

  /** What the open proposal of an operation names. */
  approval(op: bigint): Proposal | undefined {
    return this.proposal((proposal) => proposal.op === op) ?? this.proposal(() => this.c.chance("another", 50));
  }

  isForRemoval(account: Account): boolean {
    return account.admin && mayBeRemoved(account) && account.proposal === 0;
  }

  subName(): string {
    return this.name("sub-organisation", SUB_NAMES);
  }
}
