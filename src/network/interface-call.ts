import type { Interface, TransactionDescription } from "ethers";
import { INTERFACES } from "../model/contracts.js";
import { once } from "../util/once.js";

/** A call of a function of the interface, or of one that it passes on. */
export interface InterfaceCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

const KNOWN = once((): Interface[] => [
  INTERFACES.PermissionsInterface.createInterface(),
  INTERFACES.PermissionsImplementation.createInterface(),
]);

/** What is called; undefined for what this version does not know, or what is encoded otherwise than by the rules. */
export function parseInterfaceCall(data: string): InterfaceCall | undefined {
  for (const known of KNOWN()) {
    const call = tryParse(known, data);
    if (call === undefined) continue;
    const args = [...(call.args as unknown[])];
    return known.encodeFunctionData(call.fragment, args) === data.toLowerCase() ? { name: call.name, args } : undefined;
  }
  return undefined;
}

function tryParse(known: Interface, data: string): TransactionDescription | undefined {
  try {
    return known.parseTransaction({ data }) ?? undefined;
  } catch {
    return undefined;
  }
}
