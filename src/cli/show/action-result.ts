import type { ActionResult } from "../../actions/perform.js";
import type { ProposalState } from "../../model/codes.js";
import { thousands } from "../output.js";
import { status } from "./table.js";

/** The proposals that an action has opened. A resolution opens others, which it approves at once: parts of it. */
export function stillOpen({ opened, closed }: ActionResult): number[] {
  return opened.filter((id) => !closed.some((each) => each.id === id));
}

/** "has passed", "is approved". */
export function outcomeInWords(state: ProposalState): string {
  return `${state === "passed" || state === "expired" ? "has" : "is"} ${status(state)}`;
}

/** What came of an action, in one paragraph. */
export function showActionResult(done: ActionResult): string {
  const { hash, block, gas, contractAddress, opened, closed } = done;
  if (hash === null) return `It would succeed, with a gas limit of ${thousands(gas)}. Nothing was sent.`;
  return [
    `Done in block ${block ?? "?"}: transaction ${hash}, ${thousands(gas)} gas.`,
    ...(contractAddress === null ? [] : [`Contract ${contractAddress}.`]),
    ...stillOpen(done).map((id) => `Proposal ${id} is open.`),
    ...closed
      .filter(({ id }) => !opened.includes(id))
      .map(({ id, state }) => `Proposal ${id} ${outcomeInWords(state)}.`),
  ].join("\n");
}
