import type { ContractName } from "../../../src/model/contracts.js";
import { State } from "../../data/codes.js";
import { lasts } from "../rules/holds.js";
import { isBack } from "../rules/suspensions.js";
import type { Call } from "../rules/call.js";
import type { GUARDIAN_RULES, RULES } from "../rules/judge.js";
import type { World } from "../rules/world.js";
import type { Chooser } from "./chooser.js";
import { aDirectCall } from "./direct.js";
import { namesCaller, selectorOf } from "./encoding.js";
import { type CallerAndArgs, FittingArguments } from "./fitting-arguments.js";
import { GUARDIAN_MAKERS, MAKERS } from "./makers.js";
import { PEOPLE } from "./values.js";

/** How often each function is called. */
const DAILY: Record<keyof typeof RULES, number> = {
  setPolicy: 3,
  init: 3,
  addAdminNode: 3,
  addAdminAccount: 3,
  updateNetworkBootStatus: 3,
  addOrg: 30,
  approveOrg: 30,
  addSubOrg: 40,
  updateOrgStatus: 20,
  suspendOrgUntil: 22,
  endSuspension: 3,
  approveOrgStatus: 22,
  addNewRole: 45,
  removeRole: 18,
  assignAccountRole: 50,
  assignAccountRoleUntil: 50,
  updateAccountStatus: 60,
  releaseAccount: 20,
  proposeAccountRelease: 16,
  startBlacklistedAccountRecovery: 22,
  approveBlacklistedAccountRecovery: 22,
  assignAdminRole: 40,
  approveAdminRole: 38,
  proposeAdminRemoval: 28,
  addNode: 25,
  addNodeUntil: 35,
  updateNodeStatus: 45,
  changeNodeAddress: 24,
  releaseNode: 16,
  proposeNodeRelease: 16,
  startBlacklistedNodeRecovery: 20,
  approveBlacklistedNodeRecovery: 20,
  vote: 90,
  voteByHash: 40,
  voteBySignatures: 60,
  withdraw: 14,
  close: 22,
  proposeChanges: 40,
  carryOut: 3,
  veto: 3,
  proposeRule: 14,
  proposePolicy: 34,
  proposeHold: 40,
  endHold: 3,
  proposeSetting: 12,
  proposeLimit: 12,
  setAtBoot: 3,
};

const BOOTING: Partial<Record<keyof typeof RULES, number>> = {
  ...DAILY,
  setPolicy: 180,
  init: 180,
  addAdminNode: 150,
  addAdminAccount: 200,
  updateNetworkBootStatus: 130,
};

/** More often while something waits that has passed, or while the end of a measure is not recorded. */
const WAITING = { carryOut: 90, veto: 70, close: 40 };
const OVER = { endHold: 70 };
const BACK = { endSuspension: 50 };

function weightsFor(w: World): Partial<Record<keyof typeof RULES, number>> {
  const waits = w.proposals.some(({ state }) => state === State.PASSED);
  const holds = [w.stop, ...[...w.orgs, ...w.accounts, ...w.nodes].map(({ hold }) => hold)];
  const isOver = holds.some((hold) => hold.isMarked && !lasts(w, hold));
  return w.booted
    ? { ...DAILY, ...(waits ? WAITING : {}), ...(isOver ? OVER : {}), ...(w.orgs.some(isBack) ? BACK : {}) }
    : BOOTING;
}

const GUARDIANS: Record<keyof typeof GUARDIAN_RULES, number> = {
  init: 4,
  confirmImplChange: 12,
  transferGuardian: 10,
  acceptGuardian: 6,
  setBootOperator: 8,
};

/** A call to the network as it is. */
export function aCall(w: World, c: Chooser): Call {
  const want = new FittingArguments(w, c);
  const linked = w.implementation !== undefined;
  if (c.chance("guardian", linked ? 5 : 40)) {
    const name = c.weighted("guardian's call", linked ? GUARDIANS : { ...GUARDIANS, init: 20 });
    return call("PermissionsUpgradable", name, GUARDIAN_MAKERS[name](want, w, c));
  }
  if (c.chance("direct", 3)) return complete(aDirectCall(c));
  const name = c.weighted("call", weightsFor(w));
  const made = MAKERS[name](want, w, c);
  const forged = namesCaller(name) && c.chance("claims", 5);
  return call("PermissionsInterface", name, forged ? { ...made, claims: claimed(made.from, c) } : made);
}

function claimed(from: string, c: Chooser): string {
  return c.chance("forged", 60) ? c.one("claimed", PEOPLE) : from;
}

export function call(to: ContractName, name: string, made: CallerAndArgs & { claims?: string }): Call {
  return complete({ to, name, ...made });
}

function complete(made: Omit<Call, "selector">): Call {
  return { ...made, selector: selectorOf(made) };
}
