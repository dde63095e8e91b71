import type { OrgAccount } from "../actions/accounts.js";
import type { Network } from "../network/network.js";
import { findAccount } from "../read/find.js";

/** An account and its organisation, as the contracts want both named. Throws ACCOUNT_UNKNOWN. */
export async function orgAccount(network: Network, { account }: { account: string }): Promise<OrgAccount> {
  const { org } = await findAccount(network, account);
  return { org, account };
}
