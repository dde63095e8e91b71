import { ZeroAddress } from "ethers";
import type { Network } from "../../src/network/network.js";
import { whole } from "../../src/read/pages.js";
import {
  type RecordOf,
  rawAccounts,
  rawNodes,
  rawOpenProposals,
  rawOrgs,
  rawProposals,
  rawRoles,
} from "../../src/read/raw-records.js";
import { readVoters } from "../../src/read/read-records.js";
import { AccountStatus, State } from "../data/codes.js";
import { ADMIN_ORG, type Person, type Suite } from "../helpers/contract-suite.js";

/** What can be known before the next step of a history, to make it one that mostly succeeds. */
export interface Outlook {
  s: Suite;
  people: readonly Person[];
  voters: readonly Person[];
  orgs: RecordOf<typeof rawOrgs>[];
  roles: RecordOf<typeof rawRoles>[];
  accounts: RecordOf<typeof rawAccounts>[];
  nodes: RecordOf<typeof rawNodes>[];
  /** Those whose records say that they are held, though that may be over. */
  marked: RecordOf<typeof rawNodes>[];
  admissionsStopped: boolean;
  open: RecordOf<typeof rawOpenProposals>[];
  /** What waits, or can be carried out. */
  passed: RecordOf<typeof rawProposals>[];
  /** How many there ever were. */
  proposals: number;
  /** The time of the last block. */
  now: number;
}

export async function look(s: Suite, network: Network): Promise<Outlook> {
  const people = await s.ethers.getSigners();
  const voters = await readVoters(network);
  const proposals = await whole(rawProposals(network));
  const nodes = (await whole(rawNodes(network))).filter(({ orgId }) => orgId !== "");
  const marked = (await s.nodes.getHeldNodes()).map(({ enodeId }) => enodeId);
  return {
    s,
    people,
    voters: people.filter(({ address }) => voters.includes(address)),
    orgs: (await whole(rawOrgs(network))).filter(({ status }) => status !== 0n),
    roles: (await whole(rawRoles(network))).filter(({ active }) => active),
    accounts: (await whole(rawAccounts(network))).filter(({ orgId }) => orgId !== ""),
    nodes,
    marked: nodes.filter(({ enodeId }) => marked.includes(enodeId)),
    admissionsStopped: (await s.permInterface.getHold("", ZeroAddress, "")).lasts,
    open: await whole(rawOpenProposals(network)),
    passed: proposals.filter(({ state }) => state === State.PASSED),
    proposals: proposals.length,
    now: await s.networkHelpers.time.latest(),
  };
}

/** Organisations without parent, but for the admin organisation. */
export function topOrgs({ orgs }: Outlook): Outlook["orgs"] {
  return orgs.filter(({ level, fullId }) => level === 1n && fullId !== ADMIN_ORG);
}

/** One of a list, by any number. */
export function pick<T>(list: readonly T[], number: number): T | undefined {
  return list[number % list.length];
}

/** Whether an organisation is another one or below it. */
export function isWithin(orgId: string, ancestor: string): boolean {
  return `${orgId}.`.startsWith(`${ancestor}.`);
}

/** The accounts that may act as admins of an organisation, unless it is suspended. */
export function adminsOf({ accounts, people }: Outlook, orgId: string): Person[] {
  const admins = accounts
    .filter((each) => each.status === AccountStatus.ACTIVE && each.orgAdmin && each.effective)
    .filter((each) => isWithin(orgId, each.orgId))
    .map(({ account }) => account);
  return people.filter(({ address }) => admins.includes(address));
}
