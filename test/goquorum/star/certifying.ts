import { expect } from "chai";
import { openssl } from "../../helpers/openssl.js";
import { GROUP_NAMES, type Star } from "./star.js";

/** The consortium has a root, which certifies agencies; an agency certifies its nodes. */
export function certifying(star: () => Star): void {
  it("the root of the consortium certifies A, and A its node, which OpenSSL verifies", async () => {
    const a = star().of("A");
    await a.type("cert root STAR --curve P-256");
    await a.type("cert request A --role CA --name A-CA --curve P-256 --out A-ca.csr");
    await a.type("cert issue A-ca.csr --issuer STAR-root.crt --key STAR-root.key --for agency --yes");
    await a.type("cert request A --role node --name node0 --host 127.0.0.1");
    await a.type("cert issue A-node0.csr --issuer A-ca.crt --key A-ca.key --for tls --yes");
    await a.shell("cat A-node0.crt A-ca.crt > node0-tls.crt");
    await a.type("consortium package consortium.yaml A --tls node0-tls.crt");
    for (const group of GROUP_NAMES) {
      const file = `packages/node0/${group}/tls.crt`;
      const line = `verify -CAfile STAR-root.crt -untrusted A-ca.crt -purpose sslserver -verify_ip 127.0.0.1 ${file}`;
      const { said } = await openssl(a.directory, line);
      expect(said).to.equal(`${file}: OK\n`);
      const checked = await a.type(`consortium check-package packages/node0/${group} --tls-key A-node0.key`);
      expect(checked).to.match(/✓ tls\.crt is the certificate of O=A, OU=node, CN=node0, for 127\.0\.0\.1\.$/m);
    }
    expect(a.files("permission-config.json").filter((file) => file.startsWith("packages/"))).to.have.length(3);
  });
}
