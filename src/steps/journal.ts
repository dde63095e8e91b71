/** What is known of the transaction of one step. */
export interface JournalEntry {
  step: string;
  from: string;
  nonce: number;
  /** Hash of the call or creation code, so that a changed one is noticed. */
  request: string;
  gas: string;
  /** In wei; 0 where it is missing. */
  gasPrice?: string | undefined;
  raw?: string | undefined;
  hash?: string | undefined;
  /** Where a creation will be found, whatever its hash. */
  address?: string | undefined;
  state: "prepared" | "done" | "failed";
  gasUsed?: string | undefined;
  /** In which it was executed, where a receipt told it. */
  block?: number | undefined;
}

/** What a deployment has sent, written down before it is sent, so that it can go on after being killed. */
export interface Journal {
  /** What messages call it. */
  readonly name: string;
  find(step: string): JournalEntry | undefined;
  /** Keeps entries, each in place of an earlier one of the same step. They must be kept for good when this returns, all of them
   *  or, where the process is killed meanwhile, none. */
  record(...entries: readonly JournalEntry[]): void;
}
