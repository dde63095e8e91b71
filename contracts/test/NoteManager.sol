// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Managed} from "../managers/Managed.sol";

/// @title A manager that a later release brings (for tests)
contract NoteManager is Managed {
    mapping(address account => string) private _notes;

    event NoteTaken(address account, string note);

    // solhint-disable-next-line no-empty-blocks
    constructor(address permUpgradable) Managed(permUpgradable) {}

    function setNote(address account, string calldata note) external onlyImplementation {
        _notes[account] = note;

        emit NoteTaken(account, note);
    }

    function getNote(address account) external view returns (string memory) {
        return _notes[account];
    }
}
