import { toQuantity } from "ethers";
import { getBlock } from "../chain/chain.js";
import type { Account } from "../model/records.js";
import type { Network } from "../network/network.js";
import { isoOf } from "../util/moment.js";

/** When what an account or a node has been given ends, and whether that time has come. */
export type RecordedEnd = Pick<Account, "endsAt" | "ended">;

/** Of a record of the contracts. */
interface Ending {
  endsAt: bigint;
}

const WITHOUT: RecordedEnd = { endsAt: null, ended: false };

/** Reads the ends of some records. What time it is says the block that they are read from, which is asked for only where there is
 *  an end. */
export async function endReader(
  { chain, block }: Network,
  records: readonly Ending[],
): Promise<(record: Ending) => RecordedEnd> {
  if (records.every(({ endsAt }) => endsAt === 0n)) return () => WITHOUT;
  const { time } = await getBlock(chain.rpc, block === undefined ? "latest" : toQuantity(block));
  return ({ endsAt }) => {
    if (endsAt === 0n) return WITHOUT;
    return { endsAt: isoOf(endsAt), ended: endsAt * 1000n <= BigInt(time.getTime()) };
  };
}
