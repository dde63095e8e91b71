export type Facts = Readonly<Record<string, unknown>>;

interface ErrorDetails {
  /** What was involved, for programs. */
  facts?: Facts;
  /** The way out, as a sentence. */
  hint?: string;
  cause?: unknown;
}

/** The one error that this library throws on purpose: a code to branch on, a sentence to read, and the way out. */
export class PortcullisError extends Error {
  override readonly name = "PortcullisError";
  readonly code: string;
  readonly facts: Facts;
  readonly hint: string | undefined;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.facts = details.facts ?? {};
    this.hint = details.hint;
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
