import type { BaseContract, TransactionResponse } from "ethers";
import * as fc from "fast-check";
import type { Network } from "../../src/network/network.js";
import { PROPOSAL_LIFETIME } from "../data/codes.js";
import type { Suite } from "../helpers/contract-suite.js";
import type { Call, Choice } from "./step.js";
import { type StepName, STEPS } from "./steps.js";
import { look, pick, type Outlook } from "./outlook.js";

interface Act {
  step: StepName;
  choice: Choice;
  /** Done by a random account rather than by one that may do it. */
  byAnybody: boolean;
}

/** What is done in one block, and whether all that was open expires before it. */
export interface Block {
  acts: Act[];
  later: boolean;
}

/** Without votes nothing is ever decided, without organisations there is little to do. */
const WEIGHTS: Partial<Record<StepName, number>> = {
  ...{ decide: 8, decideTogether: 10, vote: 4, voteOfOrg: 2, carryOut: 5, veto: 3, endHold: 2 },
  ...{
    proposeOrg: 3,
    giveRole: 2,
    giveRoleUntil: 2,
    addNodeUntil: 2,
    prolongNode: 2,
    addRole: 2,
    addNode: 2,
    holdNode: 2,
    resolve: 2,
    letOrgsDecideAndWait: 4,
    endSuspension: 2,
    liftHold: 2,
  },
};

const step = fc.oneof(
  ...(Object.keys(STEPS) as StepName[]).map((name) => ({ arbitrary: fc.constant(name), weight: WEIGHTS[name] ?? 1 })),
);

const number = fc.nat({ max: 999 });

const act: fc.Arbitrary<Act> = fc.record({
  step,
  choice: fc.record({ who: number, what: number, how: number }),
  byAnybody: onceIn(15),
});

const block: fc.Arbitrary<Block> = fc.record({
  acts: fc.oneof(
    { weight: 5, arbitrary: fc.tuple(act) },
    { weight: 1, arbitrary: fc.array(act, { minLength: 2, maxLength: 5 }) },
  ),
  later: onceIn(40),
});

/** Any history of a network, block by block. */
export function histories(longest: number): fc.Arbitrary<Block[]> {
  return fc.array(block, { minLength: longest / 2, maxLength: longest });
}

function onceIn(times: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: times - 1 }).map((each) => each === 1);
}

/** A transaction of a block, and the step by which it was sent. */
export interface Sent {
  step: StepName;
  hash: string;
}

/** More than any step takes, and little enough for several in a block. */
const GAS = 5_000_000;

/** Lives a block. Whoever sends has seen the network as it was before it. The clock follows the history and not the machine's,
 *  so the same history always comes to the same end. */
export async function live(s: Suite, network: Network, { acts, later }: Block): Promise<Sent[]> {
  const outlook = await look(s, network);
  const calls = acts.flatMap((each) => callsOf(outlook, each).map((call) => ({ ...call, step: each.step })));
  const sent: Sent[] = [];
  const { provider } = s.ethers;
  await provider.send("evm_setAutomine", [false]);
  for (const { from, name, args, step } of calls) {
    const permInterface: BaseContract = from === undefined ? s.permInterface : s.as(from);
    const { hash } = (await permInterface.getFunction(name)(...args, { gasLimit: GAS })) as TransactionResponse;
    sent.push({ step, hash });
  }
  await pass(s, later ? PROPOSAL_LIFETIME : 1);
  await provider.send("evm_setAutomine", [true]);
  return sent;
}

/** Makes a block of what was sent, so many seconds after the last one. */
export async function pass(s: Suite, seconds: number): Promise<void> {
  await setClock(s, seconds);
  await s.networkHelpers.mine();
}

export async function setClock({ networkHelpers: { time } }: Suite, seconds: number): Promise<void> {
  await time.setNextBlockTimestamp((await time.latest()) + seconds);
}

function callsOf(outlook: Outlook, { step: name, choice, byAnybody }: Act): Call[] {
  const calls = STEPS[name](outlook, choice);
  return byAnybody ? calls.map((call) => ({ ...call, from: pick(outlook.people, choice.who) })) : calls;
}
