import type { IVoterManager } from "../../typechain-types/interfaces/IVoterManager.js";
import type { Network } from "../network/network.js";
import { readPage } from "./decode-page.js";
import { pages } from "./pages.js";

/** All records of each kind as the contracts have them, in the order in which they were created, page by page. */

export const rawOrgs = ({ contracts: { orgs } }: Network) =>
  pages((from, count) => readPage(orgs, orgs.getOrgPage, from, count));

export const rawRoles = ({ contracts: { roles } }: Network) =>
  pages((from, count) => readPage(roles, roles.getRolePage, from, count));

export const rawAccounts = ({ contracts: { accounts } }: Network) =>
  pages((from, count) => readPage(accounts, accounts.getAccountPage, from, count));

export const rawNodes = ({ contracts: { nodes } }: Network) =>
  pages((from, count) => readPage(nodes, nodes.getNodePage, from, count));

export const rawVoters = ({ contracts }: Network) => pages((from, count) => contracts.voters.getVoterPage(from, count));

export const rawProposals = ({ contracts }: Network) =>
  pages((from, count) => contracts.voters.getProposalPage(from, count));

/** Those that can still be voted on: the contract leaves expired ones out. A record without a state stands for all those
 *  that it has looked at before it stopped. */
export async function* rawOpenProposals({ contracts }: Network) {
  let after = 0n;
  let stopped: boolean;
  do {
    stopped = false;
    const found = pages<IVoterManager.ProposalInfoStructOutput>((_, count, last) =>
      contracts.voters.getOpenProposals(last?.id ?? after, count),
    );
    for await (const page of found) {
      after = page.at(-1)?.id ?? after;
      stopped = page.at(-1)?.state === 0n;
      yield page.filter(({ state }) => state !== 0n);
    }
  } while (stopped);
}

/** A record of one of these lists. */
export type RecordOf<List extends (network: Network) => AsyncIterable<readonly unknown[]>> =
  ReturnType<List> extends AsyncIterable<readonly (infer Found)[]> ? Found : never;
