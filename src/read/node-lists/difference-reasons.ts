/** Why a node may list something otherwise than the contracts hold it; SECURITY.md has the list. */
export const DIFFERENCE_REASONS = {
  "voted-down":
    "The organisation was voted down. No event takes an organisation off a node's list: it stays there with status none.",
  "let-go": "The account was let go. No event takes an account off a node's list: it stays there with status none.",
  "free-node":
    "The node belongs to no organisation. A node lists it as deactivated with the one that had or wanted it.",
  "former-org":
    "Another organisation has the node now. The entry of the former one stays, as deactivated, until the listing node is restarted.",
  "former-address":
    "The node was moved. The entry with its former address stays, as deactivated, until the listing node is restarted.",
  held: "An emergency measure holds the node, or its end is not recorded yet. A node lists it as deactivated, until then or until the listing node is restarted; the record keeps its status.",
  "role-not-told":
    "No event tells of a role before its organisation is approved. A node lists it once it is restarted.",
  "admin-ended":
    "A vote has replaced or removed the admin who made the account an admin by hand, and no event tells that this ends with it. A node lists it as an admin until it is restarted.",
  "suspension-ended":
    "The organisation was suspended until a time that is over, and that is not recorded yet. A node lists it as suspended, until then or until it is restarted.",
  ended:
    "The role that made the account an admin was given until a time that is over, and no event tells of that. A node lists it as an admin until it is restarted.",
  "sub-orgs-forgotten":
    "A node forgets the sub-organisations of an organisation whose status changes, until it is restarted.",
  "cache-full": "There are more records than the node's cache holds. It looks up what it has forgotten.",
} as const;

export type DifferenceReason = keyof typeof DIFFERENCE_REASONS;

export const REASONS = Object.keys(DIFFERENCE_REASONS) as [DifferenceReason, ...DifferenceReason[]];
