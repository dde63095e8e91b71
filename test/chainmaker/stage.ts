import { getAddress, id as hashOf } from "ethers";
import { OPERATIONS } from "../../src/model/codes.js";
import { isOfNetworkAdmins, type Policy, policyArguments } from "../../src/model/policy.js";
import { Action, Op, State } from "../data/codes.js";
import {
  ADMIN_ORG,
  bootedSuite,
  type Connection,
  join,
  lastProposal,
  makeAdmin,
  NETWORK_ADMIN,
  nodeNamed,
  type Person,
  removeAdmin,
  stateOf,
  type Suite,
  voteThrough,
} from "../helpers/contract-suite.js";
import { outcomeOf } from "../helpers/refused.js";
import { orgNamed } from "./translation.js";

const FULL = 3;
const DEPUTY = "DEPUTY";
const ROLES = ["CLIENT", "COMMON", "CONSENSUS", "LIGHT", "AUDITOR"];
const MOST_ORGS = 10;
const DAY = 24 * 60 * 60;

/** What a signer's mark makes of its account. No certificate runs out here: whose right has ended is suspended. */
const MARKS: Readonly<Record<string, bigint>> = {
  frozen: Action.SUSPEND,
  expired: Action.SUSPEND,
  revoked: Action.BLACKLIST,
};

/** Ten organisations, of which the last ones leave when fewer are wanted, and everybody that ChainMaker's cases name. */
export class Stage {
  private active = MOST_ORGS;

  private constructor(private readonly s: Suite) {}

  static async open(connection: Connection, signers: Iterable<string>): Promise<Stage> {
    const stage = new Stage(await bootedSuite(connection));
    for (let n = 2; n <= MOST_ORGS; ++n) await stage.found(String(n));
    for (const role of ROLES) await stage.s.as(stage.s.admins[0]).addNewRole(role, ADMIN_ORG, FULL, false, false);
    for (const signer of new Set(signers)) await stage.employ(signer);
    return stage;
  }

  /** The address of whoever signs: of nobody's account where the organisation is unknown, or the signature somebody else's. */
  account(signer: string): string {
    const { org, role, number, mark } = parsed(signer);
    if (org === "1" && role === "admin" && mark === undefined) {
      const admin = this.s.admins[number - 1];
      if (admin === undefined) throw new Error(`no network admin ${number}`);
      return admin.address;
    }
    return getAddress(hashOf(signer).slice(0, 42));
  }

  /** So many organisations are active. */
  async has(count: number): Promise<void> {
    for (; this.active > count; --this.active) await this.turn(String(this.active), Action.SUSPEND);
    for (; this.active < count; ++this.active) await this.turn(String(this.active + 1), Action.ACTIVATE);
  }

  /** Has a policy set by vote; the answer says by which error it is refused. A listed organisation that is not active leaves once
   *  the policy is set. */
  async set(op: bigint, policy: Policy): Promise<string> {
    const gone = policy.orgs.flatMap((org) => {
      const number = org.slice("ORG".length);
      return org !== ADMIN_ORG && Number(number) > this.active ? [number] : [];
    });
    for (const org of gone) await this.turn(org, Action.ACTIVATE);
    const outcome = await this.propose(op, policy);
    for (const org of gone) await this.turn(org, Action.SUSPEND);
    return outcome;
  }

  wouldPass(op: bigint, accounts: readonly string[]): Promise<boolean> {
    return this.s.permInterface.wouldPass(op, [...accounts]);
  }

  /** Whether one of these may act alone for an organisation. */
  async mayAct(op: bigint, target: string, accounts: readonly string[]): Promise<boolean> {
    const org = /^\d+$/.test(target) ? orgNamed(target) : target && ADMIN_ORG.toLowerCase();
    const answers = accounts.map((account) => this.s.permInterface.mayActFor(op, org, account));
    return (await Promise.all(answers)).includes(true);
  }

  /** What becomes of a proposal by an operation's policy when some agree, and others reject then. Votes that are refused are left
   *  out. */
  async decide(agree: readonly string[], reject: readonly string[]): Promise<bigint> {
    await this.s.networkHelpers.time.increase(8 * DAY);
    const value = (await this.s.nodes.getAddressRules()).ipCompared ? 0 : 1;
    const proposed = await outcomeOf(this.s.as(this.s.admins[0]).proposeSetting(1, value));
    if (proposed === "OperationForbidden") return State.REJECTED;
    const id = await lastProposal(this.s);
    for (const [signers, support] of [
      [agree, true],
      [reject, false],
    ] as const) {
      for (const signer of signers)
        await outcomeOf(this.s.as(await this.person(this.account(signer))).vote(id, support));
    }
    return stateOf(this.s, id);
  }

  /** A network admin more. */
  async appoint(signer: string): Promise<string> {
    const person = await this.person(this.account(signer));
    await makeAdmin(this.s, ADMIN_ORG, person, NETWORK_ADMIN);
    return person.address;
  }

  private async propose(op: bigint, policy: Policy): Promise<string> {
    const admin = this.s.as(this.s.admins[0]);
    await this.s.networkHelpers.time.increase(DAY);
    const given = policyArguments(policy);
    const outcome = await outcomeOf(
      isOfNetworkAdmins(policy)
        ? admin.proposeRule(op, given.kind, given.count, given.outOf)
        : admin.proposePolicy(op, given),
    );
    if (outcome !== "allowed") return outcome === "NothingChanges" ? "allowed" : outcome;
    const id = await voteThrough(this.s);
    return (await stateOf(this.s, id)) === State.APPROVED
      ? "allowed"
      : `not carried out: ${OPERATIONS[Number(op)] ?? ""}`;
  }

  private async found(number: string): Promise<void> {
    const org = orgNamed(number);
    const admin = await this.person(this.account(`${number}.admin`));
    await join(this.s, org, admin, nodeNamed(org, `10.0.${number}.1`));
    for (const role of ROLES) await this.s.as(admin).addNewRole(role, org, FULL, false, false);
    await this.s.as(admin).addNewRole(DEPUTY, org, FULL, false, true);
  }

  private async employ(signer: string): Promise<void> {
    const { org, role, number, mark } = parsed(signer);
    const isThere = role === "admin" && mark === undefined && (number === 1 || org === "1");
    if (isThere || mark === "unknownOrg" || mark === "badSignature") return;
    const person = await this.person(this.account(signer));
    if (org === "1" && role === "admin") {
      // Network admins are removed, and not suspended.
      await makeAdmin(this.s, ADMIN_ORG, person, NETWORK_ADMIN);
      return removeAdmin(this.s, ADMIN_ORG, person);
    }
    const admin = this.s.as(await this.person(this.account(`${org}.admin`)));
    await admin.assignAccountRole(person, orgNamed(org), role === "admin" ? DEPUTY : role.toUpperCase());
    if (mark !== undefined) await admin.updateAccountStatus(orgNamed(org), person, MARKS[mark] ?? 0n);
  }

  private async turn(number: string, action: bigint): Promise<void> {
    await this.s.networkHelpers.time.increase(DAY);
    await this.s.as(this.s.admins[0]).updateOrgStatus(orgNamed(number), action);
    await voteThrough(this.s);
  }

  private async person(address: string): Promise<Person> {
    await this.s.networkHelpers.impersonateAccount(address);
    return this.s.ethers.getSigner(address);
  }
}

/** The operations whose policies are played: nothing else here depends on them. */
export const PLAYED = { votes: Op.RELEASE, proposals: Op.CHANGE_SETTING, byHand: Op.MOVE_NODE };

interface Signer {
  org: string;
  role: string;
  number: number;
  mark: string | undefined;
}

function parsed(signer: string): Signer {
  const [, org = "", role = "", number = "1", mark] = /^(\d+)\.([a-z]+)(\d*)(?:!(\w+))?$/i.exec(signer) ?? [];
  return { org, role, number: Number(number || "1"), mark };
}
