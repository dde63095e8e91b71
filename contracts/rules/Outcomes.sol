// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {IEmergencyModule} from "../interfaces/IEmergencyModule.sol";
import {ISettingModule} from "../interfaces/ISettingModule.sol";
import {Clock} from "../libraries/Clock.sol";
import {AccountStatus, Action, NodeStatus, Op, OrgStatus, RoleKind} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Org} from "../types/Org.sol";
import {Proposal} from "../types/Proposal.sol";
import {Role} from "../types/Role.sol";
import {AdminEligibility} from "./AdminEligibility.sol";

/// @title What becomes of the subject of a proposal that ends
abstract contract Outcomes is AdminEligibility {
    /// @dev The table of operations. `done` says whether what was approved could be carried out: an appointment or a
    ///      removal may have become impossible since it was proposed, another vote may have set what is to be set, and a
    ///      rule may lock all rules now.
    ///      `enodeId` is that of the proposal's node, or empty where the caller did not name it: reading it is expensive.
    function _conclude(
        uint256 id,
        Proposal proposal,
        bool passed,
        string calldata enodeId
    ) internal returns (bool done) {
        uint256 op = proposal.op();
        if (op == Op.ADD_ORG) return _concludeAddOrg(proposal, passed, enodeId);
        if (op == Op.SUSPEND_ORG) return _concludeSuspension(proposal, passed);
        if (op == Op.RESTORE_ORG) return _concludeRestoration(proposal, passed);
        if (op == Op.ASSIGN_ADMIN) return _concludeAppointment(id, proposal, passed);
        if (op == Op.RECOVER_NODE) return _concludeNodeRecovery(proposal, passed, enodeId);
        if (op == Op.RECOVER_ACCOUNT) return _concludeAccountRecovery(proposal, passed);
        if (op == Op.REMOVE_ADMIN) return _concludeAdminRemoval(proposal, passed);
        if (op == Op.CHANGE_NODE) return _concludeNodeChange(id, proposal, passed);
        if (op == Op.RELEASE) return _concludeRelease(proposal, passed);
        if (op == Op.SUSPEND_ORG_UNTIL) return _concludeSuspensionUntil(id, proposal, passed);
        if (!passed) return false;
        // The implementation, for which this code runs, passes the others on to the modules that propose them.
        if (op == Op.EMERGENCY) return IEmergencyModule(address(this)).imposeHold(id);
        if (op == Op.CHANGE_RULE || op == Op.CHANGE_SETTING) return ISettingModule(address(this)).applyChange(id);
        revert OperationUnknown(op);
    }

    /* ORGANISATIONS */

    /// @dev What another organisation has claimed is the new one's from here on; otherwise it stays with the other.
    function _concludeAddOrg(Proposal proposal, bool passed, string calldata named) private returns (bool) {
        (uint256 org, uint256 role) = (proposal.org(), proposal.role());
        (address account, Account record) = _accountAt(proposal.account());
        string memory enodeId = _nodeOf(proposal, named);
        string memory orgId = _setOrgStatus(org, passed ? OrgStatus.APPROVED : OrgStatus.NONE, 0);
        if (passed) {
            string memory roleId = _activateOrgAdminRole(role, orgId);
            _welcomeNode(enodeId, org, orgId);
            record = _admin(AccountStatus.ACTIVE, org, role, RoleKind.ORG_ADMIN, 0, 0, _takenBy(org, record));
            _setOrgAdmin(account, record, orgId, roleId);
        } else {
            _releaseNode(enodeId, org, orgId, false);
            _unlinkAccount(account, record, orgId);
        }
        return true;
    }

    function _concludeSuspension(Proposal proposal, bool passed) private returns (bool) {
        _setOrgStatus(proposal.org(), passed ? OrgStatus.SUSPENDED : OrgStatus.APPROVED, 0);
        return true;
    }

    function _concludeRestoration(Proposal proposal, bool passed) private returns (bool) {
        bool suspended = !passed && _isStillSuspended(proposal.org());
        _setOrgStatus(proposal.org(), suspended ? OrgStatus.SUSPENDED : OrgStatus.APPROVED, 0);
        return true;
    }

    function _concludeSuspensionUntil(uint256 id, Proposal proposal, bool passed) private returns (bool done) {
        uint256 endsAt = _payloadOf(id).unpackEnd();
        done = passed && endsAt > Clock.nowSeconds();
        bool suspended = done || _isStillSuspended(proposal.org());
        _setOrgStatus(proposal.org(), suspended ? OrgStatus.SUSPENDED : OrgStatus.APPROVED, 0);
        if (done) _setSuspensionEnd(proposal.org(), endsAt);
    }

    /// @dev Its suspension may have ended while the proposal was open.
    function _isStillSuspended(uint256 org) private view returns (bool) {
        (Org record, ) = _orgAt(org);
        return !OrgStatus.isActive(_statusOf(record));
    }

    /* ADMINS */

    /// @dev What the organisation's own admins have done to the account meanwhile does not stop the network's vote.
    function _concludeAppointment(uint256 id, Proposal proposal, bool passed) private returns (bool) {
        (uint256 org, uint256 roleIndex) = (proposal.org(), proposal.role());
        (address account, Account record) = _accountAt(proposal.account());
        string memory orgId = _orgId(org);
        Role role = _roleAt(roleIndex);
        if (!passed || !role.active() || role.generation() != _payloadOf(id).unpackGeneration()) {
            _unlinkAccount(account, record, orgId);
            return false;
        }

        uint256 kind = role.kind();
        record = _takenBy(org, record);
        record = _admin(AccountStatus.ACTIVE, org, roleIndex, kind, role.generation(), 0, record);
        if (kind == RoleKind.ORG_ADMIN) {
            address former = _orgAdminOf(org);
            _setOrgAdmin(account, record, orgId, _roleId(roleIndex));
            if (former != address(0)) _dismiss(former, _account(former), org, orgId);
        } else {
            _setAccountRole(account, record, orgId, _roleId(roleIndex));
            if (kind == RoleKind.NETWORK_ADMIN) _addVoter(account);
        }
        return true;
    }

    function _concludeAdminRemoval(Proposal proposal, bool passed) private returns (bool) {
        uint256 org = proposal.org();
        (address account, Account record) = _accountAt(proposal.account());
        if (!passed || !_mayBeRemoved(record) || _isLastNetworkAdmin(record)) {
            _setAccountProposal(account, 0);
            return false;
        }

        _dismiss(account, record.withProposal(0), org, _orgId(org));
        if (record.kind() == RoleKind.NETWORK_ADMIN) _removeVoter(account);
        if (record.kind() == RoleKind.ORG_ADMIN) _removeOrgAdmin(org);
        return true;
    }

    /// @dev The account stays with its organisation, without a role. Whoever loses an office by vote loses what it has
    ///      given: a new epoch begins in the organisation.
    function _dismiss(address account, Account record, uint256 org, string memory orgId) private {
        record = AccountFields.create({
            status_: AccountStatus.REVOKED,
            kind_: RoleKind.CUSTOM,
            admin_: false,
            org_: org,
            role_: 0,
            generation_: 0,
            epoch_: 0,
            proposal_: record.proposal(),
            former_: record
        });
        _setAccountRole(account, record, orgId, "");
        _beginEpoch(org);
    }

    /// @dev An account that was to become an admin stays what it was.
    function _unlinkAccount(address account, Account record, string memory orgId) private {
        if (record.status() == AccountStatus.PROPOSED) _setAccountStatus(account, record.released(), orgId);
        else _setAccountProposal(account, 0);
    }

    /* WHAT ORGANISATIONS HAVE */

    /// @dev The record of an account that becomes one of `org`. The organisation that has it, unless that is in the same
    ///      tree, has lost it by vote.
    function _takenBy(uint256 org, Account record) private view returns (Account) {
        if (record.org() == org) return record;
        uint256 loser = _ultimateOf(record.org());
        return loser == _ultimateOf(org) ? record : record.withLostBy(loser);
    }

    function _ultimateOf(uint256 org) private view returns (uint256) {
        (Org record, ) = _orgAt(org);
        return record.ultimate();
    }

    /// @dev What an organisation's admins have done to the account or node meanwhile does not stop the network's vote.
    function _concludeRelease(Proposal proposal, bool passed) private returns (bool) {
        uint256 org = proposal.org();
        (address account, Account record) = _accountAt(proposal.account());
        if (account == address(0)) {
            string memory enodeId = _enodeId(proposal.node());
            if (passed) _releaseNode(enodeId, org, _orgId(org), true);
            else _setNodeProposal(enodeId, 0);
        } else if (passed) {
            _setAccountStatus(account, record.released().withLostBy(_ultimateOf(org)), _orgId(org));
        } else {
            _setAccountProposal(account, 0);
        }
        return true;
    }

    /// @dev Such a node changes by vote only, and one proposal at a time: what could be done when it was proposed still can.
    function _concludeNodeChange(uint256 id, Proposal proposal, bool passed) private returns (bool) {
        uint256 change = _payloadOf(id).unpackNodeChange();
        (string memory enodeId, string memory orgId) = (_enodeId(proposal.node()), _orgId(proposal.org()));
        if (!passed) _setNodeProposal(enodeId, 0);
        else if (change == Action.SUSPEND) _setNodeStatus(enodeId, NodeStatus.DEACTIVATED, 0, orgId);
        else if (change == Action.ACTIVATE) _setNodeStatus(enodeId, NodeStatus.APPROVED, 0, orgId);
        else if (change == Action.BLACKLIST) _setNodeStatus(enodeId, NodeStatus.BLACKLISTED, 0, orgId);
        else _moveNodeAsProposed(enodeId, orgId);
        return true;
    }

    /* BLACKLISTED NODES AND ACCOUNTS */

    function _concludeNodeRecovery(Proposal proposal, bool passed, string calldata named) private returns (bool) {
        uint256 status = passed ? NodeStatus.APPROVED : NodeStatus.BLACKLISTED;
        _setNodeStatus(_nodeOf(proposal, named), status, 0, _orgId(proposal.org()));
        return true;
    }

    function _concludeAccountRecovery(Proposal proposal, bool passed) private returns (bool) {
        (address account, Account record) = _accountAt(proposal.account());
        uint256 status = AccountStatus.BLACKLISTED;
        if (passed) status = record.role() == 0 ? AccountStatus.REVOKED : AccountStatus.ACTIVE;
        _setAccountStatus(account, record.withStatus(status).withProposal(0), _orgId(proposal.org()));
        return true;
    }

    function _nodeOf(Proposal proposal, string calldata named) private view returns (string memory enodeId) {
        return bytes(named).length == 0 ? _enodeId(proposal.node()) : named;
    }
}
