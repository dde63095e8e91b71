import { proposeOrgStatus } from "../../src/actions/orgs.js";
import { withdrawProposal } from "../../src/actions/votes.js";
import { readOpenProposals } from "../../src/read/read-proposals.js";
import { upgradeImplementation } from "../../src/actions/upgrade/upgrade.js";
import { opened, type Stage } from "./stage.js";

/** The rules are replaced under a running network, with a proposal open. */
export async function implementationIsReplaced(stage: Stage): Promise<void> {
  const { tell, file } = stage;
  tell.chapter(
    "The implementation is replaced",
    "The guardian does it. All state is in the managers, so no one notices.",
  );
  const before = stage.network.addresses.PermissionsImplementation;
  const admin1 = await stage.admin(1);
  const named = { org: "ORG1", change: "suspend" } as const;
  const id = opened(await tell.step("Network admin 1 leaves a proposal open", () => proposeOrgStatus(admin1, named)));
  await tell.refused("Network admin 1 tries to upgrade", "NotGuardian", () => upgradeImplementation(admin1));

  const result = await upgradeImplementation(await stage.as(file.guardian));
  stage.network = result.network;
  tell.spent("The guardian deploys another implementation", result.deployed?.gas ?? 0);
  tell.spent("The guardian makes it the current one", result.confirmed?.gas ?? 0);
  const { PermissionsImplementation: after } = stage.network.addresses;
  tell.facts(
    ["the interface points to", await stage.network.contracts.interface.getPermissionsImpl(), after],
    ["replaced", after === before ? "no" : "yes", "yes"],
  );
  tell.facts([`of ${result.questions} answers differ`, String(result.changed.length), "0"]);

  const admin = await stage.admin(1);
  await tell.step("Network admin 1 withdraws the proposal", () => withdrawProposal(admin, { id }));
  const open = await readOpenProposals(stage.network);
  tell.facts(await stage.org("ORG1", "approved"), ["open proposals", String(open.length), "0"]);
}
