import type { Network } from "../network.js";
import { readProposals } from "./proposals.js";
import { readVoters } from "./records.js";

/** The network admins that are neither among the `named` nor appointed by a vote: who booted the network has added them. */
export async function adminsWithoutVote(
  network: Network,
  { adminOrg, named }: { adminOrg: string; named: readonly string[] },
): Promise<string[]> {
  const others = (await readVoters(network)).filter((admin) => !named.includes(admin));
  if (others.length === 0) return [];
  const appointed = (await readProposals(network))
    .filter(({ operation, state, about }) => {
      return operation === "appoint-admin" && state === "approved" && about.org === adminOrg;
    })
    .map(({ about }) => about.account);
  return others.filter((admin) => !appointed.includes(admin));
}
