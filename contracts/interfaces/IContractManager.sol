// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {Access} from "../types/Access.sol";
import {Inventory} from "../types/Inventory.sol";
import {IManaged} from "./IManaged.sol";

/// @title Contracts and their methods: whose they are, and who may call them
/// @notice A contract is registered once and stays in the list. A contract, and each method of it, is open to some (library
///         Opening): 1 all members that may call at all, 2 those that are listed, 3 nobody, 4 everybody, members or not. A
///         method for which nothing is said (0) is open to whom the contract is. A contract that is open to nobody is closed
///         with all its methods. A list has organisations, each with all below it, and ids of roles; whoever calls must be
///         of one of the organisations and hold one of the roles, where there are any.
/// @dev What index, place and page mean, and who may call which group: see IManaged.
interface IContractManager is IManaged {
    /// @dev To whom something is open (Opening); `orgs` are full ids, `roles` ids of roles, both empty unless it is to those
    ///      that are listed. `byVote` says whether a vote has set it.
    struct Opened {
        uint256 opening;
        string[] orgs;
        string[] roles;
        bool byVote;
    }

    /// @dev A page's record: `orgId` is the full id of the organisation that has it, `deployer` the account that registered
    ///      it as its own and may still say who may call it; zero for none. `methods` says how many of its methods something
    ///      was ever said of.
    struct ContractInfo {
        address target;
        string orgId;
        address deployer;
        Opened opened;
        uint256 methods;
    }

    /// @dev A method of a contract of which something was ever said: `opened.opening` is 0 where nothing is any more.
    struct MethodInfo {
        bytes4 method;
        Opened opened;
    }

    /// @notice A contract is of this organisation now. `deployer` is zero if a vote has decided so.
    event ContractRegistered(address target, string orgId, address deployer);
    /// @notice A contract is open to these now (library Opening).
    event ContractOpened(address target, string orgId, uint256 opening, string[] orgs, string[] roles, bool byVote);
    /// @notice A method of a contract is open to these now (library Opening); 0 if to whom the contract is.
    event MethodOpened(
        address target,
        bytes4 method,
        string orgId,
        uint256 opening,
        string[] orgs,
        string[] roles,
        bool byVote
    );
    /// @notice The account that deployed a contract says no longer who may call it.
    event DeployerForgotten(address target, string orgId, address deployer);
    /// @notice Whether contracts that nobody has registered are closed now.
    event RegisteredOnlyChanged(bool only);
    /// @notice Who may deploy now (library Deploying); `orgId` is the organisation's id, empty for all of which nothing is
    ///         said.
    event DeployingChanged(string orgId, uint256 deploying);

    /* READING */

    /// @notice Returns the number of contracts that were ever registered.
    /// @return How many places the list has.
    function getNumberOfContracts() external view returns (uint256);

    /// @notice Returns a page of the list.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The records, oldest first.
    function getContractPage(uint256 from, uint256 count) external view returns (ContractInfo[] memory);

    /// @notice Returns a contract.
    /// @param target Its address.
    /// @return Its record; `orgId` is empty if it is not registered.
    function getContract(address target) external view returns (ContractInfo memory);

    /// @notice Returns a page of the methods of a contract of which something was ever said.
    /// @param target The contract.
    /// @param from 0-based place of the first.
    /// @param count How many at most.
    /// @return The methods, in the order in which something was first said of them.
    function getMethodPage(address target, uint256 from, uint256 count) external view returns (MethodInfo[] memory);

    /* FOR THE IMPLEMENTATION */

    /// @notice Returns what is said of contracts in the whole network.
    /// @return The word; zero for nothing, and then nothing is said of any contract either.
    function readInventory() external view returns (Inventory);

    /// @notice Returns who may call a contract, and a method of it.
    /// @param target The contract.
    /// @param method Its method.
    /// @return whole The contract's word; zero if it is not registered.
    /// @return part The method's word; zero if nothing was ever said of it.
    function lookUpWords(address target, bytes4 method) external view returns (Access whole, Access part);

    /// @notice Returns who may say who may call a contract.
    /// @param target The contract.
    /// @return deployer The account that deployed it; zero for none.
    function deployerOf(address target) external view returns (address deployer);

    /// @notice Returns what is said of deploying.
    /// @param org Index of an organisation without parent; 0 for the network.
    /// @return As in Deploying.
    function deployingOf(uint256 org) external view returns (uint256);

    /* ONLY IMPLEMENTATION */

    /// @notice Records whose a contract is. A new one is open to all members that may call. Emits ContractRegistered. Reverts
    ///         with TooMany.
    /// @param target The contract.
    /// @param org Index of the organisation.
    /// @param orgId Its full id, for the event.
    /// @param deployer The account that may say who may call it beside the organisation's admins; zero for none.
    /// @return Always true.
    function register(address target, uint256 org, string calldata orgId, address deployer) external returns (bool);

    /// @notice Says who may call a registered contract. Emits ContractOpened.
    /// @param target The contract.
    /// @param orgId Full id of its organisation, for the event.
    /// @param opening As in Opening, but not 0.
    /// @param orgs Indexes of the organisations that are listed; empty for all, and unless some are listed.
    /// @param roles Ids of the roles that are listed; empty for all, and unless some are listed.
    /// @param byVote Whether a vote says so.
    /// @return Always true.
    function openContract(
        address target,
        string calldata orgId,
        uint256 opening,
        uint256[] calldata orgs,
        string[] calldata roles,
        bool byVote
    ) external returns (bool);

    /// @notice Says who may call a method of a registered contract. Emits MethodOpened.
    /// @param target The contract.
    /// @param method The method.
    /// @param orgId Full id of the contract's organisation, for the event.
    /// @param opening As in Opening; 0 for whom the contract is open to.
    /// @param orgs Indexes of the organisations that are listed; empty for all, and unless some are listed.
    /// @param roles Ids of the roles that are listed; empty for all, and unless some are listed.
    /// @param byVote Whether a vote says so.
    /// @return Always true.
    function openMethod(
        address target,
        bytes4 method,
        string calldata orgId,
        uint256 opening,
        uint256[] calldata orgs,
        string[] calldata roles,
        bool byVote
    ) external returns (bool);

    /// @notice Takes from the account that deployed a contract what it may say of it. Emits DeployerForgotten.
    /// @param target The contract.
    /// @param orgId Full id of its organisation, for the event.
    /// @return Always true.
    function forgetDeployer(address target, string calldata orgId) external returns (bool);

    /// @notice Sets whether contracts that nobody has registered are closed. Emits RegisteredOnlyChanged.
    /// @param only Whether they are.
    /// @return Always true.
    function setRegisteredOnly(bool only) external returns (bool);

    /// @notice Sets who may deploy. Emits DeployingChanged.
    /// @param org Index of an organisation without parent; 0 for all of which nothing is said.
    /// @param orgId Its id, for the event; empty for all.
    /// @param deploying As in Deploying.
    /// @return Always true.
    function setDeploying(uint256 org, string calldata orgId, uint256 deploying) external returns (bool);
}
