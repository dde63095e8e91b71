/** How much is played, and from where on. */
export interface Plan {
  calls: number;
  seed: number;
  /** Whether a sequence that fails is made shorter. */
  shorten: boolean;
  /** Where fast-check goes on: the path to one sequence, and what of it was left. */
  replay?: { path: string; replayPath: string };
}

/** What `npm test` plays, the same for everyone. */
const SHORT = { calls: "2000", seed: "1" };

const WHOLE = /^[0-9]{1,9}$/;
/** As a failure prints it. */
const REPLAY = /^([0-9]{1,9}) ([0-9:]+) (\S+)$/;

/** MODEL_CALLS and MODEL_SEED, or MODEL_REPLAY with what a failure printed. MODEL_FIRST is content with any failure. */
export function planOf({ MODEL_CALLS, MODEL_SEED, MODEL_REPLAY, MODEL_FIRST }: NodeJS.ProcessEnv): Plan {
  const calls = whole("MODEL_CALLS", MODEL_CALLS ?? SHORT.calls);
  const shorten = MODEL_FIRST === undefined;
  if (MODEL_REPLAY === undefined) return { calls, seed: whole("MODEL_SEED", MODEL_SEED ?? SHORT.seed), shorten };
  const [, seed, path, replayPath] = REPLAY.exec(MODEL_REPLAY) ?? [];
  if (seed !== undefined && path !== undefined && replayPath !== undefined) {
    return { calls, seed: Number(seed), shorten, replay: { path, replayPath } };
  }
  throw new Error(
    `MODEL_REPLAY="${MODEL_REPLAY}" is not what a failure prints: a seed, a path and what was left of it.`,
  );
}

function whole(name: string, text: string): number {
  if (WHOLE.test(text)) return Number(text);
  throw new Error(`${name}="${text}" is not a whole number of at most nine digits.`);
}
