// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.24;

import {AccountStatus, NodeStatus, Op, OrgStatus, RoleKind, WellKnownIndex} from "../libraries/Codes.sol";
import {Account, AccountFields} from "../types/Account.sol";
import {Proposal} from "../types/Proposal.sol";
import {Rule} from "../types/Rule.sol";
import {AdminEligibility} from "./AdminEligibility.sol";
import {Settings} from "./Settings.sol";

/// @title What becomes of the subject of a proposal that ends
abstract contract Outcomes is AdminEligibility, Settings {
    /// @dev The table of operations. `done` says whether what was approved could be carried out: an appointment or a
    ///      removal may have become impossible since it was proposed, and another vote may have set what is to be set. `enodeId` is that of the proposal's node, or
    ///      empty where the caller did not name it: reading it is expensive.
    function _conclude(
        uint256 id,
        Proposal proposal,
        bool passed,
        string calldata enodeId
    ) internal returns (bool done) {
        uint256 op = proposal.op();
        if (op == Op.ADD_ORG) return _concludeAddOrg(proposal, passed, enodeId);
        if (op == Op.SUSPEND_ORG) return _concludeSuspension(proposal, passed);
        if (op == Op.RESTORE_ORG) return _concludeSuspension(proposal, !passed);
        if (op == Op.ASSIGN_ADMIN) return _concludeAppointment(proposal, passed);
        if (op == Op.RECOVER_NODE) return _concludeNodeRecovery(proposal, passed, enodeId);
        if (op == Op.RECOVER_ACCOUNT) return _concludeAccountRecovery(proposal, passed);
        if (op == Op.REMOVE_ADMIN) return _concludeAdminRemoval(proposal, passed);
        if (op == Op.CHANGE_RULE) return _concludeRuleChange(id, passed);
        if (op == Op.CHANGE_SETTING) return _concludeSettingChange(id, passed);
        revert OperationUnknown(op);
    }

    /* ORGANISATIONS */

    function _concludeAddOrg(Proposal proposal, bool passed, string calldata named) private returns (bool) {
        (uint256 org, uint256 role) = (proposal.org(), proposal.role());
        (address account, Account record) = _accountAt(proposal.account());
        string memory enodeId = _nodeOf(proposal, named);
        string memory orgId = _setOrgStatus(org, passed ? OrgStatus.APPROVED : OrgStatus.NONE, 0);
        if (passed) {
            string memory roleId = _activateOrgAdminRole(role, orgId);
            _setNodeStatus(enodeId, NodeStatus.APPROVED, 0, orgId);
            record = _admin(AccountStatus.ACTIVE, org, role, 0, record.index());
            _setOrgAdmin(account, record, orgId, roleId);
        } else {
            _releaseNode(enodeId, orgId);
            _setAccountStatus(account, record.released(), orgId);
        }
        return true;
    }

    function _concludeSuspension(Proposal proposal, bool suspended) private returns (bool) {
        _setOrgStatus(proposal.org(), suspended ? OrgStatus.SUSPENDED : OrgStatus.APPROVED, 0);
        return true;
    }

    /* ADMINS */

    function _concludeAppointment(Proposal proposal, bool passed) private returns (bool) {
        (uint256 org, uint256 role) = (proposal.org(), proposal.role());
        (address account, Account record) = _accountAt(proposal.account());
        string memory orgId = _orgId(org);
        if (!passed || !_mayBecomeAdmin(record) || !_isOrgActive(org)) {
            if (record.status() == AccountStatus.PROPOSED) _setAccountStatus(account, record.released(), orgId);
            else _setAccountProposal(account, 0);
            return false;
        }

        record = _admin(AccountStatus.ACTIVE, org, role, 0, record.index());
        if (role == WellKnownIndex.NETWORK_ADMIN_ROLE) {
            _setAccountRole(account, record, orgId, _roleId(role));
            _addVoter(account);
        } else {
            address former = _orgAdminOf(org);
            _setOrgAdmin(account, record, orgId, _roleId(role));
            if (former != address(0)) _revoke(former, _account(former), orgId);
        }
        return true;
    }

    function _concludeAdminRemoval(Proposal proposal, bool passed) private returns (bool) {
        uint256 org = proposal.org();
        (address account, Account record) = _accountAt(proposal.account());
        if (!passed || !_isAdmin(record) || _isLastNetworkAdmin(record)) {
            _setAccountProposal(account, 0);
            return false;
        }

        _revoke(account, record.withProposal(0), _orgId(org));
        if (proposal.role() == WellKnownIndex.NETWORK_ADMIN_ROLE) _removeVoter(account);
        else _removeOrgAdmin(org);
        return true;
    }

    /// @dev The account stays with its organisation, without a role.
    function _revoke(address account, Account record, string memory orgId) private {
        record = AccountFields.create({
            status_: AccountStatus.REVOKED,
            kind_: RoleKind.CUSTOM,
            admin_: false,
            org_: record.org(),
            role_: 0,
            generation_: 0,
            proposal_: record.proposal(),
            index_: record.index()
        });
        _setAccountRole(account, record, orgId, "");
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

    /* SETTINGS */

    function _concludeRuleChange(uint256 id, bool passed) private returns (bool) {
        (uint256 op, Rule rule) = _payloadOf(id).unpackRule();
        if (!passed || _ruleOf(op).equals(rule)) return false;

        _setRule(op, rule);
        return true;
    }

    function _concludeSettingChange(uint256 id, bool passed) private returns (bool) {
        (uint256 setting, uint256 value) = _payloadOf(id).unpackSetting();
        if (!passed || _setting(setting) == value) return false;

        _set(setting, value);
        return true;
    }
}
