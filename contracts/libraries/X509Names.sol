// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Part} from "../types/Part.sol";
import {Der} from "./Der.sol";
import {X509Text} from "./X509Text.sol";

/// @title Whom a certificate is for: organisation (O), role (OU) and name (CN)
/// @dev O and CN stand in it once. OU stands in it at least once, and the first one is the role: those that follow it say
///      nothing here. Each attribute stands in a place of its own (an RDN of one attribute): of two in one place none would
///      be the first. Other attributes are not looked into.
library X509Names {
    bytes32 private constant ORGANISATION = hex"060355040a";
    bytes32 private constant ROLE = hex"060355040b";
    bytes32 private constant NAME = hex"0603550403";

    error X509NameMissing(string attribute);
    error X509NameDoubled(uint256 at, string attribute);

    function read(
        Part from
    ) internal pure returns (string memory organisation, string memory role, string memory name) {
        while (!from.isEmpty()) {
            uint256 at = from.at();
            Part content;
            (content, from) = Der.take(from, Der.SET);
            (bytes32 id, Part value) = Der.identifier(Der.only(content, Der.SEQUENCE));
            if (id == ORGANISATION) {
                if (bytes(organisation).length != 0) revert X509NameDoubled(at, "O");
                organisation = X509Text.read(value);
            } else if (id == ROLE) {
                string memory text = X509Text.read(value);
                if (bytes(role).length == 0) role = text;
            } else if (id == NAME) {
                if (bytes(name).length != 0) revert X509NameDoubled(at, "CN");
                name = X509Text.read(value);
            } else {
                Der.requireOne(value);
            }
        }
        if (bytes(organisation).length == 0) revert X509NameMissing("O");
        if (bytes(role).length == 0) revert X509NameMissing("OU");
        if (bytes(name).length == 0) revert X509NameMissing("CN");
    }
}
