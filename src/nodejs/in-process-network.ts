/** The chain that tests and rehearsals run on. To a contract it looks like a GoQuorum network: Istanbul, gas price 0,
 *  EIP-170. */
export const IN_PROCESS_NETWORK = {
  type: "edr-simulated",
  chainType: "l1",
  chainId: 1337,
  hardfork: "istanbul",
  gasPrice: 0,
  minGasPrice: 0,
  blockGasLimit: 700_000_000,
  transactionGasCap: false,
  allowUnlimitedContractSize: false,
} as const;
