import { change } from "../helpers/resolutions.js";
import { EMERGENCY_STEPS } from "./emergency-steps.js";
import { pick, type Outlook } from "./outlook.js";
import { POLICY_STEPS } from "./policy-steps.js";
import { type Call, decidedAtOnce, type Step, voter } from "./step.js";

/** Of what they do, proposing a measure may be part of a resolution. */
const MEASURES = Object.entries(EMERGENCY_STEPS)
  .filter(([name]) => name !== "endHold")
  .map(([, step]) => step);

/** The call as a change; of a person it names the account. */
function toChange({ s }: Outlook, { name, args }: Call): string {
  const isPerson = (each: unknown): each is { address: string } =>
    typeof each === "object" && each !== null && "address" in each;
  return change(s, name, ...args.map((each) => (isPerson(each) ? each.address : each)));
}

/** Resolutions of one change or two, of those that these steps make. */
export function resolutionSteps(steps: Readonly<Record<string, Step>>) {
  const makers: readonly Step[] = [...Object.values(steps), ...MEASURES, ...Object.values(POLICY_STEPS)];
  return {
    resolve: (outlook, choice) => {
      const { who, what, how } = choice;
      const first = pick(makers, how);
      const second = how % 2 === 0 ? pick(makers, how >> 1) : undefined;
      const made = [first?.(outlook, choice), second?.(outlook, { who: what, what: who, how })];
      const calls = made.flatMap((each) => each?.slice(0, 1) ?? []);
      if (calls.length === 0) return [];
      const changes = calls.map((call) => toChange(outlook, call));
      const call: Call = { from: voter(outlook, choice), name: "proposeChanges", args: [changes] };
      return decidedAtOnce(outlook, choice, [call]);
    },
  } satisfies Record<string, Step>;
}
