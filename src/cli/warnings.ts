import type { Network } from "../network/network.js";

/** What is worth knowing, but no oversight. */
export interface Note {
  note: string;
}

/** Possible oversights, and notes, in whole sentences. */
export type Warnings = (network: Network) => (string | Note)[] | Promise<(string | Note)[]>;
