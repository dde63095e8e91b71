import type { Network } from "../network.js";
import { readPages } from "./pages.js";

/** All records of each kind, in the order in which they were created. */

export const readOrgs = ({ contracts }: Network) => readPages((from, count) => contracts.orgs.getOrgPage(from, count));

export const readRoles = ({ contracts }: Network) =>
  readPages((from, count) => contracts.roles.getRolePage(from, count));

export const readAccounts = ({ contracts }: Network) =>
  readPages((from, count) => contracts.accounts.getAccountPage(from, count));

export const readNodes = ({ contracts }: Network) =>
  readPages((from, count) => contracts.nodes.getNodePage(from, count));

export const readProposals = ({ contracts }: Network) =>
  readPages((from, count) => contracts.voters.getProposalPage(from, count));

export const readVoters = ({ contracts }: Network) =>
  readPages((from, count) => contracts.voters.getVoterPage(from, count));

export type OrgRecord = Awaited<ReturnType<typeof readOrgs>>[number];
export type RoleRecord = Awaited<ReturnType<typeof readRoles>>[number];
export type AccountRecord = Awaited<ReturnType<typeof readAccounts>>[number];
export type NodeRecord = Awaited<ReturnType<typeof readNodes>>[number];
type ProposalFields =
  "id" | "op" | "org" | "node" | "role" | "payload" | "proposer" | "votesFor" | "votesAgainst" | "expiresAt" | "state";
export type ProposalRecord = Pick<Awaited<ReturnType<typeof readProposals>>[number], ProposalFields>;

/** A proposal as a plain object, which JSON writes with its names. */
export function toPlain(p: ProposalRecord): ProposalRecord {
  const { id, op, org, node, role, payload, proposer, votesFor, votesAgainst, expiresAt, state } = p;
  return { id, op, org, node, role, payload, proposer, votesFor, votesAgainst, expiresAt, state };
}
