import type { IVoterManager } from "../../typechain-types/managers/VoterManager.js";
import type { Network } from "../network.js";
import { readPages } from "./pages.js";

/** All records of each kind as plain objects, in the order in which they were created. Where a record names another one,
 *  it gives its place in that order, from 1 on. */

export const readOrgs = ({ contracts }: Network) => readPages((from, count) => contracts.orgs.getOrgPage(from, count));

export const readRoles = ({ contracts }: Network) =>
  readPages((from, count) => contracts.roles.getRolePage(from, count));

export const readAccounts = ({ contracts }: Network) =>
  readPages((from, count) => contracts.accounts.getAccountPage(from, count));

export const readNodes = ({ contracts }: Network) =>
  readPages((from, count) => contracts.nodes.getNodePage(from, count));

export const readProposals = ({ contracts }: Network) =>
  readPages((from, count) => contracts.voters.getProposalPage(from, count));

/** Those that can still be voted on: the contract leaves expired ones out. */
export const readOpenProposals = ({ contracts }: Network) =>
  readPages<IVoterManager.ProposalInfoStructOutput>((_, count, last) =>
    contracts.voters.getOpenProposals(last?.id ?? 0n, count),
  );

export const readVoters = ({ contracts }: Network) =>
  readPages((from, count) => contracts.voters.getVoterPage(from, count));

export type OrgRecord = Awaited<ReturnType<typeof readOrgs>>[number];
export type RoleRecord = Awaited<ReturnType<typeof readRoles>>[number];
export type AccountRecord = Awaited<ReturnType<typeof readAccounts>>[number];
export type NodeRecord = Awaited<ReturnType<typeof readNodes>>[number];
export type ProposalRecord = Awaited<ReturnType<typeof readProposals>>[number];
