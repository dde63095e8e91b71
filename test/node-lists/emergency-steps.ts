import { ZeroAddress } from "ethers";
import { ADMIN_ORG } from "../helpers/contract-suite.js";
import { pick, topOrgs, type Outlook } from "./outlook.js";
import { about, type Call, type Choice, decidedAtOnce, type Step, voter } from "./step.js";

type Target = readonly [orgId: string, account: string, enodeId: string];

/** So short that most end within a history, in which a block takes a second. */
const DURATIONS = [2, 5, 15, 3600];

const ADMISSIONS: Target = ["", ZeroAddress, ""];

const ofNode = ({ orgId, enodeId }: Outlook["nodes"][number]): Target => [orgId, ZeroAddress, enodeId];
const ofAccount = ({ orgId, account }: Outlook["accounts"][number]): Target => [orgId, account, ""];
const ofOrg = ({ fullId }: Outlook["orgs"][number]): Target => [fullId, ZeroAddress, ""];

const isHeld = ({ heldUntil }: { heldUntil: bigint }): boolean => heldUntil !== 0n;

function measure(outlook: Outlook, choice: Choice, target: Target | undefined, duration: number | undefined): Call[] {
  const proposal = about(target, (named) => ({
    from: voter(outlook, choice),
    name: "proposeHold",
    args: [...named, duration],
  }));
  return decidedAtOnce(outlook, choice, proposal);
}

const hold = (outlook: Outlook, choice: Choice, target: Target | undefined): Call[] =>
  measure(outlook, choice, target, pick(DURATIONS, choice.how));

function firstOf<T>(found: T | undefined, toTarget: (found: T) => Target): Target | undefined {
  return found === undefined ? undefined : toTarget(found);
}

export const EMERGENCY_STEPS = {
  holdNode: (outlook, choice) => {
    const others = outlook.nodes.filter(({ orgId }) => orgId !== ADMIN_ORG);
    return hold(outlook, choice, firstOf(pick(others, choice.what), ofNode));
  },
  holdAccount: (outlook, choice) => hold(outlook, choice, firstOf(pick(outlook.accounts, choice.what), ofAccount)),
  holdOrg: (outlook, choice) => hold(outlook, choice, firstOf(pick(topOrgs(outlook), choice.what), ofOrg)),
  stopAdmissions: (outlook, choice) => hold(outlook, choice, ADMISSIONS),
  /** A vote ends what is held before its time. */
  liftHold: (outlook, choice) => {
    const { orgs, accounts, nodes, admissionsStopped } = outlook;
    const held = [
      ...nodes.filter(isHeld).map(ofNode),
      ...accounts.filter(isHeld).map(ofAccount),
      ...orgs.filter(isHeld).map(ofOrg),
      ...(admissionsStopped ? [ADMISSIONS] : []),
    ];
    return measure(outlook, choice, pick(held, choice.what), 0);
  },
  /** Of nodes it is known whether their records say so still; others are tried. */
  endHold: (outlook, choice) => {
    const { marked, people } = outlook;
    const over = marked.filter((node) => !isHeld(node)).map(ofNode);
    const others = [ADMISSIONS, ...topOrgs(outlook).map(ofOrg), ...outlook.accounts.map(ofAccount)];
    const target = choice.how % 2 === 0 && over.length > 0 ? pick(over, choice.what) : pick(others, choice.what);
    return about(target, (named) => ({ from: pick(people, choice.who), name: "endHold", args: [...named] }));
  },
} satisfies Record<string, Step>;
