import { defineConfig } from "hardhat/config";
import project from "../../hardhat.config.js";

const network = project.networks?.default;
if (network?.type !== "edr-simulated") throw new Error("The tests run on a simulated network.");
const solidity = project.test?.solidity;
if (solidity === undefined || !("invariant" in solidity)) throw new Error("There is no invariant.");

/** As often as it takes to meet each fault; sound contracts have nothing to be met. */
const INVARIANT_RUNS = 200;

/** In milliseconds: faults are tried for hours, and a machine that does something else beside must not look like a test that fails. */
const TIMEOUT = 3_600_000;

/**
 * The project's own configuration, with a report that a program can read. A fault may make a contract larger than a chain
 * takes: what must fail then is the test of its size, and not every deployment.
 */
export default defineConfig({
  ...project,
  networks: { ...project.networks, default: { ...network, allowUnlimitedContractSize: true } },
  test: {
    mocha: { ...project.test?.mocha, timeout: TIMEOUT, reporter: "tap", bail: process.env.MUTATION_BAIL === "yes" },
    solidity: { ...solidity, invariant: { ...solidity.invariant, runs: INVARIANT_RUNS } },
  },
});
