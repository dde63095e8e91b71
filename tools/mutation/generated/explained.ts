import type { GeneratedFault } from "./generate.js";

/** Why no test can find a fault, or none has to. */
export interface Explanation {
  /** From the repository's root. */
  readonly file: string;
  /** What stands there, without the fault and with it. */
  readonly text: string;
  readonly becomes: string;
  readonly why: string;
}

export const EXPLAINED: readonly Explanation[] = [
  {
    file: "contracts/libraries/VotingRule.sol",
    text: "count < electorate",
    becomes: "count <= electorate",
    why: "The lesser of two numbers is either where they are the same.",
  },
  {
    file: "contracts/rules/Standing.sol",
    text: "record.held() && _isAccountStillHeld(record)",
    becomes: "_isAccountStillHeld(record)",
    why: "The mark only saves the question: who has none was never held, or until a time that is past.",
  },
];

export function explanationOf({ file, text, becomes }: GeneratedFault): Explanation | undefined {
  return EXPLAINED.find((each) => each.file === file && each.text === text && each.becomes === becomes);
}

/** Explanations of faults that there are no more. */
export function obsolete(faults: readonly GeneratedFault[]): Explanation[] {
  const needed = new Set(faults.map(explanationOf));
  return EXPLAINED.filter((each) => !needed.has(each));
}
