import { expect } from "chai";
import { countTransactions } from "../../../src/chain/chain.js";
import { readRoles } from "../../../src/read/read-records.js";
import { eventually } from "../eventually.js";
import { walletOf } from "../people.js";
import type { Consortium } from "../consortium.js";
import { accountStatus, roleOf } from "./records.js";
import { refusedBy, send } from "./transactions.js";

/** Roles and accounts of the second organisation. */
export function accounts(consortium: () => Consortium): void {
  const second = walletOf("second clerk");

  it("an account sends what its role covers, and nothing else", async () => {
    const { orgAdmin, clerk } = consortium();
    expect(await mayTransfer()).to.equal(false);
    await consortium().act(orgAdmin, "role", "add", "ORG1", "CLERK", "--access", "transfer");
    await consortium().act(orgAdmin, "account", "assign", "ORG1", clerk.address, "CLERK");
    await consortium().holds(accountStatus(clerk), "active");
    expect(await mayTransfer()).to.equal(true);
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
    expect(await refusedBy(send(clerk, { data: "0x00" }))).to.match(/account does not have permission/);
    await consortium().cannot(clerk, "send", clerk.address, "deploy");
  });

  it("roles and accounts are added, changed and removed in a console", async () => {
    const { orgAdmin } = consortium();
    await consortium().inConsole(orgAdmin, "addNewRole", "ORG1", "TEMP", 7, false, false);
    await consortium().holds(isActive("TEMP"), true);
    await consortium().inConsole(orgAdmin, "addAccountToOrg", second.address, "ORG1", "TEMP");
    await consortium().holds(roleOf(second), "TEMP");
    await consortium().inConsole(orgAdmin, "changeAccountRole", second.address, "ORG1", "CLERK");
    await consortium().holds(roleOf(second), "CLERK");
    await consortium().inConsole(orgAdmin, "removeRole", "ORG1", "TEMP");
    await consortium().holds(isActive("TEMP"), false);
    await consortium().act(orgAdmin, "role", "add", "ORG1", "TEMP", "--access", "call");
    await consortium().holds(isActive("TEMP"), true);
    await consortium().act(orgAdmin, "role", "remove", "ORG1", "TEMP");
    await consortium().holds(isActive("TEMP"), false);
  });

  it("an account is suspended by the command line and activated in a console", async () => {
    const { orgAdmin, clerk } = consortium();
    await consortium().act(orgAdmin, "account", "suspend", clerk.address);
    await consortium().holds(accountStatus(clerk), "suspended");
    expect(await refusedBy(send(clerk, { to: orgAdmin.address }))).to.match(/account does not have permission/);
    await consortium().inConsole(orgAdmin, "updateAccountStatus", "ORG1", clerk.address, 2);
    await consortium().holds(accountStatus(clerk), "active");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  it("a blacklisted account is recovered: proposed by the command line, approved in a console", async () => {
    const { orgAdmin, clerk, admin1, admin2 } = consortium();
    await consortium().inConsole(orgAdmin, "updateAccountStatus", "ORG1", clerk.address, 3);
    await consortium().holds(accountStatus(clerk), "blacklisted");
    await consortium().propose(admin1, "account", "recover", clerk.address);
    await consortium().holds(accountStatus(clerk), "recovery proposed");
    await consortium().inConsole(admin2, "approveBlackListedAccountRecovery", "ORG1", clerk.address);
    await consortium().holds(accountStatus(clerk), "active");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });

  it("a blacklisted account is recovered: proposed in a console, approved by the command line", async () => {
    const { orgAdmin, admin1, admin2, admin3 } = consortium();
    await consortium().act(orgAdmin, "account", "blacklist", second.address);
    await consortium().holds(accountStatus(second), "blacklisted");
    // The console says "Action completed successfully" when it has sent this; the contracts refuse it.
    const network = await consortium().network();
    const sent = () => countTransactions(network.chain.rpc, orgAdmin.address, "latest");
    const before = await sent();
    await consortium().inConsole(orgAdmin, "changeAccountRole", second.address, "ORG1", "CLERK");
    await eventually(sent, before + 1);
    expect(await accountStatus(second)(network)).to.equal("blacklisted");
    await consortium().inConsole(admin2, "recoverBlackListedAccount", "ORG1", second.address);
    await consortium().holds(accountStatus(second), "recovery proposed");
    await consortium().approve(admin1, admin3);
    await consortium().holds(accountStatus(second), "active");
  });

  const isActive = (role: string) => async (network: Parameters<typeof readRoles>[0]) =>
    (await readRoles(network)).find(({ org, name }) => org === "ORG1" && name === role)?.active;

  /** Asked in the console of a node of another organisation. */
  function mayTransfer(): Promise<boolean> {
    const { clerk, admin1 } = consortium();
    consortium().called.add("transactionAllowed");
    return admin1.node.read(`quorumPermission.transactionAllowed(${transfer(clerk.address, admin1.address)})`);
  }

  const transfer = (from: string, to: string): string =>
    JSON.stringify({ from, to, value: "0x0", gas: "0x5208", gasPrice: "0x0" });
}
