import { Interface } from "ethers";
import { INTERFACES } from "../../model/contracts.js";

/** What the interface has itself, and what it passes on as it comes. */
const NAMES = new Map<string, string>();
for (const { abi } of [INTERFACES.PermissionsImplementation, INTERFACES.PermissionsInterface]) {
  new Interface(abi).forEachFunction(({ selector, name }) => NAMES.set(selector, name));
}

/** The function that a selector stands for; the selector itself for one of a later implementation. */
export function functionName(selector: string): string {
  return NAMES.get(selector) ?? selector;
}
