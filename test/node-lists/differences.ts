import { ZeroAddress } from "ethers";
import { NodeStatus, OrgStatus } from "../data/codes.js";
import { NETWORK_ADMIN, ORG_ADMIN } from "../helpers/contract-suite.js";
import type { AccountEntry } from "../../src/read/node-lists/record-lists.js";
import { KEYS, type Lists, type ListsHeld } from "./lists.js";

/** Something that a node lists otherwise than the contracts hold it, as SECURITY.md says. */
export interface Difference {
  why: string;
  /** Whether a node that has just started lists it so too. */
  fromTheStart: boolean;
  /** The node's lists as they would be without it. Whatever else differs stays. */
  settled: (told: Lists, held: ListsHeld) => Lists;
}

const enodeIdOf = ({ url }: { url: string }): string => url.slice(0, url.indexOf("@"));

function without<K, V>(list: ReadonlyMap<K, V>, isMeant: (value: V) => boolean): Map<K, V> {
  return new Map([...list].filter(([, value]) => !isMeant(value)));
}

/** Leaves out what a node lists as deactivated and the contracts do not hold so, by the organisation with which it is listed
 *  and the one that has the node at present. */
const withoutNodes =
  (isMeant: (former: string, present: string | undefined) => boolean) =>
  (told: Lists, held: ListsHeld): Lists => {
    const holders = new Map([...held.nodes.values()].map((each) => [enodeIdOf(each), each.orgId]));
    return {
      ...told,
      nodes: without(
        told.nodes,
        (each) =>
          BigInt(each.status) === NodeStatus.DEACTIVATED &&
          each.orgId !== "" &&
          !held.nodes.has(KEYS.node(each)) &&
          isMeant(each.orgId, holders.get(enodeIdOf(each))),
      ),
    };
  };

/** Leaves out that a node lists some accounts as admins that are so no longer, though nobody has removed their role. */
const withoutAdmins =
  (isMeant: (account: AccountEntry, held: ListsHeld) => boolean) =>
  (told: Lists, held: ListsHeld): Lists => {
    const ownAdminRoles = [...held.roles.values()]
      .filter(({ roleId, isAdmin }) => isAdmin && roleId !== ORG_ADMIN && roleId !== NETWORK_ADMIN)
      .map(({ roleId }) => roleId);
    const ended = [...told.accounts].map(([key, each]): [string, typeof each] => {
      const isAdmin = held.accounts.get(key)?.isOrgAdmin ?? true;
      const hasEnded = !isAdmin && ownAdminRoles.includes(each.roleId) && isMeant(each, held);
      return [key, hasEnded ? { ...each, isOrgAdmin: false } : each];
    });
    return { ...told, accounts: new Map(ended) };
  };

export const DIFFERENCES = {
  "an organisation that was voted down stays, with status 0": {
    why: "No event takes an organisation off the list, and by its place it is answered with its name.",
    fromTheStart: true,
    settled: (told, held) => ({
      ...told,
      orgs: without(told.orgs, (each) => BigInt(each.status) === OrgStatus.NONE && !held.orgs.has(KEYS.org(each))),
    }),
  },
  "an account that was let go stays, with status 0": {
    why: "No event takes an account off the list. By its place it is answered as the zero address, which belongs to no one.",
    fromTheStart: true,
    settled: (told, held) => ({
      ...told,
      accounts: without(told.accounts, (each) => {
        const isNobody = each.acctId === ZeroAddress;
        return each.status === 0 && isNobody === (each.orgId === "") && !held.accounts.has(KEYS.account(each));
      }),
    }),
  },
  "a free node stays, as deactivated, with the organisation that wanted it": {
    why: "A GoQuorum node that lists a node of no organisation lets no one send.",
    fromTheStart: true,
    settled: withoutNodes((_, present) => present === undefined),
  },
  "a free node that another organisation took in stays with the former one too, as deactivated": {
    why: "A node lists nodes by organisation and URL, and no event takes one off.",
    fromTheStart: false,
    settled: withoutNodes((former, present) => present !== undefined && present !== former),
  },
  "a node that an emergency measure holds, or held, is deactivated until its end is recorded": {
    why: "Its record keeps its status, and nodes know no other event that has them drop it.",
    fromTheStart: false,
    settled: (told, held) => {
      const marked = held.markedNodes.map((enodeId) => `enode://${enodeId}`);
      const kept = [...told.nodes].map(([key, each]): [string, typeof each] => {
        const status = held.nodes.get(key)?.status;
        const isDropped = BigInt(each.status) === NodeStatus.DEACTIVATED && BigInt(status ?? 0) === NodeStatus.APPROVED;
        return [key, isDropped && marked.includes(enodeIdOf(each)) ? { ...each, status: status ?? 0 } : each];
      });
      return { ...told, nodes: new Map(kept) };
    },
  },
  "the old URL of a moved node stays, as deactivated": {
    why: "A node lists nodes by organisation and URL, and no event takes one off.",
    fromTheStart: false,
    settled: withoutNodes((former, present) => present === former),
  },
  "the admin role of an organisation that is proposed, or was voted down, is not listed": {
    why: "No event tells of a role that is not active yet.",
    fromTheStart: false,
    settled: (told, held) => {
      const isAdmitted = (orgId: string): boolean => {
        const status = BigInt(held.orgs.get(orgId)?.status ?? 0);
        return status !== OrgStatus.NONE && status !== OrgStatus.PROPOSED;
      };
      const untold = [...held.roles].filter(
        ([key, { roleId, orgId, active }]) =>
          roleId === ORG_ADMIN && !active && !isAdmitted(orgId) && !told.roles.has(key),
      );
      return { ...told, roles: new Map([...told.roles, ...untold]) };
    },
  },
  "an admin by a role of the organisation's own stays one, when a vote has replaced who gave it": {
    why: "No event tells that what an admin has given ends with it.",
    fromTheStart: false,
    settled: withoutAdmins(({ acctId }, { endedAccounts }) => !endedAccounts.includes(acctId)),
  },
  "an admin by a role of the organisation's own stays one, when that was given until a time that is over": {
    why: "No event tells that it ends.",
    fromTheStart: false,
    settled: withoutAdmins(({ acctId }, { endedAccounts }) => endedAccounts.includes(acctId)),
  },
  "an organisation whose suspension has ended stays suspended until that is recorded": {
    why: "No event tells that it ends.",
    fromTheStart: false,
    settled: (told, held) => {
      const returned = [...told.orgs].map(([key, org]): [string, typeof org] => [
        key,
        held.returnedOrgs.includes(key) ? { ...org, status: Number(OrgStatus.APPROVED) } : org,
      ]);
      return { ...told, orgs: new Map(returned) };
    },
  },
  "an organisation whose status changed has lost its sub-organisations, but for later ones": {
    why: "An event about an organisation makes a new entry, which begins without sub-organisations.",
    fromTheStart: false,
    settled: (told, held) => {
      const remembered = [...told.orgs].map(([key, org]): [string, typeof org] => {
        const all = held.orgs.get(key)?.subOrgList ?? [];
        const known = org.subOrgList ?? [];
        const areTheLatest = known.every((each, index) => each === all[all.length - known.length + index]);
        const isForgetful = org.parentOrgId === "" && all.length > known.length && areTheLatest;
        return [key, isForgetful ? { ...org, subOrgList: all } : org];
      });
      return { ...told, orgs: new Map(remembered) };
    },
  },
} satisfies Record<string, Difference>;

export type DifferenceName = keyof typeof DIFFERENCES;

export const NAMES = Object.keys(DIFFERENCES) as DifferenceName[];

/** A node's lists without the differences of these names. */
export function settled(names: readonly DifferenceName[], told: Lists, held: ListsHeld): Lists {
  return names.reduce((lists, name) => DIFFERENCES[name].settled(lists, held), told);
}

/** What a node may list otherwise when it has just started. */
export const FROM_THE_START = NAMES.filter((name) => DIFFERENCES[name].fromTheStart);
