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
  /** Several of these together. */
  | { about: "several"; changes: readonly RightsChange[] };
