import type { EventName, EventValues } from "../events.js";
import type { ProposalSubject, ProposalSubjects } from "../proposal-subjects.js";

/** What an event's sentence depends on besides its values. */
export interface Circumstances {
  /** The function that was called; null when no event tells. */
  readonly function: string | null;
  /** The proposal that ended, if one did. */
  readonly decided: ProposalSubject | undefined;
  /** Whether a proposal ended without having been approved: what it had marked is then restored. */
  readonly failed: boolean;
  /** Which proposal made another one when it was carried out, where an event of the transaction says so. */
  readonly makerOf: (id: number) => number | undefined;
  /** Those that the events name. */
  readonly proposals: ProposalSubjects;
}

/** What an event says, in a sentence and in fields. Ids of organisations are full ids, in the field `org`. */
export type Rows = {
  [Name in EventName]: (values: EventValues[Name], circumstances: Circumstances) => { sentence: string };
};
