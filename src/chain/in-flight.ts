/** So many are sent before the first of them has to be executed. Nodes keep at least 64 of an account in their pools. */
const IN_FLIGHT = 50;

/** What one account sends, in parts that may be in flight at once. */
export function* inFlight<T>(all: readonly T[]): Generator<T[], void> {
  for (let begin = 0; begin < all.length; begin += IN_FLIGHT) yield all.slice(begin, begin + IN_FLIGHT);
}
