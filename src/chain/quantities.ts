import { toQuantity } from "ethers";

/** Numbers as JSON-RPC writes them. */
export const quantity = (value: bigint | number): string => toQuantity(value);

export const fromQuantity = (value: unknown): bigint => BigInt(value as string);
