import path from "node:path";
import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { configVariable, defineConfig } from "hardhat/config";
import { completeAbi } from "./tools/complete-abi.js";
import { IN_PROCESS_NETWORK } from "./src/nodejs/in-process-network.js";

// The compiler is the npm package, so nothing is downloaded. GoQuorum runs the Istanbul EVM.
function compiler(runs: number) {
  return {
    version: "0.8.34",
    path: path.join(import.meta.dirname, "node_modules/solc/soljson.js"),
    settings: {
      optimizer: { enabled: true, runs },
      viaIR: true,
      evmVersion: "istanbul",
      metadata: { bytecodeHash: "none" },
      outputSelection: { "*": { "*": ["storageLayout"] } },
    },
  };
}

// Cheap calls before short code: every contract has room.
const FAST = compiler(1_000_000);

// Both profiles are given: Hardhat would otherwise derive `production` without these settings.
const profile = {
  compilers: [FAST],
  isolated: false,
  toolVersionsInBuildInfo: true,
};

export default defineConfig({
  plugins: [completeAbi, hardhatToolboxMochaEthers],
  typechain: { outDir: "./typechain-types" },
  solidity: {
    splitTestsCompilation: true,
    profiles: { default: profile, production: profile },
  },
  paths: {
    tests: { mocha: "test", solidity: "test/solidity" },
    ...(process.argv.includes("--coverage")
      ? { artifacts: "cache/coverage/artifacts", cache: "cache/coverage/cache" }
      : {}),
  },
  test: {
    mocha: { timeout: 120_000 },
    solidity: {
      fuzz: { runs: 256, seed: "0x01" },
      invariant: { runs: 32, depth: 100, failOnRevert: true },
      blockBaseFeePerGas: 0n,
    },
  },
  networks: {
    default: IN_PROCESS_NETWORK,
    // The node that the command line talks to.
    consortium: { type: "http", chainType: "l1", url: configVariable("PORTCULLIS_NETWORK") },
  },
});
