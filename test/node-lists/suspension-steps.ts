import { ADMIN_ORG } from "../helpers/contract-suite.js";
import { pick, type Outlook } from "./outlook.js";
import { about, decidedAtOnce, someLaterTime, type Step, voter } from "./step.js";

const endsByItself = ({ endsAt }: Outlook["orgs"][number]): boolean => endsAt !== 0n;

/** Suspensions of organisations that end by themselves. */
export const SUSPENSION_STEPS = {
  suspendOrgUntil: (outlook, choice) => {
    const others = outlook.orgs.filter(({ level, fullId }) => level === 1n && fullId !== ADMIN_ORG);
    const proposal = about(pick(others, choice.what), ({ fullId }) => ({
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
