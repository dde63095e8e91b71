import type fc from "fast-check";
import { State } from "../../data/codes.js";
import { answers } from "../rules/answers.js";
import type { Call } from "../rules/call.js";
import { judge } from "../rules/judge.js";
import type { Question } from "../rules/question.js";
import { REST } from "../rules/holding.js";
import { lapsesAt } from "../rules/waiting.js";
import { passTime } from "../rules/suspensions.js";
import { newWorld, type World } from "../rules/world.js";
import { aCall } from "./calls.js";
import { areAlike, canonical } from "./canonical.js";
import type { Chain } from "./chain.js";
import { Chooser } from "./chooser.js";
import { type InitialState, START } from "./initial-states.js";
import { sayCall, sayValues } from "./print.js";
import { endsIn, sightsOf } from "./sights.js";
import type { Tally } from "./tally.js";
import { GUARDIAN, OTHERS } from "./values.js";

/** After so many calls all questions are asked, not only those that are answered otherwise than before. */
const ALL_AFTER = 150;

const HOUR = 60n * 60n;
const MONTH = 31n * 24n * HOUR;
const JUMPS = [HOUR, 24n * HOUR, 10n * 24n * HOUR, MONTH];

/** What begins or ends by itself: what waits comes first. */
function moments(w: World): bigint[] {
  const waiting = w.proposals.filter(({ state }) => state === State.PASSED);
  const held = [w.stop, ...[...w.orgs, ...w.accounts, ...w.nodes].map(({ hold }) => hold)].map(({ until }) => until);
  const ofHolds = [...held, ...held.map((until) => until + REST)];
  const suspended = w.orgs.map(({ suspendedUntil }) => suspendedUntil);
  const given = [...w.accounts, ...w.nodes].map(({ endsAt }) => endsAt);
  const ends = [...suspended, ...given].filter((each) => each < w.now + MONTH);
  const ofProposals = waiting.flatMap((one) => [one.expiresAt, lapsesAt(w, one)]);
  return (
    [ofProposals, [...ofHolds, ...ends]]
      .map((some) => some.filter((each) => each > w.now + 2n))
      .find(({ length }) => length > 0) ?? []
  );
}

/** Often until something begins or ends, or just before: the next call is a second later. */
function someTime(w: World, c: Chooser): bigint {
  const moment = c.pick("moment", moments(w));
  const until = moment !== undefined && c.chance("until", 75) ? moment - w.now - c.one("before", [1n, 2n]) : undefined;
  return until ?? c.one("time", JUMPS);
}

/** What the model thinks of the network in a sequence of calls, and what has been compared. */
export interface ModelState {
  world: World;
  known: Map<string, string>;
  ticks: bigint;
  calls: number;
}

/** The contracts and the model side by side: each call is put to both. */
export class Comparison {
  /** What has happened since the sequence began, for whoever looks for the cause. */
  private history: string[] = [];
  /** The call or the wait at its end. */
  private latest = "";
  private readonly ready = new Map<InitialState, { state: ModelState; snapshot: string }>();

  constructor(
    private readonly chain: Chain,
    private readonly tally: Tally,
  ) {}

  /** The beginning of a sequence. */
  async begin(initial: InitialState): Promise<ModelState> {
    const { state, snapshot } = this.ready.get(initial) ?? (await this.prepare(initial));
    await this.chain.revert(snapshot);
    // A snapshot is good for one return.
    this.ready.set(initial, { state, snapshot: await this.chain.snapshot() });
    this.history = [`from the initial state "${initial.name}"`];
    return { ...state, world: structuredClone(state.world), known: new Map(state.known) };
  }

  private blank: string | undefined;

  private async prepare(initial: InitialState): Promise<{ state: ModelState; snapshot: string }> {
    if (this.blank !== undefined) await this.chain.revert(this.blank);
    this.blank = await this.chain.snapshot();
    // Going back further than a snapshot takes it away.
    this.ready.clear();
    const world = newWorld(GUARDIAN, this.chain.deployed, START);
    const state: ModelState = { world, known: new Map(), ticks: 1n, calls: 0 };
    this.history = [`preparing the initial state "${initial.name}"`];
    for (const call of initial.calls(this.chain.deployed)) await this.play(state, call);
    state.ticks = initial.ticks;
    if (initial.from > world.now) world.now = initial.from;
    await this.wait(state, 1n);
    await this.compare(state, "everything");
    const prepared = { state, snapshot: await this.chain.snapshot() };
    this.ready.set(initial, prepared);
    return prepared;
  }

  /** One call, or a period without calls. */
  async step(state: ModelState, seed: number): Promise<void> {
    const c = new Chooser(seed);
    if (c.chance("wait", moments(state.world).length > 0 ? 7 : 2)) await this.wait(state, someTime(state.world, c));
    else await this.play(state, aCall(state.world, c));
    state.calls++;
    if (state.calls % ALL_AFTER === 0) await this.compare(state, "everything");
  }

  async wait(state: ModelState, seconds: bigint): Promise<void> {
    const { world, ticks } = state;
    this.note(`${seconds} seconds pass`);
    world.now += seconds;
    passTime(world);
    await this.chain.setTime(world.now * ticks);
    await this.chain.mine();
    await this.compare(state, "changes");
  }

  async play(state: ModelState, call: Call): Promise<void> {
    const { world, ticks } = state;
    world.now++;
    passTime(world);
    await this.chain.setTime(world.now * ticks);
    this.note(sayCall(call));
    const { against, happens } = judge(world, call);
    const outcome = await this.chain.send(call, world.implementation ?? this.anyImplementation());
    if ("refusal" in outcome) {
      const [error] = outcome.refusal;
      this.history.push(`    ${sayValues(outcome.refusal)}`);
      if (!against.some((reason) => canonical(reason) === canonical(outcome.refusal))) {
        this.disagree("refused it", against.length === 0 ? ["nothing against it"] : against.map(sayValues));
      }
      this.tally.refused(error);
      return;
    }
    if (against.length > 0) this.disagree("allowed it", against.map(sayValues));
    const before = endsIn(world);
    const expected = happens();
    if (!areAlike(expected, outcome.happened)) {
      const events = outcome.happened.map((event) => `    ${sayValues(event)}`);
      this.history.push(...events);
      this.disagree("had other events", expected.map(sayValues));
    }
    this.tally.succeeded(`${call.to}.${call.name}`);
    this.tally.saw(sightsOf(world, call, outcome.happened, before));
    await this.compare(state, "changes");
  }

  private anyImplementation(): string | undefined {
    return [...this.chain.deployed.implementations.keys()][0];
  }

  /** Asks what is answered otherwise than before, or everything. */
  async compare({ world, known }: ModelState, what: "changes" | "everything"): Promise<void> {
    const questions: Question[] = [];
    for (const question of answers(world, OTHERS)) {
      const key = `${question.contract}.${question.name}(${canonical(question.args)})`;
      const answer = canonical(question.answer);
      if (what === "changes" && known.get(key) === answer) continue;
      known.set(key, answer);
      questions.push(question);
    }
    if (questions.length === 0) return;
    const differences = await this.chain.otherwise(questions, world.implementation);
    if (differences.length > 0) this.disagree("answer otherwise", differences.slice(0, 5));
  }

  private note(what: string): void {
    this.latest = what;
    this.history.push(what);
  }

  private disagree(what: string, expected: string[]): never {
    const said = expected.map((line) => `    ${line}`);
    const history = this.history.map((line) => `  ${line}`);
    throw new Error(
      [`${this.latest}: the contracts ${what}; the model says`, ...said, "  in this sequence", ...history].join("\n"),
    );
  }
}

/** A step of a sequence: which call it is hangs on the network of that moment. */
export class Step implements fc.AsyncCommand<ModelState, Comparison> {
  constructor(private readonly seed: number) {}

  check(): boolean {
    return true;
  }

  async run(state: ModelState, comparison: Comparison): Promise<void> {
    await comparison.step(state, this.seed);
  }

  toString(): string {
    return String(this.seed);
  }
}
