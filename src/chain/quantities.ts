import { z } from "zod";
import { checked } from "./answers.js";

/** A number as JSON-RPC writes it. */
export const quantity = z
  .string()
  .regex(/^0x[0-9a-f]{1,64}$/i)
  .transform((digits) => BigInt(digits));

/** A number that no chain has larger: of a block, of transactions, of gas. It fits into a number of JavaScript, with room. */
export const count = quantity.refine((number) => number < 2n ** 50n);

/** The number that a node answered. Throws NODE_ANSWER_NOT_ALLOWED, naming the method. */
export function fromQuantity(value: unknown, method: string): bigint {
  return checked(method, quantity, value);
}

/** The same, of what a chain counts. */
export function fromCount(value: unknown, method: string): bigint {
  return checked(method, count, value);
}
