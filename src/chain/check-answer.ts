import * as z from "zod";
import { PortcullisError } from "../errors/error.js";
import { type FactsOf, refusal } from "../errors/refusal.js";

/** Bytes as JSON-RPC writes them. */
export const hex = z.string().regex(/^0x(?:[0-9a-f]{2})*$/i);

export const hash = z.string().regex(/^0x[0-9a-f]{64}$/i);

export const log = z.object({ address: hex, topics: z.array(hash), data: hex });

/** What a node answered, in the shape that its method has. Throws NODE_ANSWER_NOT_ALLOWED, naming the method. */
export function checked<T>(method: string, shape: z.ZodType<T>, answer: unknown): T {
  const { success, data, error } = shape.safeParse(answer);
  if (success) return data;
  const [issue] = error.issues;
  const place = issue?.path.join(".") ?? "";
  throw answerNotAllowed({ cause: place === "" ? "shape" : "shapeAt", method, place }, answer);
}

const SHOWN = 200;

export function answerNotAllowed(flaw: FactsOf<"NODE_ANSWER_NOT_ALLOWED">, answer: unknown): PortcullisError {
  // Undefined is no JSON, and answers may be long.
  const shown = (JSON.stringify(answer) as string | undefined)?.slice(0, SHOWN);
  return refusal("NODE_ANSWER_NOT_ALLOWED", { ...flaw, answer: shown });
}
