import type { Fault } from "../fault.js";

/** Votes, as the reference suite gets them wrong. */
export const REFERENCE_VOTES: readonly Fault[] = [
  {
    rules: [5],
    says: "An approval is compared with the kind of operation only",
    file: "types/Proposal.sol",
    text: "(Proposal.unwrap(proposal) ^ Subject.unwrap(named)) & NAMED == 0",
    becomes: "(Proposal.unwrap(proposal) ^ Subject.unwrap(named)) & 0 == 0",
    tests: ["attacks/binding.test.ts"],
  },
  {
    rules: [5],
    says: "An organisation is approved with another account than was proposed",
    file: "types/Proposal.sol",
    text: "(uint256(type(uint24).max) << 100) | (uint256(type(uint48).max) << 172)",
    becomes: "uint256(type(uint48).max) << 172",
    tests: ["attacks/binding.test.ts"],
  },
  {
    rules: [8],
    says: "One open proposal blocks all others",
    file: "managers/VoterManager.sol",
    text: "uint256 voter = _requireVoter(proposer);",
    becomes: `uint256 voter = _requireVoter(proposer);
        if (_isOpen(_totals.proposals())) revert ProposalNotOpen(_totals.proposals(), ProposalState.OPEN);`,
    tests: ["attacks/proposals.test.ts"],
  },
  {
    rules: [7],
    says: "Votes against do not reject a proposal",
    file: "libraries/VotingRule.sol",
    text: "if (electorate - votesAgainst < needed) return ProposalState.REJECTED;",
    becomes: "",
    tests: ["attacks/proposals.test.ts"],
  },
  {
    rules: [7],
    says: "A proposer cannot withdraw",
    file: "rules/ProposalRules.sol",
    text: "if (caller != proposer || !active) revert",
    becomes: "if (caller == proposer || !active) revert",
    tests: ["attacks/proposals.test.ts"],
  },
  {
    rules: [7],
    says: "A proposal does not expire for a thousand days",
    file: "managers/VoterManager.sol",
    text: "LIFETIME = 30 days",
    becomes: "LIFETIME = 1000 days",
    tests: ["attacks/proposals.test.ts"],
  },
  {
    rules: [7],
    says: "An organisation's admin blacklists an account again while its recovery is voted on",
    file: "rules/AccountRules.sol",
    text: "if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);",
    becomes: "if (status == AccountStatus.RECOVERY_PROPOSED) return AccountStatus.BLACKLISTED;",
    tests: ["attacks/blacklist.test.ts"],
  },
  {
    rules: [7],
    says: "An organisation's admin gives an account another role while its recovery is voted on",
    file: "rules/AccountRules.sol",
    text: "if (!_isSettled(status)) _refuse",
    becomes: "if (!_isSettled(status) && status != AccountStatus.RECOVERY_PROPOSED) _refuse",
    tests: ["attacks/blacklist.test.ts"],
  },
  {
    rules: [7],
    says: "An organisation's admin blacklists a node again while its recovery is voted on",
    file: "rules/NodeRules.sol",
    text: "if (action == 0 || action > Action.BLACKLIST) revert ActionNotAllowed(action);",
    becomes: "if (status == NodeStatus.RECOVERY_PROPOSED) return NodeStatus.BLACKLISTED;",
    tests: ["attacks/blacklist.test.ts"],
  },
  {
    rules: [6],
    says: "A proposal to suspend an organisation freezes it at once",
    file: "libraries/Codes.sol",
    text: "return status == APPROVED || status == SUSPENSION_PROPOSED;",
    becomes: "return status == APPROVED;",
    tests: ["attacks/suspension.test.ts"],
  },
  {
    rules: [9],
    says: "A removed network admin stays in the electorate's count",
    file: "types/Voter.sol",
    text: "Totals.unwrap(totals) - (1 << 24) + (1 << 64)",
    becomes: "Totals.unwrap(totals) + (1 << 64)",
    tests: ["attacks/electorate.test.ts"],
  },
  {
    rules: [9],
    says: "A proposal walks the list of voters",
    file: "managers/VoterManager.sol",
    text: "uint256 voter = _requireVoter(proposer);",
    becomes: `uint256 voter = _requireVoter(proposer);
        for (uint256 i = 1; i <= _totals.listed(); ++i) {
            if (_voters[_accounts[i]].index() != i) revert NotAVoter(proposer);
        }`,
    tests: ["attacks/electorate-size.test.ts"],
    beyondModel: "It knows nothing of cost.",
  },
  {
    rules: [11],
    says: "An approval with another ip, port or Raft port returns without a word",
    file: "rules/OrgRules.sol",
    text: "(uint256 node, ) = _requireNodeAt(index, orgId, enodeId, ip, port, raftPort);",
    becomes: `(uint256 node, , bool sameAddress) = _requireNode(index, orgId, enodeId, ip, port, raftPort);
        if (!sameAddress) return;`,
    tests: ["attacks/binding.test.ts"],
  },
  {
    rules: [11],
    says: "The ip, port and Raft port given with a node are not looked at",
    file: "rules/Records.sol",
    text: "if (!sameAddress) revert NodeAddressDiffers(enodeId, ip, port, raftPort);",
    becomes: "sameAddress;",
    tests: ["attacks/silence.test.ts"],
  },
];
