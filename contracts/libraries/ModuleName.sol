// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title What each module decides, in words
library ModuleName {
    string internal constant ORGANISATIONS = "organisations";
    string internal constant ACCOUNTS = "accounts, roles and admins";
    string internal constant DECISIONS = "votes and their outcomes";
    string internal constant SETTINGS = "boot and settings";
    string internal constant BALLOTS = "ballots and signed votes";
    string internal constant RESOLUTIONS = "resolutions";
    string internal constant EMERGENCIES = "emergencies, vetoes and endings";
    string internal constant POLICIES = "policies";
    string internal constant NODES = "nodes";
    string internal constant CONTRACTS = "contracts and who may call them";
}
