import { refusal } from "../errors/refusal.js";
import type { Account } from "../model/records.js";
import type { Stoppable } from "../model/stopped.js";
import type { Network } from "../network/network.js";
import { findAccount } from "./find.js";
import { waitingFor } from "./may-vote.js";
import { readPendingProposals } from "./read-proposals.js";
import { readAccounts, readVoters } from "./read-records.js";
import { withStop, withStops } from "./stopped.js";

/** An admin, and what it decides. */
export interface AdminInFull {
  account: Stoppable<Account>;
  office: "network admin" | "admin of its organisation";
  /** Numbers of the open proposals that it has not voted on. */
  waiting: number[];
}

/** The network admins and the organisations' admins. */
export async function readAdmins(network: Network): Promise<Stoppable<Account>[]> {
  const voters = new Set(await readVoters(network));
  const accounts = await readAccounts(network);
  return withStops(
    network,
    accounts.filter(({ address, orgAdmin }) => orgAdmin || voters.has(address)),
  );
}

/** Throws ACCOUNT_UNKNOWN, and NOT_AN_ADMIN for an account that is none. */
export async function readAdmin(network: Network, address: string): Promise<AdminInFull> {
  const account = await withStop(network, await findAccount(network, address));
  const isVoter = (await readVoters(network)).includes(address);
  if (!isVoter && !account.orgAdmin) throw refusal("NOT_AN_ADMIN", { address, org: account.org });
  const waiting = await waitingFor(network, await readPendingProposals(network), address);
  return {
    account,
    office: isVoter ? "network admin" : "admin of its organisation",
    // What has passed waits for anybody.
    waiting: waiting.filter(({ state }) => isVoter || state === "open").map(({ id }) => id),
  };
}
