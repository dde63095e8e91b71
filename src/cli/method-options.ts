import { type Abi, type Method, parseMethod } from "../network/method.js";
import { readAbi } from "../nodejs/network-files.js";
import { fileName, type Given, optional, text } from "./specs.js";
import { UsageError } from "./usage-error.js";

export const ABI_OPTION = {
  abi: optional(
    fileName("ABI of the contract, for the names of its methods: as the compiler, Hardhat or Foundry writes it"),
  ),
} as const;

export const METHOD_FORMS =
  "its signature in quotes, as in 'transfer(address,uint256)', its selector, or its name with --abi";

export const METHOD_OPTIONS = {
  method: optional(text(`only this method: ${METHOD_FORMS}`, "method")),
  ...ABI_OPTION,
} as const;

export function abiOf({ abi }: Given<typeof ABI_OPTION>): Abi | undefined {
  return abi === undefined ? undefined : readAbi(abi);
}

/** The method that is meant, if one is named. */
export function methodIn(given: Given<typeof METHOD_OPTIONS>): Method | undefined {
  if (given.method !== undefined) return parseMethod(given.method, abiOf(given));
  if (given.abi === undefined) return undefined;
  throw new UsageError("--abi names the methods for --method.", "Add --method, or leave it out.");
}
