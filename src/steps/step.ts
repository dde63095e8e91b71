import type { TransactionRequest } from "../chain/call.js";

/** One transaction of a deployment, as data. */
export interface Step {
  /** Names the step in the journal and on the screen. */
  readonly name: string;
  /** Who may send it, the preferred one first; undefined for anyone. */
  readonly senders?: readonly string[];
  readonly request: () => Promise<TransactionRequest>;
  /** Whether it needs nothing that the steps beside it leave, so that it may be sent before they are executed. */
  readonly inAnyOrder?: boolean;
  /** Whether the chain shows that it is done. `address` is where a created contract should be. */
  readonly isDone: (address: string | undefined) => Promise<boolean>;
  /** Tells later steps where a created contract is. */
  readonly created?: (address: string) => void;
}

/** Progress of a deployment, to be displayed. */
export interface StepReport {
  step: string;
  state: "sent" | "done" | "found";
  address?: string | undefined;
  hash?: string | undefined;
  gasUsed?: bigint | undefined;
}
