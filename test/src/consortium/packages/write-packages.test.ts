import { appendFileSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { pemText } from "../../../../src/certificates/pem.js";
import { permissionConfig } from "../../../../src/network/permission-config/permission-config.js";
import { writePermissionConfig } from "../../../../src/nodejs/config-file.js";
import { readGroupGenesis } from "../../../../src/nodejs/consortium-files.js";
import { checkPackage, writePackages } from "../../../../src/nodejs/package-files.js";
import { aNetworkFile } from "../../../../tools/shared/network-file.js";
import { makeScratch, removeScratch } from "../../../../tools/shared/scratch.js";
import { caught } from "../../../helpers/caught.js";
import { issuedBy, rootOf } from "../../../helpers/certificates.js";
import { anAddressBook } from "../../../data/addresses.js";
import { STAR } from "../star.js";

describe("The packages of an agency", () => {
  let scratch: string;
  let directory: string;

  beforeEach(() => {
    scratch = makeScratch();
    directory = path.join(scratch, "packages");
  });
  afterEach(() => {
    removeScratch(scratch);
  });

  /** A permission-config.json of a chain. */
  function configOf(chainId: number, genesis: string): string {
    const file = path.join(scratch, `config-${chainId}.json`);
    const chain = { chainId: BigInt(chainId), genesis };
    const network = aNetworkFile("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    writePermissionConfig(file, permissionConfig(network, { addresses: anAddressBook(), chain }));
    return file;
  }

  const write = (configs: readonly string[] = []) => writePackages({ file: STAR, agency: "A", directory, configs });
  const hashOf = (group: string): string => readGroupGenesis(STAR, group).hash;
  const configIn = (group: string): string => path.join(directory, "node0", group, "permission-config.json");

  it("are replaced as long as nobody has touched them, such as when the contracts are there", async () => {
    write();
    const config = configOf(10_002, hashOf("group2"));
    write([config]);
    expect(["group1", "group2", "group3"].map((group) => existsSync(configIn(group)))).to.deep.equal([
      false,
      true,
      false,
    ]);
    expect(readFileSync(configIn("group2"), "utf8")).to.equal(readFileSync(config, "utf8"));
    const findings = await checkPackage(path.join(directory, "node0/group2"), { file: STAR });
    expect(findings.map(({ level }) => level)).to.deep.equal(["ok", "ok"]);
  });

  it("keep the contracts and the certificates that they have, when others come", async () => {
    const root = await rootOf("A", { curve: "P-256", time: new Date() });
    const tls = await issuedBy(root, "tls", { curve: "P-256", time: new Date(), hosts: ["127.0.0.1"] });
    const certificate = path.join(scratch, "tls.crt");
    writeFileSync(certificate, pemText("certificate", tls.certificate.der));
    writePackages({ file: STAR, agency: "A", directory, certificates: [certificate] });
    write([configOf(10_002, hashOf("group2"))]);
    write([configOf(10_003, hashOf("group3"))]);
    expect(["group1", "group2", "group3"].map((group) => existsSync(configIn(group)))).to.deep.equal([
      false,
      true,
      true,
    ]);
    for (const group of ["group1", "group2", "group3"])
      expect(readFileSync(path.join(directory, "node0", group, "tls.crt"), "utf8")).to.equal(
        readFileSync(certificate, "utf8"),
      );
  });

  it("are not replaced where somebody has changed or added anything, and nothing of it is lost", () => {
    write();
    const own = path.join(directory, "notes.txt");
    writeFileSync(own, "mine");
    const config = configOf(10_002, hashOf("group2"));
    expect(() => write([config])).to.throw(/packages already exists, with different content/);
    rmSync(own);
    appendFileSync(path.join(directory, "all.sh"), "# mine\n");
    expect(() => write([config])).to.throw(/packages already exists, with different content/);
    writeFileSync(own, "mine");
    expect([readFileSync(own, "utf8"), existsSync(configIn("group2"))]).to.deep.equal(["mine", false]);
  });

  it("are read for a check, whatever is in them", async () => {
    write();
    const own = path.join(directory, "node0/group1");
    symlinkSync("nowhere", path.join(own, "link"));
    const error = await caught(checkPackage(own));
    expect([error.code, error.facts.file]).to.deep.equal(["FILE_NOT_READ", path.join(own, "link")]);
    expect((await checkPackage(scratch)).map(({ code }) => code)).to.deep.equal(["PACKAGE_NOT_READ"]);
  });

  it("take no configuration of another chain, of another first block, or of none that is named", () => {
    expect(() => write([configOf(99, hashOf("group2"))])).to.throw(/is of chain 99, which is no group/);
    expect(() => write([configOf(10_002, `0x${"cd".repeat(32)}`)])).to.throw(/has the chain id of group2, and another/);
    const file = configOf(10_002, hashOf("group2"));
    writeFileSync(file, readFileSync(file, "utf8").replaceAll(/,?\n {2}"(?:chainId|genesisHash)": [^\n,]+/g, ""));
    expect(() => write([file])).to.throw(/does not name its chain/);
    expect(existsSync(directory)).to.equal(false);
  });
});
