import type { ContractName } from "../../../src/model/contracts.js";

/** An account calls a function of a contract. */
export interface Call {
  from: string;
  to: ContractName;
  name: string;
  args: readonly unknown[];
  /** Whom a call that names its caller names, as the implementation's functions do. */
  claims?: string;
  selector: string;
}
