// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IManaged} from "./IManaged.sol";

/// @title How many records there are, and how many an organisation may add
/// @notice Nodes keep what they have read of the records in caches of a fixed size: 1,000 nodes, 6,000 accounts, 2,500 roles
///         and 2,000 organisations in GoQuorum. So that no organisation can use up what the others need, each organisation
///         without parent, together with all below it, may add only so many. What it adds is counted: what its admins record
///         by hand. What the network records by vote, or at the boot, is not, and nothing is taken off: a record that was
///         let go stays in the lists. What index and place mean, and who may call which group: see IManaged.
interface ICounted is IManaged {
    /// @dev What an organisation without parent has added, with all below it, and the limit of its own; 0 for none.
    struct Use {
        uint256 added;
        uint256 ownLimit;
    }

    /// @notice A limit was set (library Setting says which); `orgId` is the organisation's id, empty for all that have no
    ///         limit of their own. 0 when it was taken away.
    event LimitChanged(uint256 setting, string orgId, uint256 limit);

    /// @notice Returns a limit as it was set.
    /// @param org Index of an organisation without parent; 0 for all that have no limit of their own.
    /// @return How many records each may add, 1 to 32,767; 0 if none was set. If none was set for all, the implementation
    ///         knows it (library LimitAtFirst).
    function limitOf(uint256 org) external view returns (uint256);

    /// @notice Returns a page of what organisations have added.
    /// @param from 0-based place of the first organisation in the list of organisations.
    /// @param count How many.
    /// @return One for each place, also where there is no organisation, or one with a parent: these have added nothing.
    function getUsePage(uint256 from, uint256 count) external view returns (Use[] memory);

    /* ONLY IMPLEMENTATION */

    /// @notice Sets how many records an organisation may add. Emits LimitChanged.
    /// @param setting Which limit it is (library Setting), for the event.
    /// @param org Index of an organisation without parent; 0 for all that have no limit of their own.
    /// @param orgId Its id, for the event; empty for all.
    /// @param limit 1 to 32,767; 0 takes the limit away.
    /// @return Always true.
    function setLimit(uint256 setting, uint256 org, string calldata orgId, uint256 limit) external returns (bool);
}
