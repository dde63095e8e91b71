import { AccountStatus, NodeStatus, Op, OrgStatus, State } from "../../data/codes.js";
import type { Call } from "../rules/call.js";
import { type Given, hasEnded } from "../rules/ends.js";
import { isBack } from "../rules/suspensions.js";
import type { Happening } from "../rules/verdict.js";
import type { Node, World } from "../rules/world.js";
import { canonical } from "./canonical.js";

/** What neither the name of a call nor an error tells, and has to come about as well. */
export const SIGHTS = [
  "a role has ended",
  "an admin by hand has ended",
  "a node has ended",
  "a role gets an end by vote",
  "a node gets an end by vote",
  "a role gets another end",
  "a role that has ended gets another end",
  "a node gets another end",
  "a node that has ended gets another end",
  "an end has passed when it is voted through",
  "a suspension has ended",
  "a suspension that ends gets another end",
  "a suspension has ended before another end of it fails",
  "a suspension has ended before its restoration fails",
] as const;

export type Sight = (typeof SIGHTS)[number];

/** The ends of all that there was before a call: of accounts by address, of nodes by enode id, of suspensions by the id of the
 *  organisation. */
export type Ends = ReadonlyMap<unknown, Given>;

export function endsIn({ orgs, accounts, nodes }: World): Ends {
  return new Map<unknown, Given>([
    ...orgs.map(({ id, suspendedUntil }) => [id, { endsAt: suspendedUntil }] as const),
    ...accounts.map(({ address, endsAt }) => [address, { endsAt }] as const),
    ...nodes.map(({ enodeId, endsAt }) => [enodeId, { endsAt }] as const),
  ]);
}

/** What is to be seen after a call that was accepted. */
export function sightsOf(w: World, call: Call, happened: readonly Happening[], before: Ends): Sight[] {
  const ended = w.accounts.filter((account) => account.status === AccountStatus.ACTIVE && hasEnded(w, account));
  const isOver = (node: Node): boolean => node.status === NodeStatus.APPROVED && hasEnded(w, node);
  const told = (event: string): Given[] =>
    happened.filter(([, name]) => name === event).map(([, , about]) => before.get(about) ?? { endsAt: 0n });
  const [roles, nodes] = [told("AccountEnds"), told("NodeEnds")];
  const isRenewed = ({ endsAt }: Given): boolean => endsAt !== 0n;
  /** Whether a proposal about a suspension fails that has ended in the meantime. */
  const isBackBefore = (op: bigint): boolean =>
    happened.some(([, name, id]) => {
      const proposal = name === "ProposalStateChanged" ? w.proposals[Number(id) - 1] : undefined;
      if (proposal?.op !== op || proposal.state === State.APPROVED) return false;
      return proposal.org?.status === OrgStatus.APPROVED && isRenewed(before.get(proposal.org.id) ?? { endsAt: 0n });
    });
  const refused = happened.filter(([, name]) => name === "ChangesRefused").map(canonical);
  const seen: Record<Sight, boolean> = {
    "a role has ended": ended.length > 0,
    "an admin by hand has ended": ended.some(({ admin }) => admin),
    "a node has ended": w.nodes.some(isOver),
    "a role gets an end by vote": roles.length > 0 && call.name !== "assignAccountRoleUntil",
    "a node gets an end by vote": nodes.length > 0 && call.name !== "addNodeUntil",
    "a role gets another end": roles.some(isRenewed),
    "a role that has ended gets another end": roles.some((one) => hasEnded(w, one)),
    "a node gets another end": nodes.some(isRenewed),
    "a node that has ended gets another end": nodes.some((one) => hasEnded(w, one)),
    "an end has passed when it is voted through": refused.some((reason) => reason.includes("EndNotAllowed")),
    "a suspension has ended": w.orgs.some(isBack),
    "a suspension that ends gets another end": told("OrgSuspensionEnds").some(isRenewed),
    "a suspension has ended before another end of it fails": isBackBefore(Op.SUSPEND_ORG_UNTIL),
    "a suspension has ended before its restoration fails": isBackBefore(Op.RESTORE_ORG),
  };
  return SIGHTS.filter((sight) => seen[sight]);
}
