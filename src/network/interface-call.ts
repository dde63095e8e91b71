import type { Interface } from "ethers";
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
    if (call !== undefined) return call.data === data.toLowerCase() ? { name: call.name, args: call.args } : undefined;
  }
  return undefined;
}

/** With how it is encoded by the rules. Arguments are looked at for the first time here: a text may be none. */
function tryParse(known: Interface, data: string): (InterfaceCall & { data: string }) | undefined {
  try {
    const call = known.parseTransaction({ data });
    if (call === null) return undefined;
    const args = [...(call.args as unknown[])];
    return { name: call.name, args, data: known.encodeFunctionData(call.fragment, args) };
  } catch {
    return undefined;
  }
}
