import { expect } from "chai";
import { network } from "hardhat";
import { State } from "../data/codes.js";
import {
  EVALUATED,
  EVALUATED_IN_PUBLIC,
  MULTI_SIGNED,
  type PolicyOfCase,
  VALIDATED,
  VALIDATED_IN_PUBLIC,
} from "./cases.js";
import { DIFFERENCES } from "./differences.js";
import { PLAYED, Stage } from "./stage.js";
import { listed, type Mode, translated } from "./translation.js";

/** Resources that ChainMaker lets nobody have a policy of their own for: what takes no vote here. */
const WITHOUT_POLICY = ["P2P", "ALL_TEST", "QUERY_CONTRACT", "SUBSCRIBE"];

/** Resources that concern one organisation: here what its admins do alone at first. */
const OF_ONE_ORG = ["CHAIN_CONFIG-TRUST_ROOT_UPDATE", "CHAIN_CONFIG-NODE_ID_UPDATE"];

const STATES: ReadonlyMap<bigint, string> = new Map([
  [State.OPEN, "PROCESSING"],
  [State.APPROVED, "PASSED"],
  [State.REJECTED, "REFUSED"],
]);

/** What came of the cases of one kind. */
class Score {
  readonly differing: string[] = [];
  agreed = 0;

  constructor(private readonly kind: string) {}

  count(name: string, expected: unknown, outcome: unknown): void {
    if (outcome === expected) this.agreed += 1;
    else this.differing.push(name);
  }

  /** The differences must be those that are known, and none of these may be one no longer. */
  finish(count: number): void {
    const [agreed, differ] = [this.agreed, this.differing.length];
    console.log(`      ${this.kind}: of ${count} cases ${agreed} agree, ${differ} differ on purpose`);
    expect(agreed + differ).to.equal(count);
    const known = Object.values(DIFFERENCES).flatMap((names) =>
      names.filter((name) => name.startsWith(`${this.kind} `)),
    );
    expect(this.differing.map((name) => `${this.kind} ${name}`)).to.have.members(known);
  }
}

describe("ChainMaker's cases", function () {
  this.timeout(300_000);

  let stage: Stage;

  before(async () => {
    const signers = [
      ...EVALUATED.flatMap((each) => listed(each[5])),
      ...MULTI_SIGNED.flatMap((each) => [...listed(each[5]), ...listed(each[6])]),
    ];
    stage = await Stage.open(await network.create(), signers);
  });

  const set = new Map<bigint, string>();

  /** Sets a policy, or says why it cannot be. */
  async function inForce(op: bigint, policy: PolicyOfCase, chain: number, mode: Mode): Promise<string> {
    const said = translated(policy, mode);
    if (typeof said === "string") return said;
    const words = JSON.stringify([said, chain]);
    if (set.get(op) === words) return "allowed";
    const outcome = await stage.set(op, said);
    if (outcome === "allowed") set.set(op, words);
    else set.delete(op);
    return outcome;
  }

  /** Whether one of the signers may act alone for the organisation that it concerns. */
  async function isDone(
    policy: PolicyOfCase,
    signers: readonly string[],
    target: string,
    mode: Mode,
  ): Promise<boolean> {
    expect(await inForce(PLAYED.byHand, policy, 0, mode)).to.equal("allowed");
    return stage.mayAct(PLAYED.byHand, target, signers);
  }

  /** Whether signers suffice; what cannot be said does not. */
  async function passes(policy: PolicyOfCase, chain: number, signers: readonly string[], mode: Mode): Promise<unknown> {
    const outcome = await inForce(PLAYED.votes, policy, chain, mode);
    if (outcome === "no such rule") return false;
    return outcome === "allowed" ? stage.wouldPass(PLAYED.votes, signers) : outcome;
  }

  it("are evaluated as there, by organisations", async () => {
    const score = new Score("evaluated");
    for (const [name, rule, orgs, roles, chain, signers, expected, target] of [...EVALUATED].sort(
      (a, b) => b[4] - a[4],
    )) {
      await stage.has(chain);
      const accounts = listed(signers).map((each) => stage.account(each));
      const policy = [rule, orgs, roles] as const;
      const outcome =
        rule === "SELF"
          ? await isDone(policy, accounts, target ?? "1", "organisations")
          : await passes(policy, chain, accounts, "organisations");
      score.count(name, expected, outcome);
    }
    score.finish(EVALUATED.length);
  });

  it("are evaluated as there in public mode, by network admins", async () => {
    const fourth = await stage.appoint("1.admin2!revoked");
    const admins = ["1.admin", "1.admin2", "1.admin3"].map((each) => stage.account(each));
    const seats = new Map([
      ["1.admin", admins[0]],
      ["2.admin", admins[1]],
      ["3.admin", admins[2]],
      ["4.admin", fourth],
      ["1.admin2", fourth],
    ]);
    const score = new Score("in public");
    for (const [name, rule, orgs, roles, chain, signers, expected] of EVALUATED_IN_PUBLIC) {
      expect(chain).to.equal(4);
      const accounts = listed(signers).map((each) => seats.get(each) ?? stage.account(each));
      const policy = [rule, orgs, roles] as const;
      const outcome =
        rule === "SELF"
          ? await isDone(policy, accounts, "1", "accounts")
          : await passes(policy, chain, accounts, "accounts");
      score.count(name, expected, outcome);
    }
    score.finish(EVALUATED_IN_PUBLIC.length);
  });

  it("are accepted or refused as there when they are set", async () => {
    const score = new Score("set");
    for (const [cases, mode] of [
      [VALIDATED, "organisations"],
      [VALIDATED_IN_PUBLIC, "accounts"],
    ] as const) {
      for (const [name, rule, orgs, roles, resource, expected] of cases) {
        await stage.has(4);
        const ofOneOrg = rule === "SELF" && OF_ONE_ORG.includes(resource);
        const op = WITHOUT_POLICY.includes(resource) ? 0n : ofOneOrg ? PLAYED.byHand : PLAYED.votes;
        const outcome = await inForce(op, [rule, orgs, roles], 4, mode);
        score.count(name, expected, outcome === "allowed");
      }
    }
    score.finish(VALIDATED.length + VALIDATED_IN_PUBLIC.length);
  });

  it("are decided by votes as there", async () => {
    const score = new Score("voted");
    for (const [name, rule, orgs, roles, chain, agree, reject, expected] of MULTI_SIGNED) {
      await stage.has(chain);
      expect(await inForce(PLAYED.proposals, [rule, orgs, roles], chain, "organisations")).to.equal("allowed");
      const state = await stage.decide(listed(agree), listed(reject));
      score.count(name, expected, STATES.get(state));
    }
    score.finish(MULTI_SIGNED.length);
  });
});
