import { isWithin } from "../model/org-id.js";
import type { Role } from "../model/records.js";

/** The active roles that a name can mean for an organisation. The first one counts: the contracts look from the organisation
 *  upwards. */
export function rolesCalled(name: string, org: string, roles: readonly Role[]): Role[] {
  const called = roles.filter((role) => role.active && role.name === name && isWithin(org, role.org));
  return called.sort((one, other) => other.org.length - one.org.length);
}
