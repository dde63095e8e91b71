import type { Fault } from "../fault.js";

const TESTS = ["besu.test.ts"];

const NOT_ASKED = "It is not asked as Besu asks.";

/** What Besu nodes are answered. */
export const BESU: readonly Fault[] = [
  {
    rules: [17],
    says: "Besu's nodes connect where one of two is admitted",
    file: "rules/NodeQueries.sol",
    text: "(_isPeer(sourceEnodeHigh, sourceEnodeLow, sourceEnodeIp, sourceEnodePort) &&",
    becomes: "(_isPeer(sourceEnodeHigh, sourceEnodeLow, sourceEnodeIp, sourceEnodePort) ||",
    tests: TESTS,
    beyondModel: NOT_ASKED,
  },
  {
    rules: [17],
    says: "Besu's nodes connect from any port",
    file: "rules/records/NodeRecords.sol",
    text: "if (addressFits && node.port() != port) {",
    becomes: "if (false) {",
    tests: TESTS,
    beyondModel: NOT_ASKED,
  },
  {
    rules: [],
    says: "Besu takes a no for a failure",
    file: "PermissionsInterface.sol",
    text: "_arePeers() ? BESU_YES : BESU_NO",
    becomes: "_arePeers() ? BESU_YES : 0",
    tests: TESTS,
    beyondModel: NOT_ASKED,
  },
];
