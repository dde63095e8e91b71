import type { BaseContract } from "ethers";
import * as fc from "fast-check";
import type { network } from "hardhat";
import type { Network } from "../../src/network.js";
import { PROPOSAL_LIFETIME } from "../helpers/codes.js";
import type { Suite } from "../helpers/suite.js";
import { type Call, type Choice, type StepName, STEPS } from "./steps.js";
import { look, pick, type World } from "./world.js";

export type Helpers = Awaited<ReturnType<typeof network.create>>["networkHelpers"];

interface Act {
  step: StepName;
  choice: Choice;
  /** Done by anybody rather than by who may do it. */
  byAnybody: boolean;
}

/** What is done in one block, and whether all that was open expires before it. */
export interface Block {
  acts: Act[];
  later: boolean;
}

/** Without votes nothing is ever decided, without organisations there is little to do. */
const WEIGHTS: Partial<Record<StepName, number>> = { decide: 8, vote: 4, proposeOrg: 3, giveRole: 2, addRole: 2 };

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

/** More than any step takes, and little enough for several in a block. */
const GAS = 5_000_000;

/** Lives a block. Whoever sends has seen the network as it was before it. The clock follows the history and not the machine's,
 *  so the same history always comes to the same end. */
export async function live(s: Suite, network: Network, helpers: Helpers, { acts, later }: Block): Promise<void> {
  const world = await look(s, network);
  const calls = acts.flatMap((each) => callsOf(world, each));
  const { provider } = s.ethers;
  await provider.send("evm_setAutomine", [false]);
  for (const { from, name, args } of calls) {
    const face: BaseContract = from === undefined ? s.face : s.as(from);
    await face.getFunction(name)(...args, { gasLimit: GAS });
  }
  await pass(helpers, later ? PROPOSAL_LIFETIME : 1);
  await provider.send("evm_setAutomine", [true]);
}

/** Makes a block of what was sent, so many seconds after the last one. */
export async function pass(helpers: Helpers, seconds: number): Promise<void> {
  await setClock(helpers, seconds);
  await helpers.mine();
}

export async function setClock({ time }: Helpers, seconds: number): Promise<void> {
  await time.setNextBlockTimestamp((await time.latest()) + seconds);
}

function callsOf(world: World, { step: name, choice, byAnybody }: Act): Call[] {
  const calls = STEPS[name](world, choice);
  return byAnybody ? calls.map((call) => ({ ...call, from: pick(world.people, choice.who) })) : calls;
}
