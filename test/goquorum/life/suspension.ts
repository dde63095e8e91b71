import { expect } from "chai";
import type { Consortium } from "../consortium.js";
import { orgStatus } from "./records.js";
import { refusedBy, send } from "./transactions.js";

/** An organisation loses its rights, and gets them back. */
export function suspension(consortium: () => Consortium): void {
  it("an organisation is suspended: proposed by the command line, approved in a console", async () => {
    const { admin1, admin2, clerk, orgAdmin } = consortium();
    await consortium().propose(admin1, "org", "suspend", "ORG1");
    await consortium().holds(orgStatus("ORG1"), "suspension proposed");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
    await consortium().inConsole(admin2, "approveOrgStatus", "ORG1", 1);
    await consortium().holds(orgStatus("ORG1"), "suspended");
    expect(await refusedBy(send(clerk, { to: orgAdmin.address }))).to.match(/account does not have permission/);
  });

  it("it is restored: proposed in a console, approved by the command line", async () => {
    const { admin1, admin2, admin3, clerk, orgAdmin } = consortium();
    await consortium().inConsole(admin2, "updateOrgStatus", "ORG1", 2);
    await consortium().holds(orgStatus("ORG1"), "restoration proposed");
    await consortium().approve(admin1, admin3);
    await consortium().holds(orgStatus("ORG1"), "approved");
    expect(await send(clerk, { to: orgAdmin.address })).to.equal("succeeded");
  });
}
