import { adminsOf, pick, type Outlook } from "./outlook.js";
import { about, type Call, type Choice, type Step, voter } from "./step.js";
import type { Person } from "../helpers/contract-suite.js";

/** Those who may speak for an organisation, network admins first. */
function speakers(outlook: Outlook): Person[] {
  const admins = outlook.orgs.flatMap(({ fullId }) => adminsOf(outlook, fullId));
  return [...new Set([...outlook.voters, ...admins])];
}

/** All of them vote alike on one proposal. */
function votesOf(people: readonly (Person | undefined)[], { open }: Outlook, choice: Choice): Call[] {
  return people.flatMap((from) =>
    about(pick(open, choice.what), ({ id }) => ({ from, name: "vote", args: [id, choice.how % 3 !== 0] })),
  );
}

export const DECISION_STEPS = {
  vote: (outlook, choice) => votesOf([voter(outlook, choice)], outlook, choice),
  voteOfOrg: (outlook, choice) => {
    const admins = speakers(outlook).slice(outlook.voters.length);
    return votesOf([pick(admins, choice.who)], outlook, choice);
  },
  /** All network admins; who is too late is refused. */
  decide: (outlook, choice) => votesOf(outlook.voters, outlook, choice),
  /** The same with the admins of organisations, some of whom may not vote. */
  decideTogether: (outlook, choice) => votesOf(speakers(outlook), outlook, choice),
  withdraw: (outlook, choice) =>
    about(pick(outlook.open, choice.what), ({ id, proposer }) => ({
      from: outlook.people.find(({ address }) => address === proposer),
      name: "withdraw",
      args: [id],
    })),
  /** What has passed, which may have lapsed, or any proposal that there ever was: most are closed already. */
  close: (outlook, choice) => {
    const passed = choice.how % 3 === 0 ? pick(outlook.passed, choice.what) : undefined;
    const any = (choice.what % Math.max(outlook.proposals, 1)) + 1;
    return [{ from: pick(outlook.people, choice.who), name: "close", args: [passed?.id ?? any] }];
  },
  carryOut: (outlook, choice) => {
    const due = outlook.passed.filter(({ expiresAt }) => expiresAt <= outlook.now);
    return about(pick(due, choice.what) ?? pick(outlook.passed, choice.what), ({ id }) => ({
      from: pick(outlook.people, choice.who),
      name: "carryOut",
      args: [id],
    }));
  },
  /** By one after the other who may be able to, until it is stopped. */
  veto: (outlook, choice) => {
    const waiting = outlook.passed.filter(({ expiresAt }) => expiresAt > outlook.now);
    const [guardian] = outlook.people;
    const able = choice.how % 2 === 0 ? [guardian, ...speakers(outlook)] : outlook.voters;
    return able.flatMap((from) => about(pick(waiting, choice.what), ({ id }) => ({ from, name: "veto", args: [id] })));
  },
} satisfies Record<string, Step>;
