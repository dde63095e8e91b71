// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Asks many contracts in one call (for tests)
contract ManyQuestions {
    struct Question {
        address target;
        bytes data;
    }

    /// @notice The answers as they came; empty where a question was refused.
    function ask(Question[] calldata questions) external view returns (bytes[] memory answers) {
        answers = new bytes[](questions.length);
        for (uint256 i = 0; i < questions.length; ++i) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool succeeded, bytes memory answer) = questions[i].target.staticcall(questions[i].data);
            if (succeeded) answers[i] = answer;
        }
    }
}
