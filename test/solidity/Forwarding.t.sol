// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IPermissionsChecks as Checks} from "../../contracts/interfaces/IPermissionsChecks.sol";
import {IPermissionsInterface as Door} from "../../contracts/interfaces/IPermissionsInterface.sol";
import {Suite} from "./Suite.sol";

/// @title Hears what it is called with
/// @dev Each function twice: as the interface declares it, and as the implementation takes it, with the caller as one
///      argument more. The compiler decodes both.
contract Ear {
    error CallerNotLast(uint256 last, address caller);

    /// @notice The function, its arguments and who called, in one hash; 0 when nothing was heard.
    bytes32 public heard;
    /// @notice All bytes of the latest call of a function that is not declared here.
    bytes public raw;

    // solhint-disable-next-line no-complex-fallback, payable-fallback
    fallback() external {
        raw = msg.data;
    }

    function forget() external {
        heard = 0;
    }

    /* AS THE INTERFACE DECLARES THEM */

    function addOrg(string calldata a, string calldata b, string calldata c, uint16 d, uint16 e, address f) external {
        _hear(abi.encode("addOrg", a, b, c, d, e, f), msg.sender);
    }

    function approveOrg(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        address f
    ) external {
        _hear(abi.encode("approveOrg", a, b, c, d, e, f), msg.sender);
    }

    function addSubOrg(
        string calldata a,
        string calldata b,
        string calldata c,
        string calldata d,
        uint16 e,
        uint16 f
    ) external {
        _hear(abi.encode("addSubOrg", a, b, c, d, e, f), msg.sender);
    }

    function updateOrgStatus(string calldata a, uint256 b) external {
        _hear(abi.encode("updateOrgStatus", a, b), msg.sender);
    }

    function approveOrgStatus(string calldata a, uint256 b) external {
        _hear(abi.encode("approveOrgStatus", a, b), msg.sender);
    }

    function addNewRole(string calldata a, string calldata b, uint256 c, bool d, bool e) external {
        _hear(abi.encode("addNewRole", a, b, c, d, e), msg.sender);
    }

    function removeRole(string calldata a, string calldata b) external {
        _hear(abi.encode("removeRole", a, b), msg.sender);
    }

    function assignAccountRole(address a, string calldata b, string calldata c) external {
        _hear(abi.encode("assignAccountRole", a, b, c), msg.sender);
    }

    function updateAccountStatus(string calldata a, address b, uint256 c) external {
        _hear(abi.encode("updateAccountStatus", a, b, c), msg.sender);
    }

    function startBlacklistedAccountRecovery(string calldata a, address b) external {
        _hear(abi.encode("startBlacklistedAccountRecovery", a, b), msg.sender);
    }

    function approveBlacklistedAccountRecovery(string calldata a, address b) external {
        _hear(abi.encode("approveBlacklistedAccountRecovery", a, b), msg.sender);
    }

    function assignAdminRole(string calldata a, address b, string calldata c) external {
        _hear(abi.encode("assignAdminRole", a, b, c), msg.sender);
    }

    function approveAdminRole(string calldata a, address b) external {
        _hear(abi.encode("approveAdminRole", a, b), msg.sender);
    }

    function addNode(string calldata a, string calldata b, string calldata c, uint16 d, uint16 e) external {
        _hear(abi.encode("addNode", a, b, c, d, e), msg.sender);
    }

    function updateNodeStatus(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        uint256 f
    ) external {
        _hear(abi.encode("updateNodeStatus", a, b, c, d, e, f), msg.sender);
    }

    function startBlacklistedNodeRecovery(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e
    ) external {
        _hear(abi.encode("startBlacklistedNodeRecovery", a, b, c, d, e), msg.sender);
    }

    function approveBlacklistedNodeRecovery(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e
    ) external {
        _hear(abi.encode("approveBlacklistedNodeRecovery", a, b, c, d, e), msg.sender);
    }

    /* AS THE IMPLEMENTATION TAKES THEM */

    function addOrg(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        address f,
        address caller
    ) external {
        _hearOf(abi.encode("addOrg", a, b, c, d, e, f), caller);
    }

    function approveOrg(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        address f,
        address caller
    ) external {
        _hearOf(abi.encode("approveOrg", a, b, c, d, e, f), caller);
    }

    function addSubOrg(
        string calldata a,
        string calldata b,
        string calldata c,
        string calldata d,
        uint16 e,
        uint16 f,
        address caller
    ) external {
        _hearOf(abi.encode("addSubOrg", a, b, c, d, e, f), caller);
    }

    function updateOrgStatus(string calldata a, uint256 b, address caller) external {
        _hearOf(abi.encode("updateOrgStatus", a, b), caller);
    }

    function approveOrgStatus(string calldata a, uint256 b, address caller) external {
        _hearOf(abi.encode("approveOrgStatus", a, b), caller);
    }

    function addNewRole(string calldata a, string calldata b, uint256 c, bool d, bool e, address caller) external {
        _hearOf(abi.encode("addNewRole", a, b, c, d, e), caller);
    }

    function removeRole(string calldata a, string calldata b, address caller) external {
        _hearOf(abi.encode("removeRole", a, b), caller);
    }

    function assignAccountRole(address a, string calldata b, string calldata c, address caller) external {
        _hearOf(abi.encode("assignAccountRole", a, b, c), caller);
    }

    function updateAccountStatus(string calldata a, address b, uint256 c, address caller) external {
        _hearOf(abi.encode("updateAccountStatus", a, b, c), caller);
    }

    function startBlacklistedAccountRecovery(string calldata a, address b, address caller) external {
        _hearOf(abi.encode("startBlacklistedAccountRecovery", a, b), caller);
    }

    function approveBlacklistedAccountRecovery(string calldata a, address b, address caller) external {
        _hearOf(abi.encode("approveBlacklistedAccountRecovery", a, b), caller);
    }

    function assignAdminRole(string calldata a, address b, string calldata c, address caller) external {
        _hearOf(abi.encode("assignAdminRole", a, b, c), caller);
    }

    function approveAdminRole(string calldata a, address b, address caller) external {
        _hearOf(abi.encode("approveAdminRole", a, b), caller);
    }

    function addNode(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        address caller
    ) external {
        _hearOf(abi.encode("addNode", a, b, c, d, e), caller);
    }

    function updateNodeStatus(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        uint256 f,
        address caller
    ) external {
        _hearOf(abi.encode("updateNodeStatus", a, b, c, d, e, f), caller);
    }

    function startBlacklistedNodeRecovery(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        address caller
    ) external {
        _hearOf(abi.encode("startBlacklistedNodeRecovery", a, b, c, d, e), caller);
    }

    function approveBlacklistedNodeRecovery(
        string calldata a,
        string calldata b,
        string calldata c,
        uint16 d,
        uint16 e,
        address caller
    ) external {
        _hearOf(abi.encode("approveBlacklistedNodeRecovery", a, b, c, d, e), caller);
    }

    /* INTERNAL */

    function _hear(bytes memory what, address caller) private {
        heard = keccak256(abi.encode(what, caller));
    }

    /// @dev The rules believe the last word, so it must be the caller, too.
    function _hearOf(bytes memory what, address caller) private {
        uint256 last = uint256(bytes32(msg.data[msg.data.length - 32:]));
        if (last != uint160(caller)) revert CallerNotLast(last, caller);
        _hear(what, caller);
    }
}

/// @title Answers what it is called with
contract Parrot {
    // solhint-disable-next-line payable-fallback
    fallback(bytes calldata call_) external returns (bytes memory) {
        return call_;
    }
}

/// @title What the interface passes on is what it was called with
contract ForwardingTest is Suite {
    uint256 private constant FUNCTIONS = 17;
    uint256 private constant ROUNDS = 400;

    Ear private _ear;

    /// @dev The interface obeys this test, which puts something that listens in the place of the implementation.
    function setUp() external {
        _ear = new Ear();
        _door = Door(_create("PermissionsInterface", abi.encode(this)));
        _door.setPermImplementation(address(_ear));
    }

    /* FUNCTIONS THAT NAME THEIR CALLER */

    function testFuzzTextsArrive(
        address caller,
        string memory first,
        string memory second,
        string memory third,
        uint256 number
    ) external {
        bytes[FUNCTIONS] memory calls = _calls(first, second, third, number);
        for (uint256 i = 0; i < FUNCTIONS; ++i) {
            VM.assertTrue(_arrives(caller, calls[i], i), "a proper call was refused");
        }
    }

    /// @dev Any word instead of any other, two at a time: offsets that point nowhere, into another text or among the
    ///      arguments, lengths without end, numbers that are too large.
    function testFuzzAnyWordsArriveOrAreRefused(
        address caller,
        uint256 which,
        uint256 place,
        uint256 word,
        uint256 otherPlace,
        uint256 other
    ) external {
        bytes memory call_ = _calls("ORG1", "a text that is longer than a single word of call data", "", 7)[
            which % FUNCTIONS
        ];
        uint256 words = (call_.length - 4) / 32;
        for (uint256 i = 0; i < 5; ++i) {
            bytes memory changed = _withWord(call_, place % words, _someWord(word, i));
            _arrives(caller, changed, which % FUNCTIONS);
            _arrives(caller, _withWord(changed, otherPlace % words, _someWord(other, i)), which % FUNCTIONS);
        }
    }

    function testFuzzTrailingBytesNameNobody(
        address caller,
        uint256 which,
        bytes memory trail,
        address named
    ) external {
        bytes memory call_ = _calls("ORG1", "10.0.0.1", "x", 1)[which % FUNCTIONS];

        VM.assertTrue(_arrives(caller, bytes.concat(call_, trail), which % FUNCTIONS), "trailing bytes");
        bytes memory claim = abi.encode(named);
        VM.assertTrue(_arrives(caller, bytes.concat(call_, trail, claim), which % FUNCTIONS), "a last word");
    }

    function testFuzzWhatIsCutOffArrivesOrIsRefused(address caller, uint256 which, uint256 length) external {
        bytes memory call_ = _calls("ORG1", "10.0.0.1", "x", 1)[which % FUNCTIONS];
        length = _bound(length, 4, call_.length - 1);
        assembly ("memory-safe") {
            mstore(call_, length)
        }

        _arrives(caller, call_, which % FUNCTIONS);
    }

    /// @dev Any bytes behind the arguments, and texts that begin anywhere in them, over one another too.
    function testFuzzTextsThatBeginAnywhere(address caller, uint256 which, bytes32 seed) external {
        _arrives(caller, _scattered(which % FUNCTIONS, seed), which % FUNCTIONS);
    }

    /// @dev The same from fixed seeds: many of these calls are heard and some refused, so the tests above are not empty.
    function testScatteredTextsAreHeard() external {
        uint256 count = 0;
        for (uint256 i = 0; i < ROUNDS; ++i) {
            bytes memory call_ = _scattered(i % FUNCTIONS, keccak256(abi.encode("scattered", i)));
            if (_arrives(_person(i), call_, i % FUNCTIONS)) ++count;
        }

        VM.assertGt(count, ROUNDS / 3, "heard");
        VM.assertGt(ROUNDS - count, ROUNDS / 20, "refused");
    }

    /* ALL OTHERS */

    /// @dev What the interface does not declare goes on as it came, with the caller behind it.
    function testFuzzUnknownFunctionsArriveAsTheyCame(address caller, bytes4 selector, bytes memory rest) external {
        VM.assume(!_isDeclared(selector));
        bytes memory call_ = abi.encodePacked(selector, rest);
        _door.setPermImplementation(address(new Parrot()));

        VM.prank(caller);
        (bool accepted, bytes memory answer) = address(_door).call(call_);

        VM.assertTrue(accepted, "refused");
        VM.assertTrue(keccak256(answer) == keccak256(bytes.concat(call_, abi.encode(caller))), "all bytes");
    }

    function testFuzzBootArrivesAsItCame(
        address caller,
        string memory text,
        uint16 number,
        bytes memory trail
    ) external {
        bytes[5] memory calls = [
            abi.encodeCall(Door.setPolicy, (text, "ADMIN", text)),
            abi.encodeCall(Door.init, (number, number)),
            abi.encodeCall(Door.addAdminNode, (text, text, number, number)),
            abi.encodeCall(Door.addAdminAccount, (address(uint160(number)))),
            abi.encodeCall(Door.updateNetworkBootStatus, ())
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            bytes memory call_ = bytes.concat(calls[i], trail);
            VM.assertTrue(_as(caller, call_), "refused");
            VM.assertTrue(keccak256(_ear.raw()) == keccak256(bytes.concat(call_, abi.encode(caller))), "all bytes");
        }
    }

    /* INTERNAL */

    /// @dev Calls the interface. What the other side decodes is what the declared function decodes, from the same caller;
    ///      or it is refused, because the declared function does not take it or because a text begins among the arguments.
    function _arrives(address caller, bytes memory call_, uint256 which) private returns (bool accepted) {
        _ear.forget();
        VM.prank(caller);
        (bool declared, ) = address(_ear).call(call_);
        bytes32 told = _ear.heard();
        _ear.forget();

        accepted = _as(caller, call_);

        VM.assertTrue(accepted == (declared && !_beginsAmongArguments(call_, which)), "refused, or taken");
        VM.assertTrue(_ear.heard() == (accepted ? told : bytes32(0)), "something else was heard");
        VM.assertTrue(!accepted || told != 0, "nothing was heard");
    }

    /// @dev How many arguments a function takes, and which of them are texts: bit 0 is the first.
    function _shape(uint256 which) private pure returns (uint256 arguments, uint256 texts) {
        uint8[FUNCTIONS] memory counts = [6, 6, 6, 2, 2, 5, 2, 3, 3, 2, 2, 3, 2, 5, 6, 5, 5];
        uint8[FUNCTIONS] memory masks = [7, 7, 15, 1, 1, 3, 3, 6, 1, 1, 1, 5, 1, 7, 7, 7, 7];
        return (counts[which], masks[which]);
    }

    /// @dev Whether the interface has the function.
    function _isDeclared(bytes4 selector) private pure returns (bool) {
        bytes[FUNCTIONS] memory calls = _calls("", "", "", 0);
        for (uint256 i = 0; i < FUNCTIONS; ++i) {
            if (bytes4(calls[i]) == selector) return true;
        }
        bytes4[15] memory others = [
            Door.setPolicy.selector,
            Door.init.selector,
            Door.addAdminNode.selector,
            Door.addAdminAccount.selector,
            Door.updateNetworkBootStatus.selector,
            Door.setPermImplementation.selector,
            Door.getPermissionsImpl.selector,
            Door.getPermUpgradable.selector,
            Door.getNetworkBootStatus.selector,
            Door.isNetworkAdmin.selector,
            Door.isOrgAdmin.selector,
            Door.validateAccount.selector,
            Door.getPendingOp.selector,
            Checks.transactionAllowed.selector,
            Checks.connectionAllowed.selector
        ];
        for (uint256 i = 0; i < others.length; ++i) {
            if (others[i] == selector) return true;
        }
        return false;
    }

    function _beginsAmongArguments(bytes memory call_, uint256 which) private pure returns (bool) {
        (uint256 arguments, uint256 texts) = _shape(which);
        for (uint256 i = 0; i < arguments && call_.length >= 36 + 32 * i; ++i) {
            uint256 offset;
            assembly ("memory-safe") {
                offset := mload(add(call_, add(0x24, mul(i, 0x20))))
            }
            if ((texts >> i) & 1 == 1 && offset < arguments * 32) return true;
        }
        return false;
    }

    function _someWord(uint256 word, uint256 kind) private pure returns (uint256) {
        if (kind == 0) return word;
        if (kind == 1) return type(uint256).max - (word % 256);
        if (kind == 2) return 1 << (word % 256);
        if (kind == 3) return (word % 24) * 32;
        return word % 1024;
    }

    /// @dev A call whose texts begin anywhere behind the arguments, now and then among them. There is little but zeros, so
    ///      that most have a length that can be.
    function _scattered(uint256 which, bytes32 seed) private pure returns (bytes memory call_) {
        (uint256 arguments, uint256 texts) = _shape(which);
        uint256 room = 256 + (uint256(seed) % 512);
        bytes memory behind = new bytes(room);
        uint256[4] memory places;
        for (uint256 i = 0; i < places.length; ++i) {
            uint256 choice = uint256(keccak256(abi.encode(seed, "byte", i)));
            places[i] = choice % room;
            behind[places[i]] = bytes1(uint8((choice >> 128) % 40));
        }
        call_ = abi.encodePacked(bytes4(_calls("", "", "", 0)[which]));
        for (uint256 i = 0; i < arguments; ++i) {
            uint256 choice = uint256(keccak256(abi.encode(seed, "word", i)));
            uint256 word = choice % 2;
            if ((texts >> i) & 1 == 1) {
                // Half of them begin where a byte that is not zero ends the length.
                uint256 place = places[choice % places.length];
                bool anywhere = place < 31 || (choice >> 8) % 2 == 0;
                word = anywhere ? (choice >> 16) % (room - 31) : place - 31;
                if (choice >> 251 != 0) word += arguments * 32;
            }
            call_ = abi.encodePacked(call_, word);
        }
        call_ = bytes.concat(call_, behind);
    }

    /// @dev Each function that names its caller at the implementation, in the order of `_shape`.
    function _calls(
        string memory a,
        string memory b,
        string memory c,
        uint256 n
    ) private pure returns (bytes[FUNCTIONS] memory) {
        (uint16 port, address account) = (uint16(n), address(uint160(n)));
        return
            [
                abi.encodeCall(Door.addOrg, (a, b, c, port, 1, account)),
                abi.encodeCall(Door.approveOrg, (a, b, c, port, 2, account)),
                abi.encodeCall(Door.addSubOrg, (a, b, c, a, port, 3)),
                abi.encodeCall(Door.updateOrgStatus, (a, n)),
                abi.encodeCall(Door.approveOrgStatus, (a, n)),
                abi.encodeCall(Door.addNewRole, (a, b, n, true, n % 2 == 0)),
                abi.encodeCall(Door.removeRole, (a, b)),
                abi.encodeCall(Door.assignAccountRole, (account, a, b)),
                abi.encodeCall(Door.updateAccountStatus, (a, account, n)),
                abi.encodeCall(Door.startBlacklistedAccountRecovery, (a, account)),
                abi.encodeCall(Door.approveBlacklistedAccountRecovery, (a, account)),
                abi.encodeCall(Door.assignAdminRole, (a, account, b)),
                abi.encodeCall(Door.approveAdminRole, (a, account)),
                abi.encodeCall(Door.addNode, (a, b, c, port, 4)),
                abi.encodeCall(Door.updateNodeStatus, (a, b, c, port, 5, n)),
                abi.encodeCall(Door.startBlacklistedNodeRecovery, (a, b, c, port, 6)),
                abi.encodeCall(Door.approveBlacklistedNodeRecovery, (a, b, c, port, 7))
            ];
    }
}
