import { expect } from "chai";
import * as fc from "fast-check";
import { town } from "../helpers/cast.js";
import { isMadeByHand, Op, State } from "../data/codes.js";
import type { Connection, Suite } from "../helpers/contract-suite.js";
import { allowEmergencies } from "../helpers/policies.js";
import { networkOfSuite } from "../helpers/suite-network.js";
import { useFixture } from "../helpers/use-fixture.js";
import { histories, live, type Sent } from "./history.js";
import type { StepName } from "./steps.js";

/** More blocks than are needed. */
const LONGEST = 900;

/** The rarer steps: each has to succeed. */
const STEPS = [
  ...["holdNode", "holdAccount", "holdOrg", "stopAdmissions", "liftHold", "endHold"],
  ...["giveRoleUntil", "addNodeUntil", "prolongNode", "suspendOrgUntil", "endSuspension"],
  ...["letOrgsDecide", "letOrgsDecideAndWait", "putToTheVote", "resolve", "voteOfOrg", "carryOut", "veto"],
] as StepName[];

/** These have to be approved; of what is done by hand, something. */
const APPROVED = ["emergency", "suspension until a time", "resolution", "by hand", "rule"];

function kindOf(op: bigint): string {
  if (op === Op.EMERGENCY) return "emergency";
  if (op === Op.SUSPEND_ORG_UNTIL) return "suspension until a time";
  if (op === Op.RESOLVE) return "resolution";
  if (op === Op.CHANGE_RULE) return "rule";
  return isMadeByHand(op) ? "by hand" : "another";
}

/** The kinds of what has been approved so far. */
async function approvedIn({ voters }: Suite): Promise<string[]> {
  const proposals = await voters.getProposalPage(0, 9999);
  return proposals.filter(({ state }) => state === State.APPROVED).map(({ op }) => kindOf(op));
}

async function fixture(connection: Connection) {
  const s = await town(connection);
  await allowEmergencies(s);
  return { s, chain: await networkOfSuite(s) };
}

async function succeeded({ ethers: { provider } }: Suite, sent: readonly Sent[]): Promise<StepName[]> {
  const receipts = await Promise.all(sent.map(({ hash }) => provider.getTransactionReceipt(hash)));
  return sent.filter((_, index) => receipts[index]?.status === 1).map(({ step }) => step);
}

describe("A long history", () => {
  const stage = useFixture(fixture);

  it("holds, lifts, lets organisations decide, waits, stops and carries out", async function () {
    this.timeout(600_000);
    const { s, chain } = stage;
    const missing = new Set<StepName>(STEPS);
    const [blocks = []] = fc.sample(histories(LONGEST), { seed: 1, numRuns: 1 });
    const misses = async (): Promise<string[]> => {
      const approved = missing.size === 0 ? await approvedIn(s) : [];
      return [...missing, ...APPROVED.filter((kind) => !approved.includes(kind))];
    };
    for (const block of blocks) {
      for (const step of await succeeded(s, await live(s, chain, block))) missing.delete(step);
      if ((await misses()).length === 0) break;
    }
    expect(await misses()).to.deep.equal([]);
    expect(await s.nodes.queryFilter(s.nodes.filters.NodeHeld())).to.not.have.length(0);
  });
});
