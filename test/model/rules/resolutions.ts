import { Action, Op, RuleKind, State } from "../../data/codes.js";
import * as accounts from "./accounts.js";
import * as admins from "./admins.js";
import { proposeHold } from "./emergencies.js";
import * as nodes from "./nodes.js";
import { newContract } from "./new-contract.js";
import * as orgs from "./orgs.js";
import { end, notProposing, propose, setResolve } from "./proposals.js";
import { proposePolicy } from "./policy-rules.js";
import * as roles from "./roles.js";
import * as settings from "./settings.js";
import { type FunctionRule, type Happening, NO_ERROR, OneOf, type Refusal, type Verdict, when } from "./verdict.js";
import { type Change, NOBODY, type Proposal, type World } from "./world.js";

/** Several changes that are decided as one. This knows nothing of gas, and so of no resolution that waits for more of it. */

const MOST = 64;

type Args = readonly unknown[];

interface Allowed {
  rule: FunctionRule;
  /** By which operation's rule it is decided; NONE where there is none. */
  op: (w: World, args: Args) => bigint;
  /** Whether its arguments say which operation it is. */
  isRead: boolean;
}

const always = (op: bigint, rule: FunctionRule): Allowed => ({ rule, op: () => op, isRead: false });

const ofNode = (op: bigint, rule: FunctionRule): Allowed => ({
  rule,
  op: (w, [orgId]) => nodes.byHandOr(w, orgId, op),
  isRead: true,
});
const TURNS: ReadonlyMap<unknown, bigint> = new Map([
  [Action.SUSPEND, Op.SUSPEND_ORG],
  [Action.ACTIVATE, Op.RESTORE_ORG],
]);

/** What a resolution may hold. */
export const CHANGES = {
  addOrg: always(Op.ADD_ORG, orgs.addOrg),
  addSubOrg: { ...always(Op.ADD_SUB_ORG, orgs.addSubOrg), isRead: true },
  updateOrgStatus: { rule: orgs.updateOrgStatus, op: (_, [, action]) => TURNS.get(action) ?? Op.NONE, isRead: true },
  suspendOrgUntil: always(Op.SUSPEND_ORG_UNTIL, orgs.suspendOrgUntil),
  addNewRole: always(Op.ADD_ROLE, roles.addNewRole),
  removeRole: always(Op.REMOVE_ROLE, roles.removeRole),
  assignAccountRole: always(Op.ASSIGN_ROLE, accounts.assignAccountRole),
  assignAccountRoleUntil: always(Op.ASSIGN_ROLE, accounts.assignAccountRoleUntil),
  updateAccountStatus: always(Op.SET_ACCOUNT_STATUS, accounts.updateAccountStatus),
  releaseAccount: always(Op.LET_GO, accounts.releaseAccount),
  proposeAccountRelease: always(Op.RELEASE, accounts.proposeAccountRelease),
  startBlacklistedAccountRecovery: always(Op.RECOVER_ACCOUNT, accounts.startBlacklistedAccountRecovery),
  assignAdminRole: always(Op.ASSIGN_ADMIN, admins.assignAdminRole),
  proposeAdminRemoval: always(Op.REMOVE_ADMIN, admins.proposeAdminRemoval),
  addNode: always(Op.ADD_NODE, nodes.addNode),
  addNodeUntil: always(Op.ADD_NODE, nodes.addNodeUntil),
  updateNodeStatus: ofNode(Op.SET_NODE_STATUS, nodes.updateNodeStatus),
  changeNodeAddress: ofNode(Op.MOVE_NODE, nodes.changeNodeAddress),
  releaseNode: always(Op.LET_GO, nodes.releaseNode),
  proposeNodeRelease: always(Op.RELEASE, nodes.proposeNodeRelease),
  startBlacklistedNodeRecovery: always(Op.RECOVER_NODE, nodes.startBlacklistedNodeRecovery),
  proposeRule: always(Op.CHANGE_RULE, settings.proposeRule),
  proposePolicy: always(Op.CHANGE_RULE, proposePolicy),
  proposeHold: always(Op.EMERGENCY, proposeHold),
  proposeSetting: always(Op.CHANGE_SETTING, settings.proposeSetting),
  proposeLimit: always(Op.CHANGE_SETTING, settings.proposeLimit),
} as const satisfies Record<string, Allowed>;

function allowed({ name }: Change): Allowed | undefined {
  return (CHANGES as Record<string, Allowed>)[name];
}

/* PROPOSING */

export function proposeChanges(w: World, caller: string, changes: readonly Change[]): Verdict {
  const count = changes.length;
  const operations = changes.flatMap((change) => operationsOf(w, change));
  return {
    against: [
      ...notProposing(w, caller, Op.RESOLVE, { resolution: { changes, operations, content: NOBODY } }),
      ...when(count === 0 || count > MOST, "NumberOfChangesNotAllowed", count, MOST),
      ...changes.flatMap(notAllowed),
      ...operations.flatMap((op) => when(w.rules[Number(op)]?.kind === RuleKind.FORBIDDEN, "OperationForbidden", op)),
    ],
    happens: () => propose(w, caller, Op.RESOLVE, { resolution: { changes, operations, content: newContract(w) } }),
  };
}

/** A sub-organisation with a node is both. */
function operationsOf(w: World, change: Change): bigint[] {
  const op = allowed(change)?.op(w, change.args) ?? Op.NONE;
  return op === Op.ADD_SUB_ORG && change.args[2] !== "" ? [op, Op.ADD_NODE] : [op];
}

function notAllowed(change: Change, place: number): Refusal[] {
  const known = allowed(change);
  const [, action] = change.args;
  const isTurn = change.name === "updateOrgStatus";
  return [
    ...when(known === undefined, "ChangeNotAllowed", place),
    ...when(known?.isRead === true && change.isBroken, NO_ERROR),
    ...when(isTurn && !change.isBroken && !TURNS.has(action), "ActionNotAllowed", action),
  ];
}

/* CARRYING OUT */

/** It ends. All changes are made, or none: they are tried before, on a copy. */
function resolve(w: World, proposal: Proposal, state: bigint): Happening[] {
  const { id, resolution } = proposal;
  proposal.state = state;
  if (state !== State.APPROVED || resolution === undefined) return [];
  const { refused } = makeChanges(structuredClone(w), resolution.changes);
  if (refused === undefined) return makeChanges(w, resolution.changes).happened;
  proposal.state = State.REJECTED;
  return [["VoterManager", "ChangesRefused", id, refused]];
}

interface Made {
  happened: Happening[];
  /** The change that was refused, by its place, each time with another reason. */
  refused?: OneOf;
}

/** One after the other, until one is refused. What is decided by vote is approved at once. */
function makeChanges(w: World, changes: readonly Change[]): Made {
  const happened: Happening[] = [];
  for (const [place, change] of changes.entries()) {
    const next = w.proposals.length;
    const { against, happens } = judgeChange(w, change);
    if (against.length > 0) return { happened, refused: new OneOf(against.map((reason) => [place, reason])) };
    happened.push(["PermissionsInterface", "Action", w.implementation, change.selector], ...happens());
    const opened = w.proposals[next];
    if (opened === undefined) continue;
    happened.push(...end(w, opened, State.APPROVED));
    if (opened.state !== State.APPROVED) return { happened, refused: new OneOf([[place, ["NothingChanges"]]]) };
  }
  return { happened };
}

/** What speaks against a change when the network makes it, and what it brings about. */
export function judgeChange(w: World, change: Change): Verdict {
  const { rule } = allowed(change) ?? {};
  if (rule === undefined || change.isBroken) return { against: [[NO_ERROR]], happens: () => [] };
  return rule(w, w.implementation ?? NOBODY, ...(change.args as never[]));
}

setResolve(resolve);
