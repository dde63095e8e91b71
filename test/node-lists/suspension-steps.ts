import { pick, topOrgs, type Outlook } from "./outlook.js";
import { about, decidedAtOnce, someLaterTime, type Step, voter } from "./step.js";

const endsByItself = ({ endsAt }: Outlook["orgs"][number]): boolean => endsAt !== 0n;

/** Suspensions of organisations that end by themselves. */
export const SUSPENSION_STEPS = {
  suspendOrgUntil: (outlook, choice) => {
    const proposal = about(pick(topOrgs(outlook), choice.what), ({ fullId }) => ({
      from: voter(outlook, choice),
      name: "suspendOrgUntil",
      args: [fullId, someLaterTime(outlook, choice)],
    }));
    return decidedAtOnce(outlook, choice, proposal);
  },
  endSuspension: (outlook, choice) =>
    about(pick(outlook.orgs.filter(endsByItself), choice.what), ({ fullId }) => ({
      from: pick(outlook.people, choice.who),
      name: "endSuspension",
      args: [fullId],
    })),
} satisfies Record<string, Step>;
