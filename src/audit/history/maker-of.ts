import { proposalStateName } from "../../model/codes.js";
import type { ContractEvent } from "./events.js";

/** Which proposal made another one, which comes from no account, by the events of their transaction: a resolution ends after
 *  what it makes. */
export function makerOf(id: number, events: readonly ContractEvent[]): number | undefined {
  const made = events.findIndex(({ name, values }) => name === "ProposalCreated" && Number(values.id) === id);
  const end = events
    .slice(made)
    .find(
      ({ name, values }) =>
        name === "ProposalStateChanged" && Number(values.id) < id && proposalStateName(values.state) === "approved",
    );
  return end?.name === "ProposalStateChanged" ? Number(end.values.id) : undefined;
}
