// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title Runs the code of another contract, which anyone may exchange (for tests)
contract ProxyImplementation {
    address private _code;

    constructor(address code) {
        _code = code;
    }

    // solhint-disable-next-line no-complex-fallback, payable-fallback
    fallback() external {
        address code = _code;
        // Memory-safe: it writes over memory from 0 on, but both ways end the call. The answer is copied in its full
        // length.
        assembly ("memory-safe") {
            calldatacopy(0, 0, calldatasize())
            let succeeded := delegatecall(gas(), code, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch succeeded
            case 0 {
                revert(0, returndatasize())
            }
            default {
                return(0, returndatasize())
            }
        }
    }

    function exchange(address code) external {
        _code = code;
    }
}
