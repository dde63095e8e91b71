import { expect } from "chai";
import type { Outcome } from "../../../tools/shared/processes.js";
import type { Chapter } from "./chapter.js";

export const certificates: Chapter = (network) => {
  const run = (line: string, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> => {
    const { directory } = network();
    const password = { PORTCULLIS_PASSWORD: "correct-horse" };
    return network().run(line, undefined, { directory, environment: { ...password, ...environment } });
  };

  const by = "--issuer ORG1-root.crt --key ORG1-root.key";

  it("cert root, request, issue, show, verify, crl, revoke: a certificate, without any network", async () => {
    const nowhere = { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined };
    const lines = [
      "cert root ORG1",
      "cert request ORG1 --role admin --name alice",
      `cert issue ORG1-alice.csr ${by} --yes`,
      "cert show ORG1-alice.crt",
      `cert crl ORG1.crl ${by} --first`,
      "cert verify ORG1-alice.crt --root ORG1-root.crt --crl ORG1.crl",
      `cert revoke ORG1-alice.crt --crl ORG1.crl ${by}`,
    ];
    for (const line of lines) {
      const { code, stderr } = await run(line, nowhere);
      expect(code, `${line}: ${stderr}`).to.equal(0);
    }
    const { code, stdout } = await run("cert verify ORG1-alice.crt --root ORG1-root.crt --crl ORG1.crl", nowhere);
    expect(code).to.equal(1);
    expect(stdout).to.match(/^ {2}✗ O=ORG1, OU=admin, CN=alice is revoked since /m);
  });

  it("org suspend: refused for the key of a certificate, which is that of an account", async () => {
    const shown = await run("cert show ORG1-alice.crt --json");
    const { certificates: found } = JSON.parse(shown.stdout) as { certificates: { account: string }[] };
    const account = found[0]?.account ?? "";
    const { code, stderr } = await run(`org suspend ORG1 --keystore ORG1-alice.key --dry-run --yes`);
    expect(code).to.equal(1);
    expect(stderr).to.include(`${account} is not a network admin, and no policy lets it decide this.`);
  });
};
