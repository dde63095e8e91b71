// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccessLevel} from "../../contracts/libraries/AccessLevel.sol";
import {Clock} from "../../contracts/libraries/Clock.sol";
import {ProposalState, RuleKind} from "../../contracts/libraries/Codes.sol";
import {EnodeId} from "../../contracts/libraries/EnodeId.sol";
import {Names} from "../../contracts/libraries/Names.sol";
import {VotingRule} from "../../contracts/libraries/VotingRule.sol";
import {Text} from "../../contracts/libraries/Text.sol";
import {Suite} from "./Suite.sol";

/// @dev Libraries read calldata, so they are called from outside.
contract Libraries {
    function parse(string calldata enodeId) external pure returns (uint256) {
        return EnodeId.parse(enodeId);
    }

    function requireName(string calldata name) external pure {
        Names.requireName(name);
    }

    function nowSeconds() external view returns (uint256) {
        return Clock.nowSeconds();
    }
}

contract LibrariesTest is Suite {
    Libraries private _libraries;

    function setUp() external {
        _libraries = new Libraries();
    }

    /* ENODE IDS */

    /// @dev Only the two points with this x come back, and the node's is one of them.
    function testFuzzEnodeIdRoundTrip(uint256 number) external view {
        (uint256 x, uint256 y) = _point(number);
        string memory text = _enodeId(x, y);

        VM.assertEq(_libraries.parse(text), x, "parse");
        (string memory one, string memory other) = EnodeId.format(x);
        VM.assertTrue(_same(one, text) != _same(other, text), "format");
        VM.assertEq(_libraries.parse(other), _libraries.parse(one), "the same x");
    }

    function testFuzzEnodeIdOffTheCurve(uint256 number, uint256 otherX, uint256 otherY) external {
        (uint256 x, uint256 y) = _point(number);
        VM.assume(otherX != x && otherY != y && otherY != FIELD - y);

        _refuseOffTheCurve(x, otherY);
        _refuseOffTheCurve(otherX, y);
        _refuseOffTheCurve(0, 0);
    }

    /// @dev A number and the same with the field added are one in the field, and only the smaller is written in a point.
    function testEnodeIdBeyondTheField() external {
        uint256 y = 0x4218f20ae6c646b363db68605822fb14264ca8d2587fdd6fbc750d587e76a7ee;
        _libraries.parse(_enodeId(1, y));
        _refuseOffTheCurve(FIELD + 1, y);

        uint256 x = 0x1fe1e5ef3fceb5c135ab7741333ce5a6e80d68167653f6b2b24bcbcfaaaff507;
        _libraries.parse(_enodeId(x, 1));
        _refuseOffTheCurve(x, FIELD + 1);
    }

    /// @dev Every byte at every place: what is no lower-case hex digit is refused as text, another digit as no point.
    function testFuzzEnodeIdByte(uint256 number, uint256 place, bytes1 character) external {
        bytes memory text = bytes(_enode(number));
        place %= 128;
        VM.assume(text[place] != character);
        text[place] = character;
        bool digit = (character >= "0" && character <= "9") || (character >= "a" && character <= "f");

        bytes4 refusal = digit ? EnodeId.EnodeIdNotOnCurve.selector : EnodeId.EnodeIdNotAllowed.selector;
        VM.expectRevert(abi.encodeWithSelector(refusal, text));
        _libraries.parse(string(text));
    }

    function testEnodeIdEveryCharacter() external {
        bytes memory text = bytes(_enode(1));
        for (uint256 place = 0; place < 128; place += 31) {
            for (uint256 c = 0; c < 256; ++c) {
                bytes1 kept = text[place];
                text[place] = bytes1(uint8(c));
                (, bytes memory answer) = address(_libraries).call(abi.encodeCall(Libraries.parse, (string(text))));
                bool digit = (c >= 48 && c <= 57) || (c >= 97 && c <= 102);
                VM.assertTrue(digit != (bytes4(answer) == EnodeId.EnodeIdNotAllowed.selector), "a character");
                text[place] = kept;
            }
        }
    }

    function testFuzzEnodeIdOfAnyBytes(bytes calldata text) external {
        VM.expectRevert(abi.encodeWithSelector(EnodeId.EnodeIdNotAllowed.selector, text));
        _libraries.parse(string(text));
    }

    function testFuzzEnodeIdOfOtherLength(uint256 length) external {
        length = _bound(length, 0, 300);
        VM.assume(length != 128);
        bytes memory text = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            text[i] = "a";
        }

        VM.expectRevert(abi.encodeWithSelector(EnodeId.EnodeIdNotAllowed.selector, text));
        _libraries.parse(string(text));
    }

    /* NAMES */

    function testFuzzName(bytes memory text, uint256 length) external {
        _tidy(text, length, "_-");
        bool allowed = text.length > 0 && text.length <= Names.MAX_NAME && _consistsOf(text, "_-");

        if (!allowed) VM.expectRevert(abi.encodeWithSelector(Names.NameNotAllowed.selector, text));
        _libraries.requireName(string(text));
    }

    function testNameEveryCharacter() external {
        for (uint256 c = 0; c < 256; ++c) {
            bytes memory text = abi.encodePacked("A", bytes1(uint8(c)), "z");
            (bool name, ) = address(_libraries).call(abi.encodeCall(Libraries.requireName, (string(text))));
            VM.assertTrue(name == _consistsOf(text, "_-"), "name");
        }
    }

    /* ACCESS */

    /// @dev The eight levels, as GoQuorum lists them: transfer, deploy, call.
    function testAccessMatrix() external pure {
        bool[3][8] memory covers = [
            [false, false, false],
            [true, false, false],
            [false, true, false],
            [true, true, true],
            [false, false, true],
            [true, false, true],
            [true, true, false],
            [false, true, true]
        ];
        for (uint256 level = 0; level < 8; ++level) {
            for (uint256 kind = 0; kind < 3; ++kind) {
                VM.assertTrue(AccessLevel.allows(level, kind + 1) == covers[level][kind], "a level");
            }
        }
    }

    function testFuzzAccessOutOfRange(uint256 level, uint256 kind) external pure {
        VM.assertFalse(AccessLevel.allows(level, _bound(kind, AccessLevel.CALL + 1, ALL - 1)), "an unknown type");
        VM.assertFalse(AccessLevel.allows(level, 0), "no type");
        VM.assertFalse(
            AccessLevel.allows(_bound(level, uint256(AccessLevel.LAST) + 1, ALL - 1), kind),
            "an unknown level"
        );
    }

    function testFuzzTypeOf(address target, uint256 length) external pure {
        uint256 kind = AccessLevel.typeOf(target, length);

        VM.assertTrue((kind == AccessLevel.DEPLOY) == (target == address(0)), "no target deploys");
        VM.assertTrue((kind == AccessLevel.TRANSFER) == (target != address(0) && length == 0), "no payload transfers");
    }

    /* TIME */

    function testFuzzClockIsTheSameInAllUnits(uint256 time, uint256 fraction) external {
        time = _bound(time, 100_000_001, 99_999_999_999);

        VM.warp(time);
        VM.assertEq(_libraries.nowSeconds(), time, "seconds");
        VM.warp(time * 1e3 + _bound(fraction, 0, 999));
        VM.assertEq(_libraries.nowSeconds(), time, "milliseconds");
        VM.warp(time * 1e6 + _bound(fraction, 0, 999_999));
        VM.assertEq(_libraries.nowSeconds(), time, "microseconds");
        VM.warp(time * 1e9 + _bound(fraction, 0, 999_999_999));
        VM.assertEq(_libraries.nowSeconds(), time, "nanoseconds");
    }

    /* TEXTS */

    function testFuzzTextIsTakenFromAWord(bytes32 word, uint256 length) external pure {
        length = _bound(length, 0, 32);

        bytes memory text = bytes(Text.prefix(word, length));

        VM.assertEq(text.length, length, "length");
        for (uint256 i = 0; i < length; ++i) {
            VM.assertTrue(text[i] == word[i], "a byte");
        }
    }

    function testFuzzTextIsTakenFromATextWithin(bytes memory whole, uint256 start, uint256 length) external pure {
        start = _bound(start, 0, whole.length);
        length = _bound(length, 0, whole.length - start);

        bytes memory text = bytes(Text.slice(whole, start, length));

        VM.assertEq(text.length, length, "length");
        for (uint256 i = 0; i < length; ++i) {
            VM.assertTrue(text[i] == whole[start + i], "a byte");
        }
    }

    /* VOTING RULES */

    function testFuzzMajorityIsMoreThanHalf(uint256 votes, uint256 electorate) external pure {
        electorate = _bound(electorate, 1, type(uint32).max);
        votes = _bound(votes, 0, electorate);
        uint256 needed = VotingRule.threshold(RuleKind.MAJORITY, 0, 0, electorate);

        uint8 outcome = VotingRule.outcome(needed, votes, 0, electorate);

        VM.assertTrue((outcome == ProposalState.APPROVED) == (votes * 2 > electorate), "majority");
    }

    /// @dev A sound rule but the forbidding one needs at least one vote, and passes when everybody is for it.
    function testFuzzSoundRuleCanBeMet(uint256 kind, uint256 count, uint256 outOf, uint256 electorate) external pure {
        (kind, count, outOf, electorate) = _soundRule(kind, count, outOf, electorate);
        uint256 needed = VotingRule.threshold(kind, count, outOf, electorate);

        VM.assertTrue(needed > 0, "no vote needed");
        if (kind == RuleKind.FORBIDDEN) {
            VM.assertGt(needed, electorate, "forbidden");
        } else {
            VM.assertLe(needed, electorate, "out of reach");
            uint8 outcome = VotingRule.outcome(needed, electorate, 0, electorate);
            VM.assertEq(outcome, ProposalState.APPROVED, "everybody is for it");
        }
    }

    /// @dev It stays so when voters leave: what was sound is never out of reach while one is left.
    function testFuzzSoundRuleStaysInReach(
        uint256 kind,
        uint256 count,
        uint256 outOf,
        uint256 electorate,
        uint256 left
    ) external pure {
        (kind, count, outOf, electorate) = _soundRule(kind, count, outOf, electorate);
        left = _bound(left, 1, electorate);

        VM.assume(kind != RuleKind.FORBIDDEN);
        VM.assertLe(VotingRule.threshold(kind, count, outOf, left), left, "out of reach");
    }

    /// @dev Approved when the votes suffice, rejected exactly when those who have not voted could not change it.
    function testFuzzOutcome(
        uint256 kind,
        uint256 count,
        uint256 outOf,
        uint256 electorate,
        uint256 votesFor,
        uint256 votesAgainst
    ) external pure {
        (kind, count, outOf, electorate) = _soundRule(kind, count, outOf, electorate);
        votesFor = _bound(votesFor, 0, electorate);
        votesAgainst = _bound(votesAgainst, 0, electorate - votesFor);
        uint256 needed = VotingRule.threshold(kind, count, outOf, electorate);

        uint8 outcome = VotingRule.outcome(needed, votesFor, votesAgainst, electorate);

        bool met = votesFor >= needed;
        bool open = electorate - votesAgainst >= needed;
        VM.assertTrue((outcome == ProposalState.APPROVED) == met, "approved");
        VM.assertTrue((outcome == ProposalState.REJECTED) == !open, "rejected");
        VM.assertTrue((outcome == ProposalState.OPEN) == (open && !met), "open");
    }

    function testFuzzFractionIsMetExactly(uint32 count, uint32 outOf, uint32 electorate, uint32 votes) external pure {
        VM.assume(count > 0 && count <= outOf && electorate > 0);
        votes = uint32(_bound(votes, 0, electorate));

        bool met = votes >= VotingRule.threshold(RuleKind.FRACTION, count, outOf, electorate);

        VM.assertTrue(met == (uint256(votes) * outOf >= uint256(count) * electorate), "fraction");
    }

    function testFuzzUnknownRuleIsNeverMet(uint256 kind, uint256 count, uint256 outOf, uint256 votes) external pure {
        kind = _bound(kind, uint256(RuleKind.FORBIDDEN) + 1, ALL - 1);

        VM.assertEq(VotingRule.threshold(kind, count, outOf, votes), ALL, "an unknown kind");
    }

    function testFuzzUnsoundRuleIsTold(uint256 kind, uint256 count, uint256 outOf, uint256 electorate) external pure {
        bool sound = VotingRule.isSound(kind, count, outOf, electorate);

        if (kind > RuleKind.FORBIDDEN) VM.assertFalse(sound, "an unknown kind");
        if (kind == RuleKind.COUNT) VM.assertTrue(sound == (count > 0 && count <= electorate && outOf == 0), "count");
        if (count > type(uint32).max && electorate <= type(uint32).max)
            VM.assertFalse(sound, "a count that is cut off");
        if (outOf > type(uint32).max) VM.assertFalse(sound, "a fraction that is cut off");
    }

    /* INTERNAL */

    function _refuseOffTheCurve(uint256 x, uint256 y) private {
        string memory enodeId = _enodeId(x, y);
        VM.expectRevert(abi.encodeWithSelector(EnodeId.EnodeIdNotOnCurve.selector, enodeId));
        _libraries.parse(enodeId);
    }

    function _soundRule(
        uint256 kind,
        uint256 count,
        uint256 outOf,
        uint256 electorate
    ) private pure returns (uint256 kind_, uint256 count_, uint256 outOf_, uint256 size) {
        size = _bound(electorate, 1, 1000);
        kind_ = _bound(kind, 0, RuleKind.FORBIDDEN);
        if (kind_ == RuleKind.COUNT) count_ = _bound(count, 1, size);
        if (kind_ == RuleKind.FRACTION) {
            outOf_ = _bound(outOf, 1, type(uint32).max);
            count_ = _bound(count, 1, outOf_);
        }
        VM.assertTrue(VotingRule.isSound(kind_, count_, outOf_, size), "sound");
    }

    /// @dev Makes most characters allowed ones, or random texts would never be names, and cuts the text.
    function _tidy(bytes memory text, uint256 length, string memory marks) private pure {
        for (uint256 i = 0; i < text.length; ++i) {
            uint8 c = uint8(text[i]);
            if (c >= 250) continue;
            if (c >= 240) text[i] = bytes(marks)[c % bytes(marks).length];
            else text[i] = bytes1(c % 3 == 0 ? 48 + (c % 10) : (c % 3 == 1 ? 65 : 97) + (c % 26));
        }
        if (length % 3 == 0) return;
        length = _bound(length, 0, text.length);
        assembly ("memory-safe") {
            mstore(text, length)
        }
    }

    function _consistsOf(bytes memory text, string memory marks) private pure returns (bool) {
        for (uint256 i = 0; i < text.length; ++i) {
            bytes1 c = text[i];
            bool allowed = (c >= "0" && c <= "9") || (c >= "A" && c <= "Z") || (c >= "a" && c <= "z");
            for (uint256 j = 0; j < bytes(marks).length; ++j) {
                allowed = allowed || c == bytes(marks)[j];
            }
            if (!allowed) return false;
        }
        return true;
    }
}
