import * as z from "zod";
import { checked } from "./check-answer.js";

/** A number as JSON-RPC writes it. */
export const quantity = z
  .string()
  .regex(/^0x[0-9a-f]{1,64}$/i)
  .transform((digits) => BigInt(digits));

/** An upper bound on any chain for numbers of blocks, of transactions, and for gas. It fits easily into a JavaScript number. */
export const count = quantity.refine((number) => number < 2n ** 50n);

/** The number that a node answered. Throws NODE_ANSWER_NOT_ALLOWED, naming the method. */
export function fromQuantity(value: unknown, method: string): bigint {
  return checked(method, quantity, value);
}

/** The same, of what a chain counts. */
export function fromCount(value: unknown, method: string): bigint {
  return checked(method, count, value);
}
