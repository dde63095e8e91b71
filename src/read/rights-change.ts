/** A change that may take rights away, by what it is about. */
export type RightsChange =
  /** An account is suspended or blacklisted, or loses its admin role. */
  | { about: "account"; account: string }
  /** An account gets another role. */
  | { about: "assignment"; account: string; org: string; role: string }
  /** A role is removed. */
  | { about: "role"; org: string; role: string }
  /** An organisation is suspended. */
  | { about: "org"; org: string }
  /** An admin is appointed, perhaps in the place of another one. */
  | { about: "appointment"; org: string; account: string; role: string }
  /** A contract, or a method of it, is open to fewer: whoever calls it may lose that, whether a member or not. */
  | { about: "contract"; contract: string }
  /** Transactions of one kind are closed to many, in one organisation and below it or in all: to deploy, or to call what nobody has
   *  registered. */
  | { about: "kind"; kind: "deploy" | "call"; org: string | null }
  /** Several of these together. */
  | { about: "several"; changes: readonly RightsChange[] };

/** What a change takes from whoever calls some contracts, what it takes from whoever sends transactions of a kind, and what it takes
 *  from accounts. */
export function partsOf(change: RightsChange): { contracts: string[]; kinds: RightsChange[]; others: RightsChange[] } {
  if (change.about === "contract") return { contracts: [change.contract], kinds: [], others: [] };
  if (change.about === "kind") return { contracts: [], kinds: [change], others: [] };
  if (change.about !== "several") return { contracts: [], kinds: [], others: [change] };
  const parts = change.changes.map(partsOf);
  return {
    contracts: [...new Set(parts.flatMap(({ contracts }) => contracts))],
    kinds: parts.flatMap(({ kinds }) => kinds),
    others: parts.flatMap(({ others }) => others),
  };
}
