import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import https from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect } from "chai";
import pMap from "p-map";
import { readCertificate, readRevocationList } from "../../src/nodejs/certificate-files.js";
import { type Outcome, runCommand } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";
import { requireRefusal, SECRETS } from "../helpers/cli-refusals.js";
import { authorityFile, openssl, openssled } from "../helpers/openssl.js";
import { hasTerminals, runOnTerminal } from "../helpers/terminal.js";

const ENTER = "\r";

/** Words are separated by blanks; a tilde stands for a blank in a word. */
const wordsOf = (line: string): string[] => line.split(" ").map((word) => word.replaceAll("~", " "));

const BY_ROOT = "--issuer ORG1-root.crt --key ORG1-root.key";

describe("the commands for certificates", function () {
  this.timeout(120_000);

  let directory: string;
  const at = (file: string): string => path.join(directory, file);

  before(async () => {
    directory = makeScratch();
    await done("root ORG1");
    await done("request ORG1 --role admin --name alice");
    await done(`issue ORG1-alice.csr ${BY_ROOT} --yes`);
    await done(`crl ORG1.crl ${BY_ROOT} --first`);
  });

  after(() => {
    removeScratch(directory);
  });

  function run(line: string, environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
    const usual = { PORTCULLIS_PASSWORD: SECRETS.password };
    return runCommand(["cert", ...wordsOf(line)], { directory, environment: { ...usual, ...environment } });
  }

  /** What a command prints that works. */
  async function done(line: string): Promise<string> {
    const { code, stdout, stderr } = await run(line);
    expect(code, `cert ${line}: ${stderr}`).to.equal(0);
    expect(stderr).to.not.include(SECRETS.password);
    return stdout;
  }

  async function refuseAll(
    code: number,
    rows: readonly (readonly [line: string, why: RegExp | string])[],
  ): Promise<void> {
    const outcomes = await pMap(rows, ([line]) => run(line), { concurrency: 2 });
    for (const [index, outcome] of outcomes.entries()) {
      const [line, why = ""] = rows[index] ?? [];
      expect(outcome.code, `cert ${line ?? ""}: ${outcome.stderr}`).to.equal(code);
      requireRefusal(outcome, why, code);
    }
  }

  describe("are refused", () => {
    it("and overwrite nothing", async () => {
      const before = ["ORG1-root.crt", "ORG1-root.key", "ORG1-alice.crt", "ORG1.crl"].map((file) =>
        readFileSync(at(file)),
      );
      writeFileSync(at("lone.key"), "mine");
      await refuseAll(1, [
        ["root ORG1", "ORG1-root.crt already exists."],
        ["root ORG1 --out lone.crt", "lone.key already exists."],
        ["request ORG1 --role admin --name alice", "ORG1-alice.csr already exists."],
        [`issue ORG1-alice.csr ${BY_ROOT} --yes`, "ORG1-alice.crt already exists."],
        [`crl ORG1.crl ${BY_ROOT} --first`, "ORG1.crl already exists."],
      ]);
      const after = ["ORG1-root.crt", "ORG1-root.key", "ORG1-alice.crt", "ORG1.crl"].map((file) =>
        readFileSync(at(file)),
      );
      expect(after).to.deep.equal(before);
      expect(existsSync(at("lone.crt"))).to.equal(false);
    });

    it("for what is not there, is something else, or is wrong", async () => {
      await openssled(directory, "genpkey -algorithm RSA -out rsa.key");
      await refuseAll(1, [
        ["show none.crt", "Cannot read none.crt."],
        ["show ORG1-root.key", "ORG1-root.key holds no certificate, request or revocation list, but a private key."],
        ["show lone.key", "lone.key holds no certificate, request or revocation list, but something else."],
        ["verify ORG1-alice.csr --root ORG1-root.crt", /^ORG1-alice\.csr holds no certificate, but something else/],
        ["verify ORG1-alice.crt --root ORG1.crl", /^ORG1\.crl holds no certificate, but something else/],
        [`issue ORG1-alice.crt --out x.crt ${BY_ROOT} --yes`, /^ORG1-alice\.crt holds no certificate request/],
        [
          "request ORG1 --role admin --name rsa --key rsa.key",
          "The key in rsa.key is not on the curve secp256k1 or P-256.",
        ],
        [
          "request ORG1 --role admin --name x --key ORG1-alice.crt",
          /^The file ORG1-alice\.crt is not an encrypted keystore, nor/,
        ],
        ["request ORG1 --role ad~min --name x", '"ad min" is no role.'],
        ["request ORG/1 --role admin --name x", '"ORG/1" is no id of an organisation.'],
        ["request ORG1 --role node --name x --host http://x", '"http://x" is no host name, and no IP address.'],
        ["root ORG2 --days 0", "Nothing can be valid for 0 days."],
        ["root ORG2 --days 999999999", "Nothing can be valid for 999999999 days."],
        [
          `issue ORG1-alice.csr --out x.crt --issuer ORG1-alice.crt --key ORG1-alice.key --yes`,
          /may not sign certificates/,
        ],
        [`issue ORG1-alice.csr --out x.crt ${BY_ROOT} --days 4000 --yes`, /longer than its issuer/],
        [
          `issue ORG1-alice.csr --out x.crt ${BY_ROOT} --for tls --yes`,
          /a key on secp256k1, with which TLS does not work/,
        ],
        [`crl none.crl ${BY_ROOT}`, "Cannot read none.crl."],
        [`revoke ORG1-alice.crt --crl none.crl ${BY_ROOT}`, "Cannot read none.crl."],
        [`revoke ORG1-alice.crt --crl ORG1-root.crt ${BY_ROOT}`, /^ORG1-root\.crt holds no revocation list/],
        [`revoke ORG1-alice.crt --crl ORG1.crl --lift ${BY_ROOT}`, /is not on hold\.$/m],
      ]);
      for (const file of ["x.crt", "ORG2-root.crt", "ORG2-root.key", "none.crl", "ORG1-x.key"])
        expect(existsSync(at(file)), file).to.equal(false);
    });

    it("where they are called wrongly", () =>
      refuseAll(2, [
        ["root ORG2 --key ORG1-root.key --curve P-256", "--key and --curve exclude each other: a key has its curve."],
        [`revoke --crl ORG1.crl ${BY_ROOT}`, "It is not said what is revoked."],
        [`revoke ORG1-alice.crt --serial 01 --crl ORG1.crl ${BY_ROOT}`, "It is not said what is revoked."],
        [`revoke --serial xyz --crl ORG1.crl ${BY_ROOT}`, '--serial: "xyz" is not a serial number.'],
        [
          `revoke --serial 01 --lift --reason hold --crl ORG1.crl ${BY_ROOT}`,
          "--lift and --reason exclude each other.",
        ],
      ]));

    it("without the password of a key, and for one that is wrong or short", async () => {
      const signing = `crl ORG1.crl ${BY_ROOT}`;
      const none = await run(signing, { PORTCULLIS_PASSWORD: undefined });
      requireRefusal(none, "The key in ORG1-root.key needs a password.", 1);
      const wrong = await run(signing, { PORTCULLIS_PASSWORD: "incorrect-horse" });
      requireRefusal(wrong, "The file ORG1-root.key does not open with this password.", 1);
      const short = await run("root ORG2", { PORTCULLIS_PASSWORD: "horse" });
      requireRefusal(short, "The new password is shorter than 8 characters.", 1);
      expect(existsSync(at("ORG2-root.key"))).to.equal(false);
      expect(readRevocationList(at("ORG1.crl")).number).to.equal(1n);
    });
  });

  it("are refused after showing what would be signed, if no one confirms it, or the key is another one's", async () => {
    const issue = "issue ORG1-alice.csr --out x.crt --issuer ORG1-root.crt";
    const rows = [
      [`${issue} --key ORG1-root.key`, 2, "No one is there to confirm it."],
      [
        `${issue} --key ORG1-alice.key --yes`,
        1,
        "The key is not that of O=ORG1, OU=CA, CN=ORG1 root in ORG1-root.crt.",
      ],
    ] as const;
    for (const [line, expected, why] of rows) {
      const { code, stdout, stderr } = await run(line);
      expect([code, stdout], stderr).to.deep.equal([expected, ""]);
      expect(stderr)
        .to.match(/^organisation +ORG1\nrole +admin\nname +alice\n/)
        .and.include(`\n${why}\n`);
    }
    expect(existsSync(at("x.crt"))).to.equal(false);
  });

  it("write keys for their owner only, encrypted, as OpenSSL reads them", async () => {
    for (const file of ["ORG1-root.key", "ORG1-alice.key"]) {
      expect(statSync(at(file)).mode & 0o777).to.equal(0o600);
      expect(readFileSync(at(file), "utf8")).to.match(/^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
      await openssled(directory, `pkey -in ${file} -passin pass:${SECRETS.password} -noout`);
      expect((await openssl(directory, `pkey -in ${file} -passin pass:other -noout`)).code).to.equal(1);
      const { said } = await openssl(directory, `asn1parse -in ${file}`);
      expect(said).to.include("PBKDF2").and.include("0927C0").and.include("hmacWithSHA256").and.include("aes-256-cbc");
    }
  });

  it("write what OpenSSL accepts, strictly: root, intermediate, member, requests and lists, on both curves", async () => {
    for (const curve of ["secp256k1", "P-256"]) {
      const made = mkdtempSync(at("chain-"));
      const inside = path.basename(made);
      const by = (name: string): string => `--issuer ${inside}/${name}.crt --key ${inside}/${name}.key`;
      await done(`root ORG5 --curve ${curve} --out ${inside}/root.crt`);
      await done(`request ORG5 --role CA --name issuing --curve ${curve} --out ${inside}/between.csr`);
      await done(`request ORG5 --role client --name Zoë --curve ${curve} --out ${inside}/zoe.csr`);
      await done(`issue ${inside}/between.csr ${by("root")} --for intermediate --yes`);
      await done(`issue ${inside}/zoe.csr ${by("between")} --yes`);
      for (const name of ["root", "between"]) await done(`crl ${inside}/${name}.crl ${by(name)} --first`);
      const strictly = "verify -x509_strict -check_ss_sig -CAfile root.crt -untrusted between.crt";
      const lists = "-crl_check_all -CRLfile root.crl -CRLfile between.crl";
      expect((await openssl(made, `${strictly} ${lists} zoe.crt`)).said).to.equal("zoe.crt: OK\n");
      for (const name of ["root", "between"])
        expect((await openssl(made, `crl -in ${name}.crl -noout -CAfile ${name}.crt`)).said).to.include("verify OK");
      expect((await openssl(made, "req -in zoe.csr -noout -verify")).said).to.include("verify OK");

      const ours = `verify ${inside}/zoe.crt --root ${inside}/root.crt --between ${inside}/between.crt`;
      const all = `${ours} --crl ${inside}/root.crl ${inside}/between.crl`;
      expect(await done(all)).to.match(
        /^ {2}✓ The root .* vouches for O=ORG5, OU=client, CN=Zoë, by O=ORG5, OU=CA, CN=issuing\.$/m,
      );
      await done(`revoke ${inside}/between.crt --crl ${inside}/root.crl ${by("root")} --reason ca-compromise`);
      const revoked = await openssl(made, `${strictly} ${lists} zoe.crt`);
      expect([revoked.code, revoked.said]).to.satisfy(
        ([code, said]: [number, string]) => code === 2 && said.includes("certificate revoked"),
      );
      const told = await run(all);
      expect([told.code, told.stderr]).to.deep.equal([1, ""]);
      expect(told.stdout).to.match(
        /^ {2}✗ O=ORG5, OU=CA, CN=issuing is revoked since .* \(ca-compromise\)\.\n {4}Have another/m,
      );
    }
  });

  it("put a certificate on hold, end that, and revoke it for good", async () => {
    await done(`crl hold.crl ${BY_ROOT} --first`);
    const { serial } = readCertificate(at("ORG1-alice.crt"));
    const check = "verify -CAfile ORG1-root.crt -crl_check -CRLfile hold.crl ORG1-alice.crt";
    await done(`revoke ORG1-alice.crt --crl hold.crl ${BY_ROOT} --reason hold`);
    expect((await openssl(directory, check)).said).to.include("certificate revoked");
    expect((await openssl(directory, "crl -in hold.crl -noout -text")).said).to.include("Certificate Hold");
    await done(`revoke ORG1-alice.crt --crl hold.crl ${BY_ROOT} --lift`);
    expect((await openssl(directory, check)).code).to.equal(0);
    // As OpenSSL prints serial numbers, and a second one that was never seen here.
    const colons = (serial.toUpperCase().match(/../g) ?? []).join(":");
    await done(`revoke --serial ${colons} 0x0a1 --crl hold.crl ${BY_ROOT} --reason key-compromise`);
    const list = readRevocationList(at("hold.crl"));
    expect([list.number, list.revocations.map((each) => each.serial)]).to.deep.equal([
      4n,
      [serial, "a1"].map(asSerial),
    ]);
    await refuseAll(1, [
      [`revoke ORG1-alice.crt --crl hold.crl ${BY_ROOT}`, /is revoked already, since .* \(key-compromise\)/],
    ]);
    expect(await done("show hold.crl"))
      .to.match(/^number +4$/m)
      .and.to.match(/ key-compromise$/m);
  });

  /** A first bit that is set makes a number negative, unless an octet is before it. */
  const asSerial = (digits: string): string => (/^[89a-f]/.test(digits) ? `00${digits}` : digits);

  it("renew a list, which keeps what is revoked", async () => {
    await done(`crl renewed.crl ${BY_ROOT} --first`);
    await done(`revoke --serial 01 --crl renewed.crl ${BY_ROOT}`);
    await done(`crl renewed.crl ${BY_ROOT} --days 7`);
    const { number, revocations, thisUpdate, nextUpdate } = readRevocationList(at("renewed.crl"));
    expect([number, revocations.length]).to.deep.equal([3n, 1]);
    expect(Number(nextUpdate) - Number(thisUpdate)).to.equal(7 * 86_400_000);
  });

  it("lose no revocation of several at the same time, also through a link, and leave the list and nothing else", async () => {
    const made = mkdtempSync(at("together-"));
    const inside = path.basename(made);
    await done(`crl ${inside}/real.crl ${BY_ROOT} --first`);
    symlinkSync("real.crl", path.join(made, "list.crl"));
    const serials = Array.from({ length: 8 }, (_, index) => `0${index + 1}`);
    await Promise.all(
      serials.map((serial, index) =>
        done(`revoke --serial ${serial} --crl ${inside}/${index % 2 === 0 ? "real" : "list"}.crl ${BY_ROOT}`),
      ),
    );
    const { number, revocations } = readRevocationList(path.join(made, "real.crl"));
    expect(revocations.map((each) => each.serial).sort()).to.deep.equal(serials);
    expect(number).to.equal(9n);
    expect(readdirSync(made).sort()).to.deep.equal(["list.crl", "real.crl"]);
    expect(lstatSync(path.join(made, "list.crl")).isSymbolicLink()).to.equal(true);
  });

  it("wait for another one that signs the list, and say so if it does not end", async () => {
    await done(`crl waiting.crl ${BY_ROOT} --first`);
    const lock = at("waiting.crl.4194305.0123abcd.lock");
    writeFileSync(lock, "");
    const refused = await run(`revoke --serial 01 --crl waiting.crl ${BY_ROOT}`);
    requireRefusal(
      refused,
      "A process of another machine or container is signing the revocation list waiting.crl anew, or was stopped while doing so.",
      1,
    );
    expect(refused.stderr).to.include(`remove ${lock}`);
    rmSync(lock);
    await done(`revoke --serial 01 --crl waiting.crl ${BY_ROOT}`);
    expect(readRevocationList(at("waiting.crl")).number).to.equal(2n);
  });

  it("renew a list of OpenSSL, which keeps everything that it says of what is revoked", async () => {
    const made = mkdtempSync(at("foreign-"));
    const inside = path.basename(made);
    writeFileSync(path.join(made, "ca.cnf"), authorityFile(made));
    writeFileSync(path.join(made, "index.txt"), "");
    writeFileSync(path.join(made, "crlnumber"), "01\n");
    const signed = "ca -batch -config ca.cnf -cert root.crt -keyfile root.key";
    await openssled(
      made,
      "ecparam -name secp256k1 -genkey -noout -out root.key",
      "req -x509 -new -key root.key -sha256 -days 30 -subj /O=ORG8/OU=CA/CN=root -out root.crt",
      ...["lost", "held", "other"].flatMap((name) => [
        `ecparam -name secp256k1 -genkey -noout -out ${name}.key`,
        `req -new -key ${name}.key -sha256 -subj /O=ORG8/OU=admin/CN=${name} -addext keyUsage=digitalSignature -out ${name}.csr`,
        `${signed} -in ${name}.csr -out ${name}.crt`,
      ]),
      `${signed} -revoke lost.crt -crl_compromise 20260102030405Z`,
      `${signed} -revoke held.crt -crl_hold holdInstructionCallIssuer`,
      `${signed} -gencrl -out root.crl`,
    );
    const says = async (): Promise<string> => (await openssl(made, "crl -in root.crl -noout -text")).said;
    const entries = (text: string): string =>
      text.replace(/^[^]*?Revoked Certificates:/, "").replace(/ {4}Sign[^]*/, "");
    const before = await says();
    expect(before)
      .to.match(/Invalidity Date: *\n *Jan {2}2 03:04:05 2026/)
      .and.include("Hold Instruction Code");
    const by = `--issuer ${inside}/root.crt --key ${inside}/root.key`;
    await done(`crl ${inside}/root.crl ${by}`);
    expect(entries(await says())).to.equal(entries(before));
    await done(`revoke ${inside}/held.crt --crl ${inside}/root.crl ${by} --reason superseded`);
    await done(`revoke ${inside}/other.crt --crl ${inside}/root.crl ${by}`);
    const after = await says();
    expect(after)
      .to.match(/Invalidity Date: *\n *Jan {2}2 03:04:05 2026/)
      .and.not.include("Hold Instruction Code");
    expect((await openssl(made, "crl -in root.crl -noout -CAfile root.crt")).said).to.include("verify OK");
  });

  it("certify a key that is there: one of OpenSSL, and that of an account", async () => {
    await openssled(directory, "ecparam -name secp256k1 -genkey -out given.key");
    expect(await done("request ORG1 --role client --name given --key given.key")).to.equal("ORG1-given.csr\n");
    await done(`issue ORG1-given.csr ${BY_ROOT} --days 30 --yes`);
    const { publicKey, notAfter } = readCertificate(at("ORG1-given.crt"));
    expect(Math.round((notAfter.getTime() - Date.now()) / 86_400_000)).to.equal(30);
    expect(await done("show ORG1-given.crt")).to.include(publicKey.account);
    // A root is one that is there already, too.
    expect(await done("root ORG1 --name renewed --key ORG1-root.key --out renewed.crt")).to.equal("renewed.crt\n");
    expect((await openssl(directory, "verify -CAfile renewed.crt renewed.crt")).code).to.equal(0);
  });

  it("certify a node for TLS, which then works", async () => {
    await done("root ORG1 --name TLS --curve P-256 --out tls.crt");
    await done("request ORG1 --role node --name node1 --host localhost 127.0.0.1");
    const { stderr } = await run("issue ORG1-node1.csr --issuer tls.crt --key tls.key --for tls --yes");
    expect(stderr)
      .to.match(/^hosts +localhost, 127\.0\.0\.1$/m)
      .and.to.not.include("secp256k1");
    expect(
      (
        await openssl(
          directory,
          "verify -x509_strict -purpose sslserver -verify_hostname localhost -CAfile tls.crt ORG1-node1.crt",
        )
      ).code,
    ).to.equal(0);
    const server = https.createServer(
      {
        cert: readFileSync(at("ORG1-node1.crt")),
        key: readFileSync(at("ORG1-node1.key")),
        passphrase: SECRETS.password,
      },
      (_, response) => response.end("here"),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const status = await new Promise((resolve, reject) => {
        https
          .get({ host: "localhost", port, ca: readFileSync(at("tls.crt")), family: 4 }, ({ statusCode }) => {
            resolve(statusCode);
          })
          .on("error", reject);
      });
      expect(status).to.equal(200);
    } finally {
      server.closeAllConnections();
      server.close();
    }
    const mixed = await run(`issue ORG1-node1.csr --out mixed.crt ${BY_ROOT} --for tls --yes`);
    expect(mixed.stderr).to.include("Browsers, and programs in Go, do not know the curve of this issuer");
  });

  it("verify at a time, for an organisation and a role", async () => {
    const line = "verify ORG1-alice.crt --root ORG1-root.crt";
    expect(await done(`${line} --org ORG1 --role admin`)).to.include(
      "! Whether O=ORG1, OU=admin, CN=alice is revoked is not known",
    );
    for (const [more, says] of [
      ["--org ORG2", "is of the organisation ORG1, not of ORG2"],
      ["--role client", "has the role admin, not client"],
      ["--at 2001-01-01", "and not yet"],
      ["--at 2100-01-01", "expired on"],
    ] as const) {
      const { code, stdout, stderr } = await run(`${line} ${more}`);
      expect([code, stderr], more).to.deep.equal([1, ""]);
      expect(stdout).to.include(`✗ `).and.include(says);
    }
    const answer = JSON.parse((await run(`${line} --org ORG2 --json`)).stdout) as {
      findings: { level: string; code: string }[];
    }[];
    const findings = answer[0]?.findings ?? [];
    expect(findings.filter(({ level }) => level === "error").map(({ code }) => code)).to.deep.equal([
      "CERTIFICATE_NAME_DIFFERS",
    ]);
  });

  it("verify what a certificate is for: that of a server is none of a member, and the other way round", async () => {
    await done("root ORG7 --curve P-256");
    const by = "--issuer ORG7-root.crt --key ORG7-root.key --yes";
    await done("request ORG7 --role admin --name server --host localhost");
    await done(`issue ORG7-server.csr ${by} --for tls`);
    await done("request ORG7 --role admin --name bob --curve P-256");
    await done(`issue ORG7-bob.csr ${by}`);
    const line = (name: string): string => `verify ORG7-${name}.crt --root ORG7-root.crt`;
    for (const [asked, is] of [
      [line("server"), "encrypt connections (TLS)"],
      [`${line("server")} --role admin --for tls`, "encrypt connections (TLS)"],
      [line("root"), "issue certificates"],
      [`${line("root")} --role CA --for intermediate`, "issue certificates"],
      [`${line("bob")} --role admin`, "sign for its organisation"],
    ] as const)
      expect(await done(asked)).to.include(`✓ It is there to ${is}.\n`);
    for (const [asked, why] of [
      [`${line("server")} --role admin`, "to encrypt connections (TLS), not to sign for its organisation."],
      [`${line("server")} --for member`, "to encrypt connections (TLS), not to sign for its organisation."],
      [`${line("root")} --role CA`, "to issue certificates, not to sign for its organisation."],
      [`${line("bob")} --for tls`, "to sign for its organisation, not to encrypt connections (TLS)."],
    ] as const) {
      const { code, stdout, stderr } = await run(asked);
      expect([code, stderr], asked).to.deep.equal([1, ""]);
      expect(stdout)
        .to.match(/^ {2}✗ .* is there to /m)
        .and.include(why);
      expect(stdout.match(/✗/g)).to.have.length(1);
    }
  });

  it("show everything in a file, for people and for programs", async () => {
    writeFileSync(
      at("all.pem"),
      ["ORG1-root.crt", "ORG1-alice.csr", "ORG1.crl"].map((file) => readFileSync(at(file), "utf8")).join(""),
    );
    const text = await done("show all.pem");
    expect(text).to.match(/^Certificate\norganisation +ORG1\nrole +CA\nname +ORG1 root\n/m);
    expect(text).to.match(/^Request for a certificate\n[^]*^signed +with this key$/m);
    expect(text).to.match(/^Revocation list\n[^]*^revoked +nothing$/m);
    const { said } = await openssl(directory, "x509 -in ORG1-root.crt -noout -fingerprint -sha256 -serial");
    const [fingerprint = "", serial = ""] = said.split("\n").map((line) => line.split("=")[1]);
    expect(text).to.include(fingerprint);
    const answer = JSON.parse(await done("show all.pem --json")) as {
      certificates: { serial: string; fingerprint: string }[];
    };
    expect(answer.certificates.map((each) => each.serial)).to.deep.equal([serial.toLowerCase()]);
    expect(answer.certificates.map((each) => each.fingerprint)).to.deep.equal([
      fingerprint.replaceAll(":", "").toLowerCase(),
    ]);
  });

  (hasTerminals() ? describe : describe.skip)("at a terminal", () => {
    const environment = (): NodeJS.ProcessEnv => ({ PORTCULLIS_PASSWORD: undefined });

    it("ask for a new password twice, and show none", async () => {
      const answers = [
        { after: /New password for/, type: `short${ENTER}` },
        { after: /shorter than 8/, type: `-is-not-this-one${ENTER}` },
        { after: /The same again/, type: `other${ENTER}` },
        { after: /not the same as before/, type: `\b\b\b\b\bshort-is-not-this-one${ENTER}` },
      ];
      const { code, screen } = await runOnTerminal(
        ["cert", "root", "ORG6", "--out", at("asked.crt")],
        environment(),
        answers,
      );
      expect(code, screen).to.equal(0);
      expect(screen).to.not.include("not-this-one");
      await openssled(directory, "pkey -in asked.key -passin pass:short-is-not-this-one -noout");
    });

    it("show what is signed and ask, and sign nothing on a no", async () => {
      const out = at("never.crt");
      const words = `cert issue ${at("ORG1-alice.csr")} --issuer ${at("ORG1-root.crt")} --key ${at("ORG1-root.key")} --out ${out}`;
      const { code, screen } = await runOnTerminal(words.split(" "), environment(), [
        { after: /Sign it\?/, type: `no${ENTER}` },
      ]);
      expect(code).to.equal(1);
      expect(screen)
        .to.match(/\balice\b/)
        .and.include("Nothing was signed.");
      expect(existsSync(out)).to.equal(false);
    });
  });
});
