import { operationCode, type Operation } from "../model/codes.js";
import { isSelf, toPolicy } from "../model/policy.js";
import { parseInterfaceCall } from "../network/interface-call.js";
import type { Network } from "../network/network.js";
import { readPolicy } from "./read-settings.js";

/** What organisations' admins do alone until a policy says otherwise, by function of the interface. */
const OPERATION_OF: Readonly<Record<string, Operation>> = {
  addSubOrg: "add-sub-org",
  addNewRole: "add-role",
  removeRole: "remove-role",
  assignAccountRole: "assign-role",
  assignAccountRoleUntil: "assign-role",
  updateAccountStatus: "set-account-status",
  addNode: "add-node",
  addNodeUntil: "add-node",
  updateNodeStatus: "set-node-status",
  changeNodeAddress: "move-node",
  releaseAccount: "let-go",
  releaseNode: "let-go",
  registerContract: "contract-access",
  setContractAccess: "contract-access",
  setMethodAccess: "contract-access",
  forgetDeployer: "contract-access",
};

/** What of it a call does; undefined for any other call. */
export function operationByHand(data: string): Operation | undefined {
  return callByHand(data)?.operation;
}

function callByHand(data: string): { operation: Operation; args: readonly unknown[] } | undefined {
  const called = parseInterfaceCall(data);
  const operation = called && OPERATION_OF[called.name];
  return operation && { operation, args: called.args };
}

/** Whether a call of an organisation's admin opens a proposal, because a policy has it voted on, instead of doing what it says. */
export async function isPutToVote(network: Network, data: string): Promise<boolean> {
  const called = callByHand(data);
  if (called === undefined) return false;
  const { operation, args } = called;
  if (isSelf(toPolicy(await network.contracts.rules.getPolicy(operationCode(operation))))) return false;
  // Nodes of the admin organisation have an operation of their own, and the summary says so.
  const ofNode = operation === "set-node-status" || operation === "move-node";
  return !ofNode || args[0] !== (await readPolicy(network)).adminOrg;
}
