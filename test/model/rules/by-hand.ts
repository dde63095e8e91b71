import { Op, RuleKind } from "../../data/codes.js";
import { changeOf } from "../play/encoding.js";
import { accountOf, adminOrgId, orgOf } from "./lookup.js";
import { notProposing, propose } from "./proposals.js";
import { newContract } from "./new-contract.js";
import { notByHand } from "./acting.js";
import { isActive, isAdminOf, unknownOrg } from "./standing.js";
import type { Call } from "./call.js";
import { type Verdict, when } from "./verdict.js";
import type { World } from "./world.js";

/** Each function that an organisation's admin calls alone at first: its operation, and where it names the organisation. */
const BY_HAND: Readonly<Record<string, readonly [op: bigint, org: number]>> = {
  addSubOrg: [Op.ADD_SUB_ORG, 0],
  addNewRole: [Op.ADD_ROLE, 1],
  removeRole: [Op.REMOVE_ROLE, 1],
  assignAccountRole: [Op.ASSIGN_ROLE, 1],
  assignAccountRoleUntil: [Op.ASSIGN_ROLE, 1],
  updateAccountStatus: [Op.SET_ACCOUNT_STATUS, 0],
  addNode: [Op.ADD_NODE, 0],
  addNodeUntil: [Op.ADD_NODE, 0],
  updateNodeStatus: [Op.SET_NODE_STATUS, 0],
  changeNodeAddress: [Op.MOVE_NODE, 0],
  releaseAccount: [Op.LET_GO, 0],
  releaseNode: [Op.LET_GO, 0],
};

/** By these an organisation has more, which it may not have while it is suspended. */
const GIVING: readonly bigint[] = [Op.ADD_SUB_ORG, Op.ADD_ROLE, Op.ASSIGN_ROLE, Op.ADD_NODE, Op.MOVE_NODE];

/** What a call comes to that a policy has put to the vote; undefined for what is done at once, or refused. */
export function putToVote(w: World, { from, name, args }: Call): Verdict | undefined {
  const [op, place] = BY_HAND[name] ?? [];
  if (op === undefined || place === undefined || w.rules[Number(op)]?.kind === RuleKind.SELF) return undefined;
  const orgId = String(args[place]);
  const ofNode = op === Op.SET_NODE_STATUS || op === Op.MOVE_NODE;
  if (ofNode && orgId === adminOrgId(w)) return undefined;

  const change = changeOf(name, args);
  const org = orgOf(w, orgId);
  const subject = (content: string) => ({ org, resolution: { changes: [change], operations: [op], content } });
  const gives = GIVING.includes(op);
  const hasNode = op === Op.ADD_SUB_ORG && args[2] !== "";
  const isEntitled = org !== undefined && isAdminOf(w, from, org) && accountOf(w, from)?.byVote === true;
  return {
    against: [
      ...unknownOrg(w, orgId),
      ...when(gives && org !== undefined && !isActive(org), "OrgNotActive", orgId),
      ...(hasNode ? notByHand(w, from, Op.ADD_NODE) : []),
      ...notProposing(w, from, op, subject(""), 0, isEntitled),
    ],
    happens: () => propose(w, from, op, subject(newContract(w))),
  };
}
