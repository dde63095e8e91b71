import { operationCode, proposalStateCode } from "../model/codes.js";
import type { Network } from "../network/network.js";
import { whole } from "./pages.js";
import { rawProposals, rawVoters } from "./raw-records.js";
import { accountAt, keyOf } from "./read-records.js";

/** How a network's first network admins differ from those that were named. */
export interface FoundersCompared {
  /** Accounts that the boot made network admins although not named; `active` if they still are. */
  strangers: { account: string; active: boolean }[];
  /** Accounts that were named, but never were network admins. */
  missing: string[];
}

/** Compares a network's first network admins with those `named`: the list of voters keeps all who ever were one,
 *  and accounts that came later were first appointed by a vote. */
export async function compareFounders(
  network: Network,
  { adminOrg, named }: { adminOrg: string; named: readonly string[] },
): Promise<FoundersCompared> {
  const listed = await whole(rawVoters(network));
  const others = listed.filter(({ account }) => !named.includes(account));
  const appointed = others.length === 0 ? new Set<string>() : await appointedByVote(network, adminOrg);
  return {
    strangers: others
      .filter(({ account }) => !appointed.has(account))
      .map(({ account, active }) => ({ account, active })),
    missing: named.filter((name) => !listed.some(({ account }) => account === name)),
  };
}

const [APPOINTMENT, REMOVAL] = [operationCode("appoint-admin"), operationCode("remove-admin")];
const APPROVED = proposalStateCode("approved");

/** The accounts about which the first vote on an admin of the admin organisation was an appointment. One who was removed first
 *  was an admin without a vote. */
async function appointedByVote(network: Network, adminOrg: string): Promise<Set<string>> {
  const [place] = await network.contracts.orgs.getOrganisation(keyOf(adminOrg));
  const first = new Map<string, number>();
  for await (const page of rawProposals(network)) {
    for (const { op, state, org, account } of page) {
      if (Number(state) !== APPROVED || org !== place || ![APPOINTMENT, REMOVAL].includes(Number(op))) continue;
      const address = (await accountAt(network, account))?.address;
      if (address !== undefined && !first.has(address)) first.set(address, Number(op));
    }
  }
  return new Set([...first].filter(([, op]) => op === APPOINTMENT).map(([address]) => address));
}
