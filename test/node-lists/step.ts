import type { PermInterface, Person } from "../helpers/contract-suite.js";
import { adminsOf, type Outlook, pick } from "./outlook.js";

/** Any numbers, by which a step chooses among what there is. */
export interface Choice {
  who: number;
  what: number;
  how: number;
}

export interface Call {
  from: Person | undefined;
  name: keyof PermInterface & string;
  args: readonly unknown[];
}

/** What is called, by whom; nothing where there is nothing to choose from. */
export type Step = (outlook: Outlook, choice: Choice) => Call[];

export const voter = ({ voters }: Outlook, { who }: Choice): Person | undefined => pick(voters, who);

export const admin = (outlook: Outlook, orgId: string, { who }: Choice): Person | undefined =>
  pick(adminsOf(outlook, orgId), who);

/** Mostly so soon that it comes within a history, in which a block takes a second. */
export const someLaterTime = ({ now }: Outlook, { how }: Choice): number =>
  now + (pick([2, 5, 15, 3600], how >> 1) ?? 0);

/** Nothing for nothing. */
export function about<T>(subject: T | undefined, call: (subject: T) => Call): Call[] {
  return subject === undefined ? [] : [call(subject)];
}

/** A proposal, and the votes of all network admins for it in the same block, half of the time. */
export function decidedAtOnce({ voters, proposals }: Outlook, { who }: Choice, proposal: Call[]): Call[] {
  if (proposal.length === 0 || who % 2 === 0) return proposal;
  return [...proposal, ...voters.map((from): Call => ({ from, name: "vote", args: [proposals + 1, true] }))];
}
