import type { Remedy } from "./action.js";
import { CATALOGUE, type ErrorCode } from "./catalogue.js";
import { CONTRACT_ERROR_TEXTS } from "./contract-texts.js";
import type { Case, Descriptor, Level } from "./descriptor.js";
import { type ErrorFacts, PortcullisError } from "./error.js";
import { fill } from "./fill.js";

export type ContractErrorName = keyof typeof CONTRACT_ERROR_TEXTS;

const DESCRIPTORS = { ...CATALOGUE, ...CONTRACT_ERROR_TEXTS } as const;

type Descriptors = typeof DESCRIPTORS;

/** The names between the braces of a template, without the word for a code that may follow. */
type NamesIn<Template extends string> = Template extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
  : never;

type Shown = string | number | bigint | readonly string[];

type Says<T> = T extends { says: infer Says extends string } ? Says : never;
type Hint<T> = T extends { hint: infer Hint extends string } ? Hint : never;

type Named<Template extends string> = Readonly<Record<NamesIn<Template>, Shown>> & ErrorFacts;

type FactsOfCase<D, C> = Named<Says<C> | (C extends { hint: string } ? Hint<C> : Hint<D>)>;

type FactsBy<D> = D extends { cases: infer Cases }
  ? { [Cause in keyof Cases]: { readonly cause: Cause } & FactsOfCase<D, Cases[Cause]> }[keyof Cases]
  : Named<Says<D> | Hint<D>>;

/** What an error of this code must be given: what its sentence and its hint name, and which cause it has if it can have
 *  several. */
export type FactsOf<Code extends ErrorCode> = Code extends ErrorCode ? FactsBy<Descriptors[Code]> : never;

/** What the descriptor of a code says, with these facts. */
export function worded<Code extends ErrorCode>(
  code: Code,
  facts: FactsOf<Code>,
): Remedy & { says: string; level: Level } {
  const descriptor: Descriptor = DESCRIPTORS[code];
  const found: Case | undefined = "says" in descriptor ? descriptor : descriptor.cases[String(facts.cause)];
  // The compiler sees to it that there is one.
  if (found === undefined) throw new Error(`${code} has no cause "${String(facts.cause)}".`);
  const { byState } = descriptor;
  const fitting = byState?.ways[fill(byState.state, facts)];
  const { hint, actions = [] } = fitting ?? (found.hint === undefined ? descriptor : found);
  const level = found.level ?? descriptor.level ?? "error";
  const about = actions.map(({ name, subject }) =>
    subject === undefined ? { name } : { name, subject: fill(subject, facts) },
  );
  return { says: fill(found.says, facts), level, hint: fill(hint ?? "", facts), actions: about };
}

/** An error with the sentence and the way out of its descriptor; also for what the contracts refuse, and what the library
 *  refuses before they would. The way out is the descriptor's, unless the caller knows a better one. */
export function refusal<Code extends ErrorCode>(
  code: Code,
  facts: FactsOf<Code>,
  { cause, ...better }: { cause?: unknown } & Partial<Remedy> = {},
): PortcullisError {
  const { says, hint, actions } = worded(code, facts);
  return new PortcullisError(code, says, { facts, cause, ...(better.hint === undefined ? { hint, actions } : better) });
}
