// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Proposal} from "./Proposal.sol";
import {Rule} from "./Rule.sol";
import {Voter} from "./Voter.sol";

/// @dev What decides about a proposal: the proposal with the votes that count now, the rule of its operation, how many may
///      vote, and whether admissions may be stopped; of the account that votes, its standing and what it had voted before
///      (Vote).
struct Ballot {
    Proposal proposal;
    Rule rule;
    uint256 electorate;
    bool mayBeStopped;
    Voter voter;
    uint256 formerVote;
}
