import * as accounts from "./accounts.js";
import * as admins from "./admins.js";
import * as boot from "./boot.js";
import { putToVote } from "./by-hand.js";
import type { Call } from "./call.js";
import { endHold, proposeHold } from "./emergencies.js";
import * as guardian from "./guardian.js";
import * as nodes from "./nodes.js";
import * as orgs from "./orgs.js";
import { proposePolicy } from "./policy-rules.js";
import { close, vote, withdraw } from "./proposals.js";
import { carryOut, veto } from "./passed.js";
import { proposeChanges } from "./resolutions.js";
import * as roles from "./roles.js";
import * as settings from "./settings.js";
import { voteBySignatures, voteByHash } from "./signed-votes.js";
import { type FunctionRule, type Happening, NO_ERROR, type Verdict, when } from "./verdict.js";
import { isAnswering } from "./lookup.js";
import type { World } from "./world.js";

/** What the interface's address accepts from anyone. */
export const RULES = {
  setPolicy: boot.setPolicy,
  init: boot.init,
  addAdminNode: boot.addAdminNode,
  addAdminAccount: boot.addAdminAccount,
  updateNetworkBootStatus: boot.updateNetworkBootStatus,
  addOrg: orgs.addOrg,
  approveOrg: orgs.approveOrg,
  addSubOrg: orgs.addSubOrg,
  updateOrgStatus: orgs.updateOrgStatus,
  suspendOrgUntil: orgs.suspendOrgUntil,
  endSuspension: orgs.endSuspension,
  approveOrgStatus: orgs.approveOrgStatus,
  addNewRole: roles.addNewRole,
  removeRole: roles.removeRole,
  assignAccountRole: accounts.assignAccountRole,
  assignAccountRoleUntil: accounts.assignAccountRoleUntil,
  updateAccountStatus: accounts.updateAccountStatus,
  releaseAccount: accounts.releaseAccount,
  proposeAccountRelease: accounts.proposeAccountRelease,
  startBlacklistedAccountRecovery: accounts.startBlacklistedAccountRecovery,
  approveBlacklistedAccountRecovery: accounts.approveBlacklistedAccountRecovery,
  assignAdminRole: admins.assignAdminRole,
  approveAdminRole: admins.approveAdminRole,
  proposeAdminRemoval: admins.proposeAdminRemoval,
  addNode: nodes.addNode,
  addNodeUntil: nodes.addNodeUntil,
  updateNodeStatus: nodes.updateNodeStatus,
  changeNodeAddress: nodes.changeNodeAddress,
  releaseNode: nodes.releaseNode,
  proposeNodeRelease: nodes.proposeNodeRelease,
  startBlacklistedNodeRecovery: nodes.startBlacklistedNodeRecovery,
  approveBlacklistedNodeRecovery: nodes.approveBlacklistedNodeRecovery,
  vote,
  voteByHash,
  voteBySignatures,
  withdraw,
  close,
  proposeChanges,
  carryOut,
  veto,
  proposeRule: settings.proposeRule,
  proposePolicy,
  proposeHold,
  endHold,
  proposeSetting: settings.proposeSetting,
  proposeLimit: settings.proposeLimit,
  setAtBoot: boot.setAtBoot,
} as const satisfies Record<string, FunctionRule>;

/** What the guardian's contract takes. */
export const GUARDIAN_RULES = {
  init: guardian.init,
  confirmImplChange: guardian.confirmImplChange,
  transferGuardian: guardian.transferGuardian,
  acceptGuardian: guardian.acceptGuardian,
  setBootOperator: guardian.setBootOperator,
} as const satisfies Record<string, FunctionRule>;

/** How the implementation refuses those who call it directly where not the interface calls it. */
const OTHERS_WHO_CALL: Readonly<Record<string, string>> = {
  setMigrationPolicy: "NotUpgradable",
  decide: "NotImplementation",
  end: "NotImplementation",
  castVoice: "NotImplementation",
  applyChange: "NotImplementation",
  imposeHold: "NotImplementation",
  actByPolicy: "NotImplementation",
  decisionOf: "NotImplementation",
  approveAsResolved: "NotImplementation",
  carryOutNow: "NotImplementation",
  makeChanges: "NotImplementation",
};

const refusal = (error: string, ...values: unknown[]): Verdict => ({
  against: when(true, error, ...values),
  happens: () => [],
});

export function judge(w: World, call: Call): Verdict {
  const { from, to, name, args } = call;
  switch (to) {
    case "PermissionsUpgradable":
      return ruleNamed(GUARDIAN_RULES, name)(w, from, ...(args as never[]));
    case "PermissionsInterface":
      return atInterface(w, call);
    case "PermissionsImplementation":
      if (w.implementation !== undefined && !isAnswering(w)) return refusal(NO_ERROR);
      return refusal(OTHERS_WHO_CALL[name] ?? "NotInterface", from);
    default:
      return refusal("NotImplementation", from);
  }
}

function atInterface(w: World, call: Call): Verdict {
  const { from, name, args, claims = from, selector } = call;
  if (name === "setPermImplementation") return refusal("NotUpgradable", from);
  if (w.implementation === undefined) return refusal("NoImplementation");
  if (!isAnswering(w) || !(name in RULES)) return refusal(NO_ERROR);
  const verdict = putToVote(w, call) ?? ruleNamed(RULES, name)(w, from, ...(args as never[]));
  const acted: Happening = ["PermissionsInterface", "Action", from, selector];
  return {
    against: [...when(claims !== from, "CallerForged", claims, from), ...verdict.against],
    happens: () => [acted, ...verdict.happens()],
  };
}

function ruleNamed(rules: Record<string, FunctionRule>, name: string): FunctionRule {
  const rule = rules[name];
  if (rule === undefined) throw new Error(`There is no rule for ${name}.`);
  return rule;
}
