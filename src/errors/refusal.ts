import * as codes from "../model/codes.js";
import { shortId } from "../model/enode.js";
import { CATALOGUE, type Descriptor, type ErrorCode } from "./catalogue.js";
import { CONTRACT_ERROR_TEXTS } from "./contract-texts.js";
import { type ErrorFacts, PortcullisError } from "./error.js";

export type ContractErrorName = keyof typeof CONTRACT_ERROR_TEXTS;

const DESCRIPTORS = { ...CATALOGUE, ...CONTRACT_ERROR_TEXTS } as const;

type Descriptors = typeof DESCRIPTORS;

/** The codes whose sentence stands in their descriptor. */
export type DescribedCode = {
  [Code in ErrorCode]: Descriptors[Code] extends { says: string } ? Code : never;
}[ErrorCode];

/** The names between the braces of a template, without the word for a code that may follow. */
type NamesIn<Template extends string> = Template extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
  : never;

type Shown = string | number | bigint | readonly string[];

type TemplatesOf<Code extends DescribedCode> = Descriptors[Code] extends {
  says: infer Says extends string;
  hint: infer Hint extends string;
}
  ? Says | Hint
  : never;

/** What an error of this code must be given: what its sentence and its hint name. */
export type FactsOf<Code extends DescribedCode> = Readonly<Record<NamesIn<TemplatesOf<Code>>, Shown>> & ErrorFacts;

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

/** An error with the sentence and the hint of its descriptor; also for what the contracts refuse, and what the library refuses
 *  before they would. The hint is the descriptor's, unless the caller knows a better one. */
export function refusal<Code extends DescribedCode>(
  code: Code,
  facts: FactsOf<Code>,
  { cause, hint }: { cause?: unknown; hint?: string } = {},
): PortcullisError {
  const descriptor: Descriptor = DESCRIPTORS[code];
  return new PortcullisError(code, fill(descriptor.says ?? "", facts), {
    facts,
    cause,
    hint: hint ?? fill(descriptor.hint, facts),
  });
}

/** The hint of a code, for whoever says the rest in other words. */
export function usualHint(code: keyof typeof CATALOGUE): string {
  return CATALOGUE[code].hint;
}

function fill(template: string, facts: ErrorFacts): string {
  return template.replaceAll(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, word: string | undefined) => {
    const value = facts[name];
    if (word === "id") return shortId(String(value));
    if (Array.isArray(value)) return value.join(", ");
    return word === undefined ? String(value) : (WORDS[word]?.(value as bigint) ?? String(value));
  });
}
