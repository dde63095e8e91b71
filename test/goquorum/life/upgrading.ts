import { expect } from "chai";
import { permissionsImplementation } from "../../../deploy/permissions-implementation.js";
import { perform } from "../../../src/actions/perform.js";
import { addressBook, moduleAddresses, readModules } from "../../../src/network/modules.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import type { Consortium } from "../consortium.js";
import { accountStatus } from "./records.js";

/** The guardian, who is no account of the network, replaces the implementation. */
export function upgrading(consortium: () => Consortium): void {
  it("the guardian may not deploy, since it is no account of the network, and is told beforehand who may", async () => {
    const { guardian, admin1 } = consortium();
    for (const option of [[], ["--dry-run"]]) {
      const said = await consortium().refusal(guardian, "upgrade", ...option);
      expect(said)
        .to.match(/Nodes do not take a deployment of /)
        .and.match(/portcullis upgrade --deploy-only/);
      expect(said).to.include(`Let a network admin (${admin1.address}`);
    }
  });

  it("a network admin deploys an implementation, and the guardian makes it the current one", async () => {
    const { guardian, admin1 } = consortium();
    const network = await consortium().network();
    const addresses = moduleAddresses(await readModules(network));
    if (addresses === undefined) throw new Error("the implementation has other modules");
    const known = { guardian: guardian.address, addressOf: addressBook(network.addresses, addresses) };
    const data = await permissionsImplementation.creation(known);
    const actor = { network, signer: nodeSigner(admin1.address) };
    const { contractAddress } = await perform(actor, "Deploy.", Promise.resolve({ data }));
    expect(contractAddress).to.not.equal(network.addresses.PermissionsImplementation);

    const printed = await consortium().act(guardian, "upgrade", "--implementation", String(contractAddress));
    expect(printed).to.match(/^All \d+ answers are the same as before\.$/m);
    const current = await consortium().network();
    expect(current.addresses.PermissionsImplementation).to.equal(contractAddress);
    await consortium().agrees();
  });

  it("afterwards consoles and command line change the network as before", async () => {
    const { orgAdmin, clerk } = consortium();
    await consortium().inConsole(orgAdmin, "updateAccountStatus", "ORG1", clerk.address, 1);
    await consortium().holds(accountStatus(clerk), "suspended");
    await consortium().act(orgAdmin, "account", "activate", clerk.address);
    await consortium().holds(accountStatus(clerk), "active");
  });
}
