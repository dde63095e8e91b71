// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Host} from "../libraries/Host.sol";

/// @title What many texts are as hosts, in one call
contract HostReader {
    function read(string[] calldata texts) external pure returns (bool[] memory ips, bool[] memory names) {
        (ips, names) = (new bool[](texts.length), new bool[](texts.length));
        for (uint256 i = 0; i < texts.length; ++i) {
            (ips[i], names[i]) = (Host.isIp(texts[i]), Host.isName(texts[i]));
        }
    }

    function write(bytes16[] calldata ips) external pure returns (string[] memory texts) {
        texts = new string[](ips.length);
        for (uint256 i = 0; i < ips.length; ++i) texts[i] = Host.write(ips[i]);
    }
}
