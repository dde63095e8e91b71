import { refusal } from "../errors/refusal.js";
import { isWithin } from "../model/org-id.js";
import type { Network } from "../network/network.js";
import { findOrg } from "../read/find.js";
import { readAccounts } from "../read/read-records.js";

/** Who may act for an organisation: an admin of its own, or of the nearest one above that has one. Throws OrgUnknown, or
 *  ADMIN_MISSING where there is none. */
export async function adminOf(network: Network, org: string): Promise<string> {
  await findOrg(network, org);
  const [admin] = (await readAccounts(network))
    .filter((each) => each.orgAdmin && each.effective && each.status === "active")
    .filter((each) => isWithin(org, each.org))
    .sort((one, other) => other.org.length - one.org.length);
  if (admin !== undefined) return admin.address;
  throw refusal("ADMIN_MISSING", { org });
}
