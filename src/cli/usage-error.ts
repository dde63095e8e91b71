import { PortcullisError } from "../errors/error.js";

/** Wrong usage, as opposed to a refusal: the command exits with 2, not with 1. */
export class UsageError extends PortcullisError {
  constructor(message: string, hint: string) {
    super("USAGE", message, { hint });
  }
}
