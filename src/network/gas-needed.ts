/** How much gas an account must be able to pay for, as gas limits count it: with their margin. */
export const GAS_NEEDED = {
  /** All contracts, and the boot of a few nodes and admins. */
  deployment: 40_000_000n,
  /** Any one transaction of those who govern a network. */
  vote: 500_000n,
} as const;
