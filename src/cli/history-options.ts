import { address, optional, text, wholeNumber } from "./specs.js";

/** What to keep of the history; all that are given must hold. */
export const HISTORY_OPTIONS = {
  org: optional(text("only what concerns this organisation and those below it", "org")),
  account: optional(address("only what this account did, or what concerns it")),
  proposal: optional(wholeNumber("only what concerns this proposal")),
} as const;
