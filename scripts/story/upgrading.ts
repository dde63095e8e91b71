import { proposeOrgStatus } from "../../src/actions/orgs.js";
import { withdraw } from "../../src/actions/votes.js";
import { readOpenProposals } from "../../src/read/proposals.js";
import { upgrade } from "../../src/upgrade.js";
import { opened, type World } from "./world.js";

/** The rules are replaced under a running network, with a proposal open. */
export async function implementationIsReplaced(world: World): Promise<void> {
  const { tell, file } = world;
  tell.chapter(
    "The implementation is replaced",
    "The guardian does it. All state is in the managers, and nobody notices.",
  );
  const before = world.network.addresses.PermissionsImplementation;
  const admin1 = await world.admin(1);
  const named = { org: "ORG1", change: "suspend" } as const;
  const id = opened(await tell.step("Network admin 1 leaves a proposal open", () => proposeOrgStatus(admin1, named)));
  await tell.refused("Network admin 1 tries to upgrade", "NotGuardian", () => upgrade(admin1));

  const result = await upgrade(await world.as(file.guardian));
  world.network = result.network;
  tell.spent("The guardian deploys another implementation", result.deployed?.gas ?? 0);
  tell.spent("The guardian makes it the current one", result.confirmed?.gas ?? 0);
  const { PermissionsImplementation: after } = world.network.addresses;
  tell.facts(
    ["the interface points to", await world.network.contracts.interface.getPermissionsImpl(), after],
    ["replaced", after === before ? "no" : "yes", "yes"],
  );
  tell.facts([`of ${result.questions} answers differ`, String(result.changed.length), "0"]);

  const admin = await world.admin(1);
  await tell.step("Network admin 1 withdraws the proposal", () => withdraw(admin, id));
  const open = await readOpenProposals(world.network);
  tell.facts(await world.org("ORG1", "approved"), ["open proposals", String(open.length), "0"]);
}
