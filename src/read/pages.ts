import type { Result } from "ethers";

const PAGE = 100n;

/** A record with the names that the contracts give its values. Ethers answers a list of values that has the names too. */
type Named<T> = { [Name in keyof T as Name extends keyof unknown[] | `${number}` ? never : Name]: T[Name] };

/** Reads a whole list with one call a page: a page that is not full is the last one. */
export async function readPages<T extends object>(
  readPage: (from: bigint, count: bigint, last: Named<T> | undefined) => Promise<readonly T[]>,
): Promise<Named<T>[]> {
  const all: Named<T>[] = [];
  for (;;) {
    const page = await readPage(BigInt(all.length), PAGE, all.at(-1));
    all.push(...page.map((record) => (record as unknown as Result).toObject() as Named<T>));
    if (BigInt(page.length) < PAGE) return all;
  }
}
