import { expect } from "chai";
import { permissionsImplementation } from "../../../deploy/permissions-implementation.js";
import { perform } from "../../../src/actions/perform.js";
import { nodeSigner } from "../../../src/signers.js";
import type { World } from "../world.js";
import { accountStatus } from "./records.js";

/** The guardian, who is no account of the network, replaces the implementation. */
export function upgrading(world: () => World): void {
  it("the guardian may not deploy, since it is no account of the network", async () => {
    const { guardian } = world();
    expect(await world().refusal(guardian, "upgrade")).to.match(/does not let this account send/);
  });

  it("a network admin deploys an implementation, and the guardian makes it the current one", async () => {
    const { guardian, admin1 } = world();
    const network = await world().network();
    const known = {
      guardian: guardian.address,
      addressOf: (name: keyof typeof network.addresses) => network.addresses[name],
    };
    const data = await permissionsImplementation.creation(known);
    const actor = { network, signer: nodeSigner(admin1.address) };
    const { contractAddress } = await perform(actor, "Deploy.", Promise.resolve({ data }));
    expect(contractAddress).to.not.equal(network.addresses.PermissionsImplementation);

    const printed = await world().act(guardian, "upgrade", "--implementation", String(contractAddress));
    expect(printed).to.match(/^All \d+ answers are the same as before\.$/m);
    const current = await world().network();
    expect(current.addresses.PermissionsImplementation).to.equal(contractAddress);
    await world().agrees();
  });

  it("afterwards consoles and command line change the network as before", async () => {
    const { orgAdmin, clerk } = world();
    await world().inConsole(orgAdmin, "updateAccountStatus", "ORG1", clerk.address, 1);
    await world().holds(accountStatus(clerk), "suspended");
    await world().act(orgAdmin, "account", "activate", clerk.address);
    await world().holds(accountStatus(clerk), "active");
  });
}
