import type { ActionResult } from "../../actions/perform.js";
import { thousands } from "../output.js";

/** What came of an action, in one paragraph. */
export function showActionResult({ hash, block, gas, contractAddress, opened, closed }: ActionResult): string {
  // A resolution opens proposals that it approves at once: parts of it.
  const isDone = (id: number): boolean => closed.some((each) => each.id === id);
  if (hash === null) return `It would succeed, with a gas limit of ${thousands(gas)}. Nothing was sent.`;
  return [
    `Done in block ${block ?? "?"}: transaction ${hash}, ${thousands(gas)} gas.`,
    ...(contractAddress === null ? [] : [`Contract ${contractAddress}.`]),
    ...opened.filter((id) => !isDone(id)).map((id) => `Proposal ${id} is open.`),
    ...closed.filter(({ id }) => !opened.includes(id)).map(({ id, state }) => `Proposal ${id} is ${state}.`),
  ].join("\n");
}
