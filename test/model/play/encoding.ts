import { id, Interface } from "ethers";
import type { ContractName } from "../../../src/model/contracts.js";
import { FACTORIES } from "../../../src/model/factories.js";
import { contractErrors } from "../../../src/errors/contract-errors.js";
import type { Call } from "../rules/call.js";
import { NO_ERROR, type Refusal } from "../rules/verdict.js";
import type { Change } from "../rules/world.js";

const SELECTOR_LENGTH = 10;

export const INTERFACES = Object.fromEntries(
  Object.entries(FACTORIES).map(([name, { abi }]) => [name, new Interface(abi)]),
) as Record<ContractName, Interface>;

export function dataOf({ to, name, args, claims, selector }: Call): string {
  if (claims !== undefined) return INTERFACES.PermissionsImplementation.encodeFunctionData(name, [...args, claims]);
  const given = name === "proposeChanges" ? [dataOfChanges(args)] : args;
  return abiWith(to, name)?.encodeFunctionData(name, given) ?? selector;
}

/** The call of the interface that a resolution would make. */
export function changeOf(name: string, args: readonly unknown[]): Change {
  const call = { to: "PermissionsInterface", from: "", name, args } as const;
  const selector = selectorOf(call);
  return { name, args, selector, data: dataOf({ ...call, selector }), isBroken: false };
}

function dataOfChanges([changes]: readonly unknown[]): string[] {
  return (changes as readonly Change[]).map(({ data }) => data);
}

/** Some functions of the implementation are not declared at the interface, which passes them on all the same. */
function abiWith(to: ContractName, name: string): Interface | undefined {
  const candidates = to === "PermissionsInterface" ? ([to, "PermissionsImplementation"] as const) : [to];
  return candidates.map((candidate) => INTERFACES[candidate]).find((abi) => abi.hasFunction(name));
}

export function selectorOf({ to, name, claims }: Omit<Call, "selector">): string {
  const abi = claims === undefined ? abiWith(to, name) : INTERFACES.PermissionsImplementation;
  return abi?.getFunction(name)?.selector ?? id(`${name}()`).slice(0, SELECTOR_LENGTH);
}

/** Whether a function of the implementation names its caller. */
export function namesCaller(name: string): boolean {
  return INTERFACES.PermissionsImplementation.getFunction(name)?.inputs.at(-1)?.name === "caller";
}

/** Hardhat hides it in different depths. */
function revertData(error: unknown): string {
  const { data } = error as { data?: unknown };
  if (typeof data === "string") return data;
  if (typeof data === "object" && data !== null) return revertData(data);
  throw error;
}

export function refusalIn(error: unknown): Refusal {
  return refusalOf(revertData(error));
}

/** What an event tells of a change that was refused: its place, and why. */
export function changeRefused(data: string): [place: bigint, reason: Refusal] {
  const [, place, reason] = refusalOf(data);
  return [place as bigint, refusalOf(String(reason))];
}

function refusalOf(data: string): Refusal {
  if (data === "0x") return [NO_ERROR];
  const parsed = contractErrors().parseError(data);
  if (parsed === null) return [`unknown error ${data}`];
  return [parsed.name, ...(parsed.args.toArray() as unknown[])];
}
