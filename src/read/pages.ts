import type { Result } from "ethers";
import { PortcullisError } from "../errors/error.js";

/** Records in one call. Nodes limit what a call may cost, so a page that is refused is asked for in halves. */
const PAGE = 500;

/** A record with the names that the contracts give its values. Ethers answers a list of values that has the names too. */
export type Named<T> = { [Name in keyof T as Name extends keyof unknown[] | `${number}` ? never : Name]: T[Name] };

type ReadPage<T> = (from: bigint, count: bigint, last: Named<T> | undefined) => Promise<readonly T[]>;

/** Reads a list page by page, so that only one page need be in memory. A page that is not full is the last one. */
export async function* pages<T extends object>(readPage: ReadPage<T>): AsyncGenerator<Named<T>[], void> {
  let size = PAGE;
  let from = 0;
  let last: Named<T> | undefined;
  for (;;) {
    const page = await readPage(BigInt(from), BigInt(size), last).catch((error: unknown) => {
      if (size === 1 || !isTooMuch(error)) throw error;
      return undefined;
    });
    if (page === undefined) {
      size = Math.ceil(size / 2);
      continue;
    }
    const records = page.map((record) => (record as unknown as Result).toObject() as Named<T>);
    if (records.length > 0) yield records;
    if (records.length < size) return;
    from += records.length;
    last = records.at(-1);
  }
}

/** A whole list. */
export async function whole<T>(source: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of source) all.push(...page);
  return all;
}

/** What refuses a page that costs too much is the node, not a contract. */
export function isTooMuch(error: unknown): boolean {
  return error instanceof PortcullisError && error.code === "NODE_REFUSED";
}
