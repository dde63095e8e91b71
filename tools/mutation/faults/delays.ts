import { type Fault, RARE } from "../fault.js";

const TESTS = ["attacks/delays.test.ts"];

/** What has passed and waits, and who may stop it: rules 6, 7 and 22. */
export const DELAYS: readonly Fault[] = [
  {
    rules: [6],
    says: "What has passed is carried out before it has waited",
    file: "rules/Resolutions.sol",
    text: "if (Clock.nowSeconds() < proposal.expiresAt()) revert ProposalWaits(id, proposal.expiresAt());",
    becomes: "",
    tests: TESTS,
    breaksInvariant: true,
  },
  {
    rules: [10],
    says: "A resolution waits as long as the shortest of what it holds",
    file: "rules/Voices.sol",
    text: "if (one > delay) delay = one;",
    becomes: "if (delay == 0 || one < delay) delay = one;",
    tests: TESTS,
  },
  {
    rules: [22],
    says: "Whoever is no admin by vote stops what has passed",
    file: "rules/Vetoes.sol",
    text: "|| !_isAdminByVote(record, own) ||",
    becomes: "|| record.org() == 0 ||",
    tests: TESTS,
  },
  {
    rules: [22],
    says: "One network admin alone stops what has passed, where a share may",
    file: "rules/Vetoes.sol",
    text: "if (one < FEWEST) one = FEWEST;",
    becomes: "one = 1;",
    tests: TESTS,
  },
  {
    rules: [9],
    says: "One network admin counts twice against what has passed",
    file: "rules/Vetoes.sol",
    text: "if (ballot.formerVote == Vote.AGAINST && !isStopped) revert AlreadyVoted(id, account);",
    becomes: "",
    tests: TESTS,
    beyondModel: RARE,
  },
  {
    rules: [7],
    says: "What has waited is stopped after all",
    file: "rules/Vetoes.sol",
    text: "if (Clock.nowSeconds() >= proposal.expiresAt()) revert VetoTooLate(id, proposal.expiresAt());",
    becomes: "",
    tests: TESTS,
    breaksInvariant: true,
  },
  {
    rules: [10, 22],
    says: "Somebody alone stops any change of rules",
    file: "rules/PolicyRules.sol",
    text: "return op != Op.CHANGE_RULE || veto.by.length == 0;",
    becomes: "return true;",
    tests: TESTS,
  },
  {
    rules: [22],
    says: "One network admin alone stops what has passed, for its organisation",
    file: "rules/Vetoes.sol",
    text: "own == WellKnownIndex.ADMIN_ORG || ",
    becomes: "",
    tests: TESTS,
  },
];
