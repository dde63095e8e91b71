import { PortcullisError } from "../errors/error.js";
import type { Proposal } from "../model/records.js";
import type { Network } from "../network/network.js";
import { isoOf } from "../util/moment.js";

type CarryingOut = Pick<Proposal, "waiting" | "lapsesAt">;

/** Asks the contracts what would become of it if what has passed were carried out now, or closed, which nobody does. */
export async function readCarryingOut({ contracts: { rules } }: Network, id: bigint): Promise<CarryingOut> {
  const [carriedOut, closed] = await Promise.all([
    refusalOf(rules.carryOut.staticCall(id)),
    refusalOf(rules.close.staticCall(id)),
  ]);
  if (carriedOut?.code === "ProposalExpired") return { waiting: "lapsed", lapsesAt: lapseIn(carriedOut) };
  return {
    waiting: carriedOut?.code === "ProposalWaits" ? "waits" : "ready",
    lapsesAt: closed === undefined ? null : lapseIn(closed),
  };
}

/** Where nothing is refused nothing is answered either, which is refused as if there were no contract. */
async function refusalOf(asked: Promise<unknown>): Promise<PortcullisError | undefined> {
  try {
    await asked;
    return undefined;
  } catch (error) {
    if (error instanceof PortcullisError) return error;
    throw error;
  }
}

function lapseIn({ facts }: PortcullisError): string | null {
  const at = facts.lapsesAt ?? facts.expiresAt;
  return typeof at === "bigint" ? isoOf(at) : null;
}
