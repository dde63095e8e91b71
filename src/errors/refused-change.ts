import { contractErrors, decodeRevert } from "./contract-errors.js";

/** Which change of a resolution was refused, from 1 on, and why. */
export interface RefusedChange {
  readonly change: number;
  readonly why: string;
}

/** What the error ChangeRefused says. */
export function decodeRefusedChange(error: string): RefusedChange {
  const known = contractErrors().parseError(error);
  const [place, reason] = (known?.name === "ChangeRefused" ? known.args : [0n, error]) as unknown as [bigint, string];
  return { change: Number(place) + 1, why: reasonInWords(reason) };
}

/** Why a change was refused. */
export function reasonInWords(reason: string): string {
  return decodeRevert(reason)?.message ?? "without a reason.";
}
