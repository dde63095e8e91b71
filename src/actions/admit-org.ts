import { readOrg } from "../read/read-records.js";
import { readInbox } from "../read/read-proposals.js";
import { approveOrg, type NewOrg, proposeOrg } from "./orgs.js";
import type { Actor } from "./perform.js";

/** What has become of an organisation that is to be admitted: it waits for votes of others, or it is in. */
export type Admittance = "awaits votes" | "admitted" | "was there";

/** Proposes an organisation and votes for it, whichever of that has not been done yet; a network admin. Throws what the contracts refuse, such
 *  as a vote where it was proposed with another node or admin. */
export async function admitOrg(actor: Actor, newOrg: NewOrg): Promise<Admittance> {
  const { network, signer } = actor;
  const status = async (): Promise<string> => (await readOrg(network, newOrg.org))?.status ?? "none";
  const before = await status();
  if (before !== "none" && before !== "proposed") return "was there";
  if (before === "none") await proposeOrg(actor, newOrg);
  const waiting = await readInbox(network, { voter: signer.address });
  if (waiting.some(({ operation, about }) => operation === "add-org" && about.org === newOrg.org))
    await approveOrg(actor, newOrg);
  return (await status()) === "proposed" ? "awaits votes" : "admitted";
}
