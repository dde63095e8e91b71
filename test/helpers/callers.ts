import {
  AbiCoder,
  type BaseContract,
  type BigNumberish,
  type BytesLike,
  concat,
  type FunctionFragment,
  type ParamType,
} from "ethers";
import type { Town } from "./cast.js";
import { deployImplementation, type Person } from "./contract-suite.js";
import { outcomeOf } from "./refused.js";

export type Callers = Record<string, Person>;

/** Every kind of caller. `proposedAdmin` stands for an account that an open proposal wants to make a network admin. */
export async function callersOf(t: Town, proposedAdmin: Person): Promise<Callers> {
  const impersonate = async (contract: BaseContract): Promise<Person> => {
    const address = await contract.getAddress();
    await t.networkHelpers.impersonateAccount(address);
    return await t.ethers.getSigner(address);
  };
  const replaced = t.implementation;
  const current = await deployImplementation(t.ethers, t.upgradable, t.permInterface, t);
  await t.upgradable.confirmImplChange(current);
  return {
    guardian: t.guardian,
    bootOperator: t.operator,
    networkAdmin: t.admins[0],
    otherNetworkAdmin: t.admins[1],
    proposedAdmin,
    formerAdmin: t.formerAdmin,
    org1Admin: t.org1Admin,
    org2Admin: t.org2Admin,
    subAdmin: t.subAdmin,
    member: t.member,
    suspended: t.suspended,
    blacklisted: t.blacklisted,
    stranger: t.stranger,
    implementation: await impersonate(current),
    replacedImplementation: await impersonate(replaced),
    upgradable: await impersonate(t.upgradable),
    manager: await impersonate(t.orgs),
  };
}

/** What becomes of a call when each of the callers makes it; nothing is changed. */
export async function outcomes(
  callers: Callers,
  contract: BaseContract,
  name: string,
  args: readonly unknown[],
): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const [kind, person] of Object.entries(callers)) {
    const connected = contract.connect(person);
    result[kind] = await outcomeOf(connected.getFunction(name).staticCall(...args));
  }
  return result;
}

/** The same outcome for all callers, but for those named. */
export function all(callers: Callers, outcome: string, but: Record<string, string> = {}): Record<string, string> {
  const same = Object.fromEntries(Object.keys(callers).map((kind) => [kind, outcome]));
  return { ...same, ...but };
}

/** The functions that change something. */
export function writes(contract: Pick<BaseContract, "interface">): FunctionFragment[] {
  const found: FunctionFragment[] = [];
  contract.interface.forEachFunction((fragment) => {
    if (!fragment.constant) found.push(fragment);
  });
  return found;
}

export function calldata(contract: BaseContract, name: FunctionFragment | string, args: readonly unknown[]): string {
  return contract.interface.encodeFunctionData(name, args);
}

/** Well-formed arguments of no meaning, for functions that are found and not written down. */
export function dummies(fragment: FunctionFragment): unknown[] {
  return fragment.inputs.map(dummy);
}

const NO_FUNCTION = "0x00000000";

function dummy(param: ParamType): BigNumberish | BytesLike | boolean | unknown[] {
  if (param.isArray()) return [];
  if (param.isTuple()) return param.components.map(dummy);
  if (param.type === "string") return "x";
  if (param.type === "bool") return false;
  if (param.type === "address") return "0x00000000000000000000000000000000000000d1";
  // A call of no function, with a text.
  if (param.type === "bytes") return concat([NO_FUNCTION, AbiCoder.defaultAbiCoder().encode(["string"], ["x"])]);
  if (param.type.startsWith("bytes")) return `0x${"00".repeat(Number(param.type.slice(5)))}`;
  return 1;
}
