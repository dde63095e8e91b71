import type { Action } from "./action.js";
import type { ErrorCode } from "./catalogue.js";

export type ErrorFacts = Readonly<Record<string, unknown>>;

export interface ErrorDetails {
  /** What was involved, for programs. */
  facts?: ErrorFacts;
  /** What to do, as a sentence. */
  hint?: string;
  /** What of the library does it. */
  actions?: readonly Action[];
  cause?: unknown;
}

/** Errors of developers' tools are not in the catalogue. */
export type DeveloperCode = `DEV_${string}`;

/** The one error that this library throws on purpose: a code to branch on, a sentence to read, and what to do. */
export class PortcullisError extends Error {
  override readonly name = "PortcullisError";
  readonly code: ErrorCode | DeveloperCode;
  readonly facts: ErrorFacts;
  readonly hint: string | undefined;
  readonly actions: readonly Action[];

  constructor(code: ErrorCode | DeveloperCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.facts = details.facts ?? {};
    this.hint = details.hint;
    this.actions = details.actions ?? [];
  }

  /** The same, with facts that became known later. */
  withFacts(facts: ErrorFacts): PortcullisError {
    const { code, message, hint, actions } = this;
    const details = { facts: { ...this.facts, ...facts }, actions, cause: this };
    return new PortcullisError(code, message, hint === undefined ? details : { ...details, hint });
  }

  /** The same, with a guess at what was meant before the way out. */
  withGuess(guess: string, facts: ErrorFacts): PortcullisError {
    const { code, message, hint = "", actions } = this;
    return new PortcullisError(code, message, {
      facts: { ...this.facts, ...facts },
      hint: `${guess} ${hint}`.trimEnd(),
      actions,
      cause: this,
    });
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
