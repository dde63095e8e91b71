import type { PolicyStruct } from "../../typechain-types/interfaces/IPermissionsImplementation.js";
import { Counting, Op, RuleKind } from "../data/codes.js";
import { type Suite, voteThrough } from "./contract-suite.js";

export const NO_VETO = { by: [] as string[], count: 0, outOf: 0 } as const;

/** A policy: the majority of all organisations, by any of their accounts, unless something else is said. */
export function aPolicy(of: Partial<PolicyStruct> = {}): PolicyStruct {
  return {
    kind: RuleKind.MAJORITY,
    count: 0,
    outOf: 0,
    counted: Counting.ORGANISATIONS,
    orgs: [],
    roles: [],
    delay: 0,
    veto: NO_VETO,
    ...of,
  };
}

/** From now on any two network admins take emergency measures. */
export async function allowEmergencies(s: Suite): Promise<void> {
  await s.as(s.admins[0]).proposeRule(Op.EMERGENCY, RuleKind.COUNT, 2, 0);
  await voteThrough(s);
}
