import { ZeroHash } from "ethers";
import { Op, Setting } from "../../data/codes.js";
import { connectionAllowed, isRepairer, mayConnect, mayTransact, transactionAllowed } from "./checks.js";
import { isOperation } from "./counting.js";
import { addedBy, COUNTED, managerOf, valueOf } from "./limits.js";
import { accountOf, adminOrgId, isAnswering, isOn, nodeOf, orgOf } from "./lookup.js";
import { isOrgHeld } from "./holds.js";
import { holds } from "./hold-answers.js";
import { listedIn, weigh } from "./policies.js";
import { ballots, policies } from "./ballots.js";
import { openProposals } from "./proposals.js";
import { ask, type Others, type Question, TRANSACTIONS } from "./question.js";
import { details, lists } from "./records.js";
import { shownHash } from "./signed-votes.js";
import { isActive, isAdminOf, isNetworkAdmin } from "./standing.js";
import { NOBODY, type Proposal, type World } from "./world.js";

/** Every question, and its answer. */
export function answers(w: World, others: Others): Question[] {
  return [
    ...lists(w),
    ...settings(w),
    ...details(w, others),
    ...checks(w, others),
    ...repair(w, others),
    ...(isAnswering(w) ? [...policies(w, others), ...ballots(w, others), ...holds(w)] : []),
  ];
}

/* SETTINGS */

function settings(w: World): Question[] {
  const { policy, limits } = w;
  const linked = isAnswering(w);
  const names = [policy?.adminOrg ?? "", policy?.networkAdmin ?? "", policy?.orgAdmin ?? ""];
  return [
    ask("OrgManager", "getLimits", [], limits?.breadth ?? 0n, limits?.depth ?? 0n),
    ...uses(w),
    ask("NodeManager", "getAddressRules", [], isOn(w, Setting.IP_CHECK), isOn(w, Setting.HOST_NAMES)),
    ...w.rules
      .filter(({ op }) => isOperation(op))
      .map(({ op, kind, count, outOf }) => ask("VoterManager", "getRule", [op], [kind, count, outOf])),
    ...(linked
      ? [
          ask("PermissionsImplementation", "getPolicyDetails", [], ...names, w.booted),
          ask("PermissionsInterface", "getNetworkBootStatus", [], w.booted),
          ask("PermissionsInterface", "getPendingOp", [adminOrgId(w)], ...pendingOp(openProposals(w).find(isOfNodes))),
          ask("PermissionsInterface", "getPendingOp", ["ORG1"], ...pendingOp(undefined)),
          ...w.proposals.map((each) => ask("PermissionsImplementation", "getProposalHash", [each.id], shownHash(each))),
          ask("PermissionsImplementation", "getProposalHash", [w.proposals.length + 1], ZeroHash),
          ...w.proposals.map(({ id, resolution }) =>
            ask("PermissionsImplementation", "getChanges", [id], resolution?.changes.map(({ data }) => data) ?? []),
          ),
        ]
      : []),
  ];
}

/** Whether consoles of nodes can approve it. */
function isOfNodes({ op }: Proposal): boolean {
  return op <= Op.RECOVER_ACCOUNT;
}

/** Rule 20: what each organisation has added, and the limits. */
function uses(w: World): Question[] {
  return [
    ask("OrgManager", "voices", [], w.counted ? weigh(w, listedIn(w, [])) : 0n),
    ...w.orgs.map((org) => ask("OrgManager", "ownWeightOf", [org.index], valueOf(w, Setting.WEIGHT, org))),
    ask("NodeManager", "moveLimitOf", [0n], valueOf(w, Setting.MOVES, undefined)),
    ...w.orgs.map((org) => ask("NodeManager", "moveLimitOf", [org.index], valueOf(w, Setting.MOVES, org))),
    ...COUNTED.flatMap((setting) => {
      const manager = managerOf(setting);
      const uses = w.orgs.map((org) => [
        org.parent === undefined ? addedBy(w, setting, org) : 0n,
        valueOf(w, setting, org),
      ]);
      return [
        ask(manager, "limitOf", [0n], valueOf(w, setting, undefined)),
        ask(manager, "getUsePage", [0n, w.orgs.length], uses),
      ];
    }),
  ];
}

function pendingOp(oldest: Proposal | undefined): unknown[] {
  const { org, node, account, op } = oldest ?? {};
  return [org?.id ?? "", node?.enodeId ?? "", account?.address ?? NOBODY, op ?? 0n];
}

/* CHECKS */

function checks(w: World, { people, enodeIds, orgIds }: Others): Question[] {
  if (!isAnswering(w)) return [];
  const at = "PermissionsInterface";
  return [
    ...people.flatMap((address) => [
      ask(at, "isNetworkAdmin", [address], isNetworkAdmin(w, address)),
      ...orgIds.flatMap((id) => standing(w, address, id)),
    ]),
    ...enodeIds.flatMap((enodeId) => {
      const ip = nodeOf(w, enodeId)?.ip ?? "";
      return [
        ask(at, "connectionAllowed", [enodeId, ip, 9999], connectionAllowed(w, enodeId, ip)),
        ask(at, "connectionAllowed", [enodeId, "9.9.9.9", 30303], connectionAllowed(w, enodeId, "9.9.9.9")),
        ask("NodeManager", "connectionAllowed", [enodeId, "9.9.9.9", 0], mayConnect(w, enodeId, "9.9.9.9")),
      ];
    }),
  ];
}

function standing(w: World, address: string, orgId: string): Question[] {
  const org = orgOf(w, orgId);
  const account = accountOf(w, address);
  const admin = org !== undefined && isActive(org) && !isOrgHeld(w, org) && isAdminOf(w, address, org);
  const valid = account === undefined || account.org?.id === orgId;
  return [
    ask("PermissionsInterface", "isOrgAdmin", [address, orgId], admin),
    ask("AccountManager", "checkOrgAdmin", [address, orgId, orgId], admin),
    ask("PermissionsInterface", "validateAccount", [address, orgId], valid),
    ask("AccountManager", "validateAccount", [address, orgId], valid),
  ];
}

/** What nodes ask of every transaction, and who may always repair. */
function repair(w: World, { people }: Others): Question[] {
  const { upgradable, permInterface } = w.deployed;
  return [
    ...people.flatMap((sender) =>
      TRANSACTIONS.flatMap((kind) =>
        (kind === "deploy" ? [NOBODY] : [upgradable, permInterface]).flatMap((target) => {
          const transaction = { sender, target, kind };
          const args = [sender, target, 1n, 0n, 0n, kind === "transfer" ? "0x" : "0x0102"];
          return [
            ask("PermissionsInterface", "transactionAllowed", args, transactionAllowed(w, transaction)),
            ...(isAnswering(w)
              ? [ask("PermissionsImplementation", "transactionAllowed", args, mayTransact(w, transaction))]
              : []),
          ];
        }),
      ),
    ),
    ...people.flatMap((address) => [
      ask("PermissionsUpgradable", "mayRepair", [address], isRepairer(w, address)),
      ask("PermissionsUpgradable", "isBootOperator", [address], w.bootOperators.includes(address)),
    ]),
    ask("PermissionsUpgradable", "getGuardian", [], w.guardian),
    ask("PermissionsUpgradable", "getProposedGuardian", [], w.proposedGuardian),
    ask("PermissionsUpgradable", "getPermImpl", [], w.implementation ?? NOBODY),
    ask("PermissionsUpgradable", "getPermInterface", [], w.implementation === undefined ? NOBODY : permInterface),
  ];
}
