/** What the library offers against an error: one of its functions, an option of the one that failed, or that one again. Whoever
 *  shows an error says it in the words of its users; src/cli/way-out.ts does so for the command line. */
export type ActionName =
  | "activate-account"
  | "activate-node"
  | "add-node"
  | "admit-agency"
  | "allow-changes"
  | "appoint-admin"
  | "assign-role"
  | "boot"
  | "change-policy"
  | "change-rule"
  | "change-setting"
  | "carry-out"
  | "choose-groups"
  | "choose-node"
  | "choose-signer"
  | "close-proposal"
  | "confirm"
  | "deactivate-node"
  | "deploy-implementation"
  | "do-again"
  | "gather-cards"
  | "give-headers"
  | "list-accounts"
  | "list-admins"
  | "list-emergencies"
  | "list-nodes"
  | "list-orgs"
  | "list-policies"
  | "list-proposals"
  | "list-roles"
  | "make-node-keys"
  | "move-node"
  | "name-boot-operator"
  | "offer-gas-price"
  | "open-contract"
  | "propose-node-release"
  | "propose-resolution"
  | "read-history"
  | "record-end-of-suspension"
  | "recover-account"
  | "recover-node"
  | "register-contract"
  | "remove-admin"
  | "renew-account"
  | "renew-node"
  | "restore-org"
  | "send-transaction"
  | "send-under-traffic"
  | "show-account"
  | "show-node"
  | "show-org"
  | "show-proposal"
  | "sign-transaction"
  | "use-key"
  | "wait-until-quiet";

export interface Action {
  readonly name: ActionName;
  /** The account, node or organisation that it is about, where that is known. */
  readonly subject?: string;
}

/** The way out. */
export interface Remedy {
  /** What to do, in sentences that presume no command line. */
  readonly hint: string;
  /** By what, one after the other; none where the library cannot do it. */
  readonly actions: readonly Action[];
}

/** Several ways out as one, one after the other; none where there is none. */
export function allOf(remedies: readonly Remedy[]): Partial<Remedy> {
  if (remedies.length === 0) return {};
  return { hint: remedies.map(({ hint }) => hint).join(" "), actions: remedies.flatMap(({ actions }) => actions) };
}
