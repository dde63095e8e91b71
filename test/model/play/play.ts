import type fc from "fast-check";
import { answers } from "../rules/answers.js";
import { type Call, judge } from "../rules/judge.js";
import type { Question } from "../rules/question.js";
import { newWorld, type World } from "../rules/world.js";
import { aCall } from "./calls.js";
import { canonical } from "./canonical.js";
import { GUARDIAN, OTHERS } from "./cast.js";
import type { Chain } from "./chain.js";
import { Chooser } from "./chooser.js";
import { sayCall, sayValues } from "./print.js";
import { type Stage, START } from "./stages.js";
import type { Tally } from "./tally.js";

/** After so many calls all questions are asked, not only those that are answered otherwise than before. */
const ALL_AFTER = 150;

const HOUR = 60n * 60n;
const JUMPS = [HOUR, 10n * 24n * HOUR, 31n * 24n * HOUR];

/** A network that is played: what the model thinks of it, and what has been compared. */
export interface Scene {
  world: World;
  known: Map<string, string>;
  ticks: bigint;
  calls: number;
}

export class Theatre {
  /** What has happened since the sequence began, for whoever looks for the cause. */
  private story: string[] = [];
  /** The call or the wait at its end. */
  private latest = "";
  private readonly ready = new Map<Stage, { scene: Scene; snapshot: string }>();

  constructor(
    private readonly chain: Chain,
    private readonly tally: Tally,
  ) {}

  /** The beginning of a sequence. */
  async begin(stage: Stage): Promise<Scene> {
    const { scene, snapshot } = this.ready.get(stage) ?? (await this.prepare(stage));
    await this.chain.revert(snapshot);
    // A snapshot is good for one return.
    this.ready.set(stage, { scene, snapshot: await this.chain.snapshot() });
    this.story = [`on the stage "${stage.name}"`];
    return { ...scene, world: structuredClone(scene.world), known: new Map(scene.known) };
  }

  private blank: string | undefined;

  private async prepare(stage: Stage): Promise<{ scene: Scene; snapshot: string }> {
    if (this.blank !== undefined) await this.chain.revert(this.blank);
    this.blank = await this.chain.snapshot();
    // Going back further than a snapshot takes it away.
    this.ready.clear();
    const world = newWorld(GUARDIAN, this.chain.deployed, START);
    const scene: Scene = { world, known: new Map(), ticks: 1n, calls: 0 };
    this.story = [`preparing the stage "${stage.name}"`];
    for (const call of stage.calls(this.chain.deployed)) await this.play(scene, call);
    scene.ticks = stage.ticks;
    if (stage.from > world.now) world.now = stage.from;
    await this.wait(scene, 1n);
    await this.compare(scene, "everything");
    const prepared = { scene, snapshot: await this.chain.snapshot() };
    this.ready.set(stage, prepared);
    return prepared;
  }

  /** One call, or a while in which nobody calls. */
  async step(scene: Scene, seed: number): Promise<void> {
    const c = new Chooser(seed);
    if (c.chance("wait", 2)) await this.wait(scene, c.one("time", JUMPS));
    else await this.play(scene, aCall(scene.world, c));
    scene.calls++;
    if (scene.calls % ALL_AFTER === 0) await this.compare(scene, "everything");
  }

  async wait(scene: Scene, seconds: bigint): Promise<void> {
    const { world, ticks } = scene;
    this.tell(`${seconds} seconds pass`);
    world.now += seconds;
    await this.chain.setTime(world.now * ticks);
    await this.chain.mine();
    await this.compare(scene, "changes");
  }

  async play(scene: Scene, call: Call): Promise<void> {
    const { world, ticks } = scene;
    world.now++;
    await this.chain.setTime(world.now * ticks);
    this.tell(sayCall(call));
    const { against, happens } = judge(world, call);
    const outcome = await this.chain.send(call, world.implementation ?? this.anyImplementation());
    if ("refusal" in outcome) {
      const [error] = outcome.refusal;
      this.story.push(`    ${sayValues(outcome.refusal)}`);
      if (!against.some((reason) => canonical(reason) === canonical(outcome.refusal))) {
        this.disagree("refused it", against.length === 0 ? ["nothing against it"] : against.map(sayValues));
      }
      this.tally.refused(error);
      return;
    }
    if (against.length > 0) this.disagree("allowed it", against.map(sayValues));
    const expected = happens();
    if (canonical(expected) !== canonical(outcome.happened)) {
      const events = outcome.happened.map((event) => `    ${sayValues(event)}`);
      this.story.push(...events);
      this.disagree("had other events", expected.map(sayValues));
    }
    this.tally.succeeded(`${call.to}.${call.name}`);
    await this.compare(scene, "changes");
  }

  private anyImplementation(): string | undefined {
    return [...this.chain.deployed.implementations.keys()][0];
  }

  /** Asks what is answered otherwise than before, or everything. */
  async compare({ world, known }: Scene, what: "changes" | "everything"): Promise<void> {
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

  private tell(what: string): void {
    this.latest = what;
    this.story.push(what);
  }

  private disagree(what: string, expected: string[]): never {
    const said = expected.map((line) => `    ${line}`);
    const story = this.story.map((line) => `  ${line}`);
    throw new Error(
      [`${this.latest}: the contracts ${what}; the model says`, ...said, "  in the story", ...story].join("\n"),
    );
  }
}

/** A step of a sequence: which call it is hangs on the network of that moment. */
export class Step implements fc.AsyncCommand<Scene, Theatre> {
  constructor(private readonly seed: number) {}

  check(): boolean {
    return true;
  }

  async run(scene: Scene, theatre: Theatre): Promise<void> {
    await theatre.step(scene, this.seed);
  }

  toString(): string {
    return String(this.seed);
  }
}
