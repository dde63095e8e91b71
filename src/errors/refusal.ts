import * as codes from "../codes.js";
import { shortId } from "../enode.js";
import { CONTRACT_ERROR_TEXTS } from "./contract-texts.js";
import { type Facts, PortcullisError } from "./error.js";

export type ContractErrorName = keyof typeof CONTRACT_ERROR_TEXTS;

const WORDS: Readonly<Record<string, (code: bigint) => string>> = {
  org: codes.orgStatusName,
  account: codes.accountStatusName,
  node: codes.nodeStatusName,
  proposal: codes.proposalStateName,
  operation: codes.operationPhrase,
  rule: codes.ruleKindName,
  orgAction: doneBy("suspended", "restored"),
  accountAction: doneBy("suspended", "activated", "blacklisted"),
  nodeAction: doneBy("deactivated", "activated", "blacklisted"),
};

/** What the actions from 1 on do to a record; the contracts say 0 where something else than an action was tried. */
function doneBy(...words: readonly string[]): (action: bigint) => string {
  return (action) => words[Number(action) - 1] ?? "changed like this";
}

/** What the contracts refuse, in words; also for what the library refuses before they would. `facts` are the error's
 *  arguments by name. The hint is the catalogue's, unless the caller knows a better one. */
export function refusal(
  name: ContractErrorName,
  facts: Facts,
  { cause, hint }: { cause?: unknown; hint?: string } = {},
): PortcullisError {
  const [text, usualHint] = CONTRACT_ERROR_TEXTS[name];
  return new PortcullisError(name, fill(text, facts), { facts, cause, hint: hint ?? fill(usualHint, facts) });
}

function fill(text: string, facts: Facts): string {
  return text.replaceAll(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, word: string | undefined) => {
    const value = facts[name];
    if (word === "id") return shortId(String(value));
    return word === undefined ? String(value) : (WORDS[word]?.(value as bigint) ?? String(value));
  });
}
