import { getAddress, ZeroAddress } from "ethers";

/** What is wrong with a text that should be an account's or a contract's address. */
export type AddressFlaw = "form" | "checksum" | "zero";

/** As much of an address as people compare. */
export function shortAddress(address: string): string {
  return address.slice(0, 10);
}

/** An address takes 0x and 40 hex digits; capitals among them are its checksum; and zero is no account. */
export function addressFlaw(text: string): AddressFlaw | undefined {
  if (!/^0x[0-9a-fA-F]{40}$/.test(text)) return "form";
  try {
    return getAddress(text) === ZeroAddress ? "zero" : undefined;
  } catch {
    return "checksum";
  }
}

/** Whether both texts are one account, in whatever capitals. */
export function isSameAccount(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
