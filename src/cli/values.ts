import { getAddress, isAddress, ZeroAddress } from "ethers";
import { PortcullisError } from "../errors/error.js";

/** Wrong usage, in contrast to something that was refused. */
export class UsageError extends PortcullisError {
  constructor(message: string, hint: string) {
    super("USAGE", message, { hint });
  }
}

export function toAddress(text: string): string {
  if (!isAddress(text) || !text.startsWith("0x")) {
    throw new UsageError(
      `"${text}" is not an address.`,
      "An address is 0x and 40 hex digits; mixed case is a checksum.",
    );
  }
  const address = getAddress(text);
  if (address === ZeroAddress) throw new UsageError("The zero address is nobody.", "Give an account.");
  return address;
}

export function toProposalId(text: string): bigint {
  if (/^[1-9]\d{0,9}$/.test(text)) return BigInt(text);
  throw new UsageError(
    `"${text}" is not the number of a proposal.`,
    "List the open proposals with scripts/proposals.ts.",
  );
}

export function toNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is not a number.`, "Give a whole number.");
}
