// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {ICounted} from "../interfaces/ICounted.sol";
import {Counts, CountsFields} from "../types/Counts.sol";
import {Managed} from "./Managed.sol";

/// @title How many records a manager has, and how many each organisation has added
/// @dev The number of records is written with each new one, so the tallies of the first organisations, in the same word,
///      cost nothing more.
abstract contract Counted is ICounted, Managed {
    /* STORAGE */

    Counts private _counts;
    mapping(uint256 word => Counts) private _furtherCounts; // from word 1 on
    mapping(uint256 org => uint256) private _ownLimits;

    /* ONLY IMPLEMENTATION */

    /// @inheritdoc ICounted
    function setLimit(
        uint256 setting,
        uint256 org,
        string calldata orgId,
        uint256 limit
    ) external onlyImplementation returns (bool) {
        if (org == 0) {
            _counts = _counts.withLimit(limit);
        } else {
            (uint256 word, uint256 shift) = CountsFields.placeOf(org);
            Counts counts = _word(word);
            (uint256 added, ) = counts.tallyAt(shift);
            _setWord(word, counts.withTally(shift, added, limit != 0));
            _ownLimits[org] = limit;
        }

        emit LimitChanged(setting, orgId, limit);
        return true;
    }

    /* READING */

    /// @inheritdoc ICounted
    function limitOf(uint256 org) external view returns (uint256) {
        return org == 0 ? _counts.limit() : _ownLimits[org];
    }

    /// @inheritdoc ICounted
    function getUsePage(uint256 from, uint256 count) external view returns (Use[] memory page) {
        page = new Use[](count);
        for (uint256 i = 0; i < count; ++i) {
            uint256 org = from + i + 1;
            (uint256 word, uint256 shift) = CountsFields.placeOf(org);
            (uint256 added, ) = _word(word).tallyAt(shift);
            page[i] = Use({added: added, ownLimit: _ownLimits[org]});
        }
    }

    /* INTERNAL */

    function _records() internal view returns (uint256) {
        return _counts.records();
    }

    /// @dev Counts a new record and returns its index.
    function _nextIndex() internal returns (uint256 index) {
        (index, , ) = _count(true, 0);
    }

    /// @dev Counts a record.
    /// @param isNew Whether it is to be listed; otherwise `index` is 0.
    /// @param addedBy The organisation without parent that adds it, or 0 if nobody's tally counts it.
    /// @return index The new record's.
    /// @return added How many the organisation has added with this one; 0 if nobody's tally counts it.
    /// @return limit How many it may add; 0 if no limit was set.
    function _count(bool isNew, uint256 addedBy) internal returns (uint256 index, uint256 added, uint256 limit) {
        Counts counts = _counts;
        if (isNew) {
            counts = counts.withOneRecord();
            index = counts.records();
        }
        if (addedBy != 0) {
            (uint256 word, uint256 shift) = CountsFields.placeOf(addedBy);
            Counts tallies = word == 0 ? counts : _furtherCounts[word];
            bool ownLimit;
            (added, ownLimit) = tallies.tallyAt(shift);
            ++added;
            limit = ownLimit ? _ownLimits[addedBy] : counts.limit();
            tallies = tallies.withTally(shift, added, ownLimit);
            if (word == 0) counts = tallies;
            else _furtherCounts[word] = tallies;
        }
        _counts = counts;
    }

    function _word(uint256 word) private view returns (Counts) {
        return word == 0 ? _counts : _furtherCounts[word];
    }

    function _setWord(uint256 word, Counts counts) private {
        if (word == 0) _counts = counts;
        else _furtherCounts[word] = counts;
    }
}
