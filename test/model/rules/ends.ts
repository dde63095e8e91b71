import { type Refusal, when } from "./verdict.js";
import type { Account, Node, World } from "./world.js";

/** What is given until a time. */

export const LATEST_END = 0xffffffffn;

export type Given = Pick<Account | Node, "endsAt">;

export function hasEnded(w: World, { endsAt }: Given): boolean {
  return endsAt !== 0n && w.now >= endsAt;
}

export function badEnd(w: World, until: bigint): Refusal[] {
  return when(until !== 0n && (until <= w.now || until > LATEST_END), "EndNotAllowed", until);
}

/** Whoever's own role ends gives none that lasts longer. */
export function outlives({ address, endsAt }: Account, until: bigint): Refusal[] {
  return when(endsAt !== 0n && (until === 0n || until > endsAt), "OutlivesGiver", address, endsAt);
}
