import { getAddress } from "ethers";
import { isWithin } from "../../model/org-id.js";
import type { HistoryEntry } from "./history-entry.js";
import type { HistoryChange } from "./sentences.js";

/** What an entry must be about; all that is named must hold. */
export interface HistoryFilter {
  /** Full id: this organisation and those below it. */
  org?: string | undefined;
  /** Address: who called it, or whom it concerns. */
  account?: string | undefined;
  proposal?: number | undefined;
}

type Matched = Pick<HistoryEntry, "who" | "changes">;

export function matcher({ org, account, proposal }: HistoryFilter): (entry: Matched) => boolean {
  const address = account === undefined ? undefined : getAddress(account);
  return ({ who, changes }) =>
    (org === undefined ||
      changes.some((change) => orgsOf(change).some((each) => each !== null && isWithin(each, org)))) &&
    (address === undefined || who === address || changes.some((change) => namesOf(change).includes(address))) &&
    (proposal === undefined || changes.some((change) => "proposal" in change && change.proposal === proposal));
}

/** A vote concerns the organisation that its proposal is about. */
function orgsOf(change: HistoryChange): (string | null)[] {
  return ["org" in change ? change.org : null, "about" in change ? change.about.org : null];
}

/** Addresses among other values. */
function namesOf(change: HistoryChange): unknown[] {
  return [...(Object.values(change) as unknown[]), "about" in change ? change.about.account : null];
}
