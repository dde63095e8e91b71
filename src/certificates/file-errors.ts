import type { PortcullisError } from "../errors/error.js";
import { type FactsOf, refusal } from "../errors/refusal.js";

/** What is wrong with a file of certificates. */
export function badContent(facts: FactsOf<"CERTIFICATE_FILE_NOT_ALLOWED">): PortcullisError {
  return refusal("CERTIFICATE_FILE_NOT_ALLOWED", facts);
}
