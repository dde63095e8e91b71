import { durationInWords } from "../util/duration.js";
import { minuteInWords, momentInWords, secondsInWords } from "../util/moment.js";
import * as codes from "../model/codes.js";
import { shortId } from "../model/enode.js";
import type { ErrorFacts } from "./error.js";

const WORDS: Readonly<Record<string, (code: bigint) => string>> = {
  org: codes.orgStatusName,
  account: codes.accountStatusName,
  node: codes.nodeStatusName,
  proposal: codes.proposalStateName,
  operation: codes.operationPhrase,
  setting: codes.settingName,
  rule: codes.ruleKindName,
  opening: codes.openingName,
  orgAction: doneBy("suspended", "restored"),
  accountAction: doneBy("suspended", "activated", "blacklisted"),
  nodeAction: doneBy("deactivated", "activated", "blacklisted"),
  time: fullMinute,
  end: secondsInWords,
  duration: (seconds) => durationInWords(Number(seconds)),
};

/** What stands between the items of a list, unless it is a comma. */
const BETWEEN: Readonly<Record<string, string>> = { nor: ", nor in ", or: " or ", sentences: " ", lines: "\n" };

/** So many digits of an enode id name a node. */
const BEGINNING = 8;

/** The zero address. */
const NOBODY = /^0x0{40}$/;

/** No method: what is said of a contract as a whole. */
const NO_METHOD = "0x00000000";

/** "2026-12-06 17:58 UTC": the first full minute from which on it may be done. */
function fullMinute(seconds: bigint): string {
  return minuteInWords(new Date(Math.ceil(Number(seconds) / 60) * 60_000).toISOString());
}

/** What the actions from 1 on do to a record; the contracts say 0 where something else than an action was tried. */
function doneBy(...words: readonly string[]): (action: bigint) => string {
  return (action) => words[Number(action) - 1] ?? "changed like this";
}

/** A template of a descriptor, with the facts in the place of its braces. */
export function fill(template: string, facts: ErrorFacts): string {
  return template.replaceAll(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, word = "") => {
    const value = facts[name];
    if (word === "id") return shortId(String(value));
    if (word === "who") return NOBODY.test(String(value)) ? "no one" : String(value);
    if (word === "part") return value === NO_METHOD ? "the contract" : `the method ${String(value)} of the contract`;
    if (word === "moment") return momentInWords(new Date(String(value)));
    if (word === "beginning") return String(value).slice(0, BEGINNING);
    if (word === "signedVotes") return [...(value as Iterable<bigint>)].map(codes.signedVoteResultName).join(", ");
    if (Array.isArray(value)) return value.join(BETWEEN[word as string] ?? ", ");
    return WORDS[word as string]?.(value as bigint) ?? String(value);
  });
}
