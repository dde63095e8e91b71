import type { ContractEvent, EventName } from "./events.js";
import { ACCOUNT_ROWS } from "./rows/account-rows.js";
import { CONTRACT_ROWS } from "./rows/contract-rows.js";
import { GUARDIAN_ROWS } from "./rows/guardian-rows.js";
import { NODE_ROWS } from "./rows/node-rows.js";
import { ORG_ROWS } from "./rows/org-rows.js";
import type { Circumstances, Rows } from "./rows/row.js";
import { VOTE_ROWS } from "./rows/vote-rows.js";

/** What each event of the nine contracts says. */
export const SENTENCES = {
  ...GUARDIAN_ROWS,
  ...ORG_ROWS,
  ...ACCOUNT_ROWS,
  ...VOTE_ROWS,
  ...NODE_ROWS,
  ...CONTRACT_ROWS,
} satisfies Rows;

/** Events that say nothing that `who` and `function` of the entry, or other events of the same call, do not say. */
const ECHOES: ReadonlySet<EventName> = new Set([
  "Action",
  "ImplementationSet",
  "PermissionsInitialized",
  "VotingItemAdded",
  "VoteProcessed",
]);

/** What one event changed: its name tells which fields it has. `echo` marks what something else says better. */
export type HistoryChange = {
  [Name in EventName]: { event: Name; echo: boolean } & ReturnType<(typeof SENTENCES)[Name]>;
}[EventName];

export function tell({ name, values }: ContractEvent, circumstances: Circumstances): HistoryChange {
  const row = SENTENCES[name] as (values: ContractEvent["values"], circumstances: Circumstances) => object;
  return { event: name, echo: ECHOES.has(name), ...row(values, circumstances) } as HistoryChange;
}
