const PAGE = 100n;

/** Reads a whole list with one call a page: the shorter page is the last one. */
export async function readPages<T>(readPage: (from: bigint, count: bigint) => Promise<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const page = await readPage(BigInt(all.length), PAGE);
    all.push(...page);
    if (BigInt(page.length) < PAGE) return all;
  }
}
