import type { ContractName } from "../../../src/model/contracts.js";

/** What anyone can read, and the answer. */
export interface Question {
  contract: ContractName;
  name: string;
  args: readonly unknown[];
  answer: readonly unknown[];
}

/** Whom and what questions name besides what is recorded. */
export interface Others {
  people: readonly string[];
  enodeIds: readonly string[];
  orgIds: readonly string[];
}

export function ask(contract: ContractName, name: string, args: readonly unknown[], ...answer: unknown[]): Question {
  return { contract, name, args, answer };
}

/** The kinds that a transaction is asked about. */
export const TRANSACTIONS = ["transfer", "deploy", "call"] as const;
