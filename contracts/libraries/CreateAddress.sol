// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

/// @title The address of a contract that an account deploys
/// @dev The last 20 bytes of the hash of the RLP list of the account and its nonce (Ethereum's Yellow Paper, section 7).
library CreateAddress {
    /// @param deployer The account that sends the deployment.
    /// @param nonce That of its transaction.
    function createdBy(address deployer, uint56 nonce) internal pure returns (address) {
        bytes memory number = _encode(nonce);
        // A list of 21 bytes for the account, and the number: always shorter than 56 bytes.
        bytes1 head = bytes1(uint8(0xc0 + 21 + number.length));
        return address(uint160(uint256(keccak256(abi.encodePacked(head, bytes1(0x94), deployer, number)))));
    }

    /// @dev As few bytes as it takes: none for 0, one for numbers below 128, and otherwise with its length before it.
    function _encode(uint56 number) private pure returns (bytes memory) {
        if (number == 0) return hex"80";
        if (number < 0x80) return abi.encodePacked(bytes1(uint8(number)));
        uint256 length = 0;
        for (uint256 rest = number; rest != 0; rest >>= 8) ++length;
        bytes memory encoded = new bytes(1 + length);
        encoded[0] = bytes1(uint8(0x80 + length));
        for (uint256 i = length; i > 0; --i) {
            encoded[i] = bytes1(uint8(number));
            number >>= 8;
        }
        return encoded;
    }
}
