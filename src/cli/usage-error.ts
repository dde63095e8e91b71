import { PortcullisError } from "../errors/error.js";

/** Wrong usage, in contrast to something that was refused: the command ends with 2, not with 1. */
export class UsageError extends PortcullisError {
  constructor(message: string, hint: string) {
    super("USAGE", message, { hint });
  }
}
