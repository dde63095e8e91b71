// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Answers each function as it was told (for tests)
contract Puppet {
    enum Mood {
        REFUSES,
        BURNS_GAS,
        ANSWERS
    }

    /// @dev What it answers, or refuses with, is cut at this length, or filled up with zeros to it.
    struct Part {
        Mood mood;
        uint256 length;
        bytes answer;
    }

    mapping(bytes4 selector => Part) private _parts; // a function that it was told nothing about is refused

    // solhint-disable-next-line no-complex-fallback, payable-fallback
    fallback() external {
        Part memory part = _parts[msg.sig];
        (Mood mood, uint256 length, bytes memory answer) = (part.mood, part.length, part.answer);
        // Memory-safe: it only reads, and every way ends the call. A length beyond the answer reads memory that nothing has
        // written to yet, which is zero.
        assembly ("memory-safe") {
            switch mood
            case 0 {
                revert(add(answer, 0x20), length)
            }
            case 1 {
                invalid()
            }
            default {
                return(add(answer, 0x20), length)
            }
        }
    }

    function tell(bytes4 selector, Mood mood, uint256 length, bytes calldata answer) external {
        _parts[selector] = Part({mood: mood, length: length, answer: answer});
    }
}
