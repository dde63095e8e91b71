import { requireQuiet, type Silence } from "../actions/quiet.js";
import type { Signer } from "../chain/signers.js";
import type { Network } from "../network/network.js";
import type { RightsChange } from "../read/rights-change.js";
import { givenNodes, type NODE_OPTIONS, NODE_URL_OPTION } from "./connection.js";
import { say } from "./output.js";
import { withProgress } from "./progress.js";
import { flag, type Given, optional, wholeNumber } from "./specs.js";
import { UsageError } from "./usage-error.js";

/** The options of commands that may take a right away. */
const QUIET_OPTIONS = {
  ...NODE_URL_OPTION,
  whenQuiet: flag("wait until the accounts that lose a right no longer send"),
  within: optional(wholeNumber("give up waiting after so many seconds (default: 600)")),
  underTraffic: flag("send even if they do: GoQuorum networks may halt"),
} as const;

/** The same for a command that may take a right away, none for another one: to that they are options that no one gives. */
export function quietOptionsOf(takesRights: unknown): typeof QUIET_OPTIONS {
  return takesRights === undefined ? ({} as typeof QUIET_OPTIONS) : QUIET_OPTIONS;
}

/** In seconds. */
const PATIENCE = 600;

type QuietGiven = Given<typeof QUIET_OPTIONS & typeof NODE_OPTIONS>;

/** What a command would change; nothing where that takes no right away. */
export type TakesRights = (network: Network) => Promise<RightsChange | undefined>;

/** Throws where something must not be sent now. */
export type BeforeSending = (network: Network, signer: Signer) => Promise<void>;

/** What has to be so before a command sends: that no account is sending that is about to lose a right. It is waited for if
 *  that is wanted. Nothing where the command takes no right away, or is to send in any case. */
export function quietGuard(given: QuietGiven, takesRights: TakesRights | undefined): BeforeSending | undefined {
  requireConsistent(given);
  const { network: url, whenQuiet, underTraffic, within = PATIENCE, nodeUrl = [] } = given;
  if (takesRights === undefined || underTraffic) return undefined;
  return async (network, { address }) => {
    const change = await takesRights(network);
    if (change === undefined) return;
    const nodes = givenNodes(url, nodeUrl);
    const options = { nodes, sender: address, ...(whenQuiet && { within: within * 1000 }) };
    const silence = await withProgress("Looking at the traffic", () => requireQuiet(network, change, options));
    if (silence !== undefined) for (const line of sentencesOf(silence)) say(line);
  };
}

/** Contradictions are found before anything is asked. */
function requireConsistent({ whenQuiet, underTraffic, within }: QuietGiven): void {
  if (whenQuiet && underTraffic) {
    throw new UsageError("--when-quiet and --under-traffic exclude each other.", "Leave one of them out.");
  }
  if (within !== undefined && !whenQuiet) {
    throw new UsageError("--within says how long --when-quiet waits.", "Add --when-quiet, or leave it out.");
  }
}

/** What was looked at, and what was not. */
function sentencesOf({ accounts, contracts, nodes, silent, withoutPool }: Silence): string[] {
  const who = accounts.length === 1 ? "the account that loses" : `the ${accounts.length} accounts that lose`;
  const what = [
    ...(accounts.length === 0 ? [] : [`of ${who} a right`]),
    ...(contracts.length === 0 ? [] : [`to ${contracts.join(", ")}`]),
  ];
  return [
    `Quiet: no transaction ${what.join(", or ")} was seen at ${nodes.join(", ")}.`,
    ...(nodes.length + silent.length > 1 ? [] : ["Only this node was looked at: name the others with --node-url."]),
    ...(silent.length === 0 ? [] : [`No answer from ${silent.join(", ")}: its pool was not looked at.`]),
    ...(withoutPool.length === 0
      ? []
      : [
          `No pool is shown by ${withoutPool.join(", ")}: the API txpool is off, and only the next nonces were compared.`,
        ]),
  ];
}
