import { z } from "zod";
import { checked } from "./answers.js";

/** A number as JSON-RPC writes it. */
export const quantity = z
  .string()
  .regex(/^0x[0-9a-f]{1,64}$/i)
  .transform((digits) => BigInt(digits));

/** The number that a node answered. Throws NODE_ANSWER_NOT_ALLOWED, naming the method. */
export function fromQuantity(value: unknown, method = "a request"): bigint {
  return checked(method, quantity, value);
}
