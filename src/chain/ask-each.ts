import pMap from "p-map";

/** How many questions a node is asked at once. */
const AT_ONCE = 20;

/** Asks a node about many things, a few at a time; the answers are in the same order. */
export function askEach<T, Answer>(all: readonly T[], ask: (one: T) => Promise<Answer>): Promise<Answer[]> {
  return pMap(all, (one) => ask(one), { concurrency: AT_ONCE });
}
