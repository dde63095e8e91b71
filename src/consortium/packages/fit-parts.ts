import { requireInDate } from "../../certificates/authority.js";
import type { Certificate } from "../../certificates/certificate.js";
import { refusal } from "../../errors/refusal.js";
import { canonicalHost } from "../../model/enode.js";
import type { PermissionConfig } from "../../network/permission-config/permission-config.js";
import type { Consortium } from "../file/consortium.js";
import { groupGenesis } from "../genesis/group-genesis.js";

/** Something that was read, and where. */
interface Read<T> {
  file: string;
  value: T;
}

/** Of which group each permission-config.json is, by the chain that it names. Throws CONFIG_OF_NO_GROUP. */
export function fitConfigs(
  consortium: Consortium,
  configs: readonly Read<PermissionConfig>[],
): Map<string, PermissionConfig> {
  return new Map(
    configs.map(({ file, value: config }) => {
      const { chainId, genesisHash } = config;
      if (chainId === undefined) throw refusal("CONFIG_OF_NO_GROUP", { cause: "noChain", file });
      const group = consortium.groups.find((each) => each.chainId === chainId);
      if (group === undefined) throw refusal("CONFIG_OF_NO_GROUP", { cause: "noGroup", file, chainId });
      const { hash } = groupGenesis(consortium, group);
      if (genesisHash !== undefined && genesisHash.toLowerCase() !== hash)
        throw refusal("CONFIG_OF_NO_GROUP", { cause: "genesis", file, group: group.name, genesisHash, hash });
      return [group.name, config] as const;
    }),
  );
}

/** Of which of an agency's nodes each certificate for TLS is, by the hosts that it names. Throws TLS_CERTIFICATE_OF_OTHER_NODE or
 *  CERTIFICATE_OUT_OF_DATE. */
export function fitCertificates(
  { nodes }: Consortium,
  agency: string,
  given: readonly Read<readonly [Certificate, ...Certificate[]]>[],
  time = new Date(),
): Map<string, readonly Certificate[]> {
  const own = nodes.filter((node) => node.agency === agency);
  return new Map(
    given.flatMap(({ file, value: chain }) => {
      const [certificate] = chain;
      requireInDate(certificate, time);
      const named = own.filter(({ host }) => isForHost(certificate, host));
      if (named.length > 0) return named.map(({ name }) => [name, chain] as const);
      const hosts = certificate.hosts.length === 0 ? "no host" : certificate.hosts.join(", ");
      throw refusal("TLS_CERTIFICATE_OF_OTHER_NODE", { file, hosts, known: own.map(({ host }) => host) });
    }),
  );
}

/** Whether a certificate for TLS names this host. */
export function isForHost({ hosts }: Certificate, host: string): boolean {
  return hosts.some((each) => canonicalHost(each).toLowerCase() === host.toLowerCase());
}
