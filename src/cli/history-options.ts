import type { Network } from "../network/network.js";
import { findOrg } from "../read/find.js";
import { suggesting } from "../read/suggest.js";
import { readProposal } from "../read/read-proposals.js";
import { address, type Given, optional, text, wholeNumber } from "./specs.js";

/** What to keep of the history; all that are given must hold. */
export const HISTORY_OPTIONS = {
  org: optional(text("only what concerns this organisation and those below it", "org")),
  account: optional(address("only what this account did, or what concerns it")),
  proposal: optional(wholeNumber("only what concerns this proposal")),
} as const;

/** An unknown name would silently find nothing. */
export async function requireKnown(network: Network, { org, proposal }: Given<typeof HISTORY_OPTIONS>): Promise<void> {
  if (org !== undefined) await suggesting(network, () => findOrg(network, org));
  if (proposal !== undefined) await readProposal(network, proposal);
}
