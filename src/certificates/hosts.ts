import { refusal } from "../errors/refusal.js";
import { isIp } from "../model/enode.js";

/** Labels of letters, digits and hyphens (RFC 1123), the first of which may be a star (RFC 6125). */
const HOST_NAME = /^(?=.{1,253}$)(?:\*\.)?(?!-)[A-Za-z0-9-]{1,63}(?<!-)(?:\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*$/;

/** Throws CERTIFICATE_HOST_NOT_ALLOWED for what is neither a host name nor an IP address. */
export function requireHosts(hosts: readonly string[]): void {
  for (const host of hosts) {
    // Four numbers that are no address would be taken for a name.
    if (!isIp(host) && (!HOST_NAME.test(host) || /^[\d.]+$/.test(host)))
      throw refusal("CERTIFICATE_HOST_NOT_ALLOWED", { host });
  }
}
