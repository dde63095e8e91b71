import type { ErrorCode } from "./catalogue.js";

export type Facts = Readonly<Record<string, unknown>>;

interface ErrorDetails {
  /** What was involved, for programs. */
  facts?: Facts;
  /** The way out, as a sentence. */
  hint?: string;
  cause?: unknown;
}

/** What developers' tools throw is in no catalogue. */
type DeveloperCode = `DEV_${string}`;

/** The one error that this library throws on purpose: a code to branch on, a sentence to read, and the way out. */
export class PortcullisError extends Error {
  override readonly name = "PortcullisError";
  readonly code: ErrorCode | DeveloperCode;
  readonly facts: Facts;
  readonly hint: string | undefined;

  constructor(code: ErrorCode | DeveloperCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.facts = details.facts ?? {};
    this.hint = details.hint;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
