/** How many questions a node is asked at once. */
const BATCH = 20;

/** Asks about many things, a few at a time; the answers are in the same order. */
export async function inBatches<T, Answer>(all: readonly T[], ask: (one: T) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < all.length; from += BATCH) {
    answers.push(...(await Promise.all(all.slice(from, from + BATCH).map(ask))));
  }
  return answers;
}
