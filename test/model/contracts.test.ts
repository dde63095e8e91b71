import { expect } from "chai";
import { network } from "hardhat";
import { print } from "../../src/cli/output.js";
import { contractErrors } from "../../src/errors/contract-errors.js";
import { Chain } from "./play/chain.js";
import { planOf } from "./play/plan.js";
import { type Run, runSequences } from "./play/run.js";
import { SIGHTS } from "./play/sights.js";
import { GUARDIAN_RULES, RULES } from "./rules/judge.js";

/** From so many calls on everything must have happened at least once. */
const LONG = 100_000;

/** What no calls can bring about: a list of eight million records, a network admin who becomes one, a status that the rules
 *  do not know, a module of another network, and a change that its vote did not count. */
const OUT_OF_REACH = [
  ...["TooMany", "AlreadyAVoter", "OrgStatusUnknown", "NodeStatusUnknown", "ModuleNotAllowed", "OperationNotVotedOn"],
  // An event tells it.
  "ChangeRefused",
  // The calls have enough gas.
  ...["GasTooLow", "StoringFailed"],
];

describe("The contracts do what the model says", function () {
  this.timeout(0);
  const plan = planOf(process.env);
  let chain: Chain;
  let run: Run;

  before(async () => {
    chain = await Chain.open(await network.create());
  });

  it("over any calls: each is allowed or refused alike, with the same events, and leaves the same answers", async () => {
    run = await runSequences(chain, plan);
    const { tally, seconds, failure } = run;
    if (failure !== undefined) expect.fail(`${failure.message}\n\nMODEL_REPLAY="${failure.replay}"`);
    const figures = `${tally.allowed} allowed, ${tally.calls - tally.allowed} refused, ${seconds.toFixed(0)} s`;
    print(`    ${tally.calls} calls, seed ${plan.seed}: ${figures}`);
    if (plan.calls >= LONG) print(tally.toString());
  });

  if (plan.calls < LONG) return;

  it("and in the long form every operation succeeds, every error is met, and the rest comes about", () => {
    const { successes, refusals, sights } = run.tally;
    const operations = [
      ...Object.keys(RULES).map((name) => `PermissionsInterface.${name}`),
      ...Object.keys(GUARDIAN_RULES).map((name) => `PermissionsUpgradable.${name}`),
    ];
    const errors = contractErrors()
      .fragments.map((fragment) => ("name" in fragment ? String(fragment.name) : ""))
      .filter((name) => !OUT_OF_REACH.includes(name));
    expect(operations.filter((name) => !successes.has(name))).to.deep.equal([]);
    expect(errors.filter((name) => !refusals.has(name))).to.deep.equal([]);
    expect(SIGHTS.filter((sight) => !sights.has(sight))).to.deep.equal([]);
  });
});
