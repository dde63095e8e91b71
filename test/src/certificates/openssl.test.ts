import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { SigningKey, Wallet } from "ethers";
import { parseContents } from "../../../src/certificates/contents.js";
import { draftCertificate, signCertificate } from "../../../src/certificates/issue.js";
import { pemText } from "../../../src/certificates/pem.js";
import { verifyCertificate } from "../../../src/certificates/verify.js";
import {
  readCertificate,
  readCertificates,
  readContents,
  readRequest,
  readRevocationList,
} from "../../../src/nodejs/certificate-files.js";
import { keystoreSigner, openCertificateKey } from "../../../src/nodejs/key-files.js";
import { makeScratch, removeScratch } from "../../../tools/shared/scratch.js";
import { caught } from "../../helpers/caught.js";
import { authorityFile, openssl, openssled } from "../../helpers/openssl.js";

const PASSWORD = "correct horse";

const CURVES = [
  { curve: "secp256k1", name: "secp256k1" },
  { curve: "P-256", name: "prime256v1" },
] as const;

for (const { curve, name } of CURVES) {
  describe(`what OpenSSL makes on ${curve}`, function () {
    this.timeout(60_000);

    let directory: string;
    const at = (file: string): string => path.join(directory, file);

    before(async () => {
      directory = makeScratch();
      mkdirSync(directory, { recursive: true });
      writeFileSync(at("ca.cnf"), authorityFile(directory));
      writeFileSync(at("index.txt"), "");
      writeFileSync(at("crlnumber"), "0fffffffffffffffff\n");
      writeFileSync(at("password"), `${PASSWORD}\n`);
      const signed = "ca -batch -config ca.cnf -cert root.crt -keyfile root.key";
      await openssled(
        directory,
        `ecparam -name ${name} -genkey -out root.key`,
        `ecparam -name ${name} -genkey -noout -out alice.key`,
        "req -x509 -new -key root.key -sha256 -days 30 -subj /C=SG/O=ORG1/OU=CA/CN=ORG1~root -out root.crt",
        "req -new -key alice.key -sha256 -subj /O=ORG1/OU=admin/CN=Zoë -utf8 -addext subjectAltName=DNS:node1.example.com,IP:10.0.0.1,IP:fe80::1 -out alice.csr",
        `${signed} -in alice.csr -out alice.crt`,
        `${signed} -revoke alice.crt -crl_reason keyCompromise`,
        `${signed} -gencrl -out root.crl`,
        ...["x509 -in root.crt", "x509 -in alice.crt", "req -in alice.csr", "crl -in root.crl"].map(
          (line) => `${line} -outform DER -out ${line.split(" ").at(-1) ?? ""}.der`,
        ),
        "ec -in alice.key -aes256 -passout file:password -out sec1-locked.key",
        "pkcs8 -topk8 -in alice.key -passout file:password -out pkcs8.key",
        "pkcs8 -topk8 -in alice.key -passout file:password -scrypt -out scrypt.key",
        "pkcs8 -topk8 -in alice.key -passout file:password -outform DER -out pkcs8.der",
        "pkcs8 -topk8 -in alice.key -nocrypt -outform DER -out open.der",
        "ec -in alice.key -outform DER -out sec1.der",
      );
    });

    after(() => {
      removeScratch(directory);
    });

    it("is read: certificates, requests and lists, in PEM and DER", () => {
      for (const ending of ["", ".der"]) {
        const root = readCertificate(at(`root.crt${ending}`));
        expect(root.subject.text).to.equal("C=SG, O=ORG1, OU=CA, CN=ORG1 root");
        expect([root.isAuthority, root.publicKey.curve]).to.deep.equal([true, curve]);
        const alice = readCertificate(at(`alice.crt${ending}`));
        expect(alice.subject.values).to.deep.equal({ organisation: ["ORG1"], role: ["admin"], name: ["Zoë"] });
        const request = readRequest(at(`alice.csr${ending}`));
        expect(request.isSigned).to.equal(true);
        expect(request.hosts).to.deep.equal(["node1.example.com", "10.0.0.1", "fe80::1"]);
        const list = readRevocationList(at(`root.crl${ending}`));
        expect(list.number).to.equal(0x0fffffffffffffffffn);
        expect(list.revocations.map(({ serial, reason }) => ({ serial, reason }))).to.deep.equal([
          { serial: alice.serial, reason: "key-compromise" },
        ]);
      }
    });

    it("is verified: a chain, and a list", () => {
      const [alice, root] = [readCertificate(at("alice.crt")), readCertificate(at("root.crt"))];
      const errors = (revocationLists = [readRevocationList(at("root.crl"))]): string[] =>
        verifyCertificate(alice, { roots: [root], revocationLists })
          .filter(({ level }) => level === "error")
          .map(({ code }) => code);
      expect(errors([])).to.deep.equal([]);
      // OpenSSL writes times in full seconds.
      expect(errors()).to.deep.equal(["CERTIFICATE_REVOKED"]);
    });

    it("is signed here, and OpenSSL accepts it", async () => {
      const [issuer, request] = [readCertificate(at("root.crt")), readRequest(at("alice.csr"))];
      const key = await openCertificateKey({ file: at("root.key") });
      const use = curve === "P-256" ? ("tls" as const) : ("member" as const);
      const asked = use === "tls" ? request : { ...request, hosts: [] };
      const der = await signCertificate(draftCertificate({ request: asked, issuer, use }), key);
      writeFileSync(at("issued.crt"), pemText("certificate", der));
      const { code, said } = await openssl(directory, "verify -x509_strict -check_ss_sig -CAfile root.crt issued.crt");
      // A root that OpenSSL makes from the command line has no key usage, which is strict of it and not of what was issued.
      expect([0, 2], said).to.include(code);
      expect((await openssl(directory, "verify -CAfile root.crt issued.crt")).said).to.equal("issued.crt: OK\n");
      const hosts = await openssl(
        directory,
        "x509 -in issued.crt -noout -checkip 10.0.0.1 -checkhost node1.example.com",
      );
      if (use === "tls") expect(hosts.said).to.not.include("NOT match");
    });

    it("is a key, whatever form it has", async () => {
      const { publicKey } = readCertificate(at("alice.crt"));
      for (const file of [
        "alice.key",
        "sec1-locked.key",
        "pkcs8.key",
        "scrypt.key",
        "pkcs8.der",
        "open.der",
        "sec1.der",
      ]) {
        const key = await openCertificateKey({ file: at(file), passwordFile: at("password") });
        expect(key.publicKey, file).to.deep.equal(publicKey);
      }
    });

    it("is a key that does not open without its password", async () => {
      writeFileSync(at("wrong"), "wrong horse\n");
      for (const file of ["sec1-locked.key", "pkcs8.key", "scrypt.key", "pkcs8.der"]) {
        const [none, wrong] = await Promise.all([
          caught(openCertificateKey({ file: at(file) })),
          caught(openCertificateKey({ file: at(file), passwordFile: at("wrong") })),
        ]);
        expect([none.code, wrong.code], file).to.deep.equal(["PASSWORD_MISSING", "KEYSTORE_NOT_OPENED"]);
      }
    });

    it(`is ${curve === "P-256" ? "no account" : "an account that signs transactions"}`, async () => {
      const opening = keystoreSigner({ file: at("pkcs8.key"), passwordFile: at("password") });
      if (curve === "P-256") expect((await caught(opening)).message).to.match(/not on the curve secp256k1/);
      else expect((await opening).address).to.equal(readCertificate(at("alice.crt")).publicKey.account);
    });
  });
}

describe("a keystore of an account", () => {
  it("is a key of a certificate", async () => {
    const directory = makeScratch();
    try {
      const wallet = new Wallet(`0x${"5b3c".repeat(16)}`);
      const file = path.join(directory, "keystore.json");
      writeFileSync(file, wallet.encryptSync(PASSWORD));
      writeFileSync(path.join(directory, "password"), PASSWORD);
      const key = await openCertificateKey({ file, passwordFile: path.join(directory, "password") });
      expect(key.publicKey.account).to.equal(wallet.address);
      expect(Buffer.from(key.publicKey.point).toString("hex")).to.equal(
        new SigningKey(wallet.privateKey).publicKey.slice(2),
      );
    } finally {
      removeScratch(directory);
    }
  }).timeout(60_000);
});

describe("what is no certificate for a consortium", function () {
  this.timeout(60_000);

  let directory: string;
  const at = (file: string): string => path.join(directory, file);
  const self = "-subj /O=ORG1/OU=CA/CN=root -days 30";

  before(async () => {
    directory = makeScratch();
    await openssled(
      directory,
      `req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.crt ${self}`,
      `req -x509 -newkey ed25519 -nodes -keyout ed.key -out ed.crt ${self}`,
      `req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout p384.key -out p384.crt ${self}`,
      "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:explicit -out explicit.key",
      `req -x509 -new -key explicit.key -out explicit.crt ${self}`,
      "ecparam -name secp256k1 -genkey -noout -out good.key",
      `req -x509 -new -key good.key -sha256 -out good.crt ${self}`,
      `req -x509 -new -key good.key -sha384 -out sha384.crt ${self}`,
      "ec -in good.key -conv_form compressed -out short.key",
      `req -x509 -new -key short.key -sha256 -out short.crt ${self}`,
      "req -new -key good.key -subj /O=ORG1/OU=CA/CN=root -out good.csr",
      "x509 -req -in good.csr -signkey good.key -sha256 -out v1.crt",
      "x509 -in good.crt -outform DER -out good.der",
    );
  });

  after(() => {
    removeScratch(directory);
  });

  const refused = async (file: string): Promise<string> =>
    (await caught(Promise.resolve().then(() => readContents(at(file))))).message;

  it("is refused by what it has in the place of an elliptic curve and ECDSA with SHA-256", async () => {
    expect(await refused("rsa.crt")).to.match(/rsa\.crt has a key of RSA\.$/);
    expect(await refused("ed.crt")).to.match(/has a key of Ed25519/);
    expect(await refused("p384.crt")).to.match(/has a key on the curve P-384/);
    expect(await refused("explicit.crt")).to.match(/has a key on a curve without a name/);
    expect(await refused("short.crt")).to.match(/has a key that is no point of secp256k1 in full length/);
    expect(await refused("sha384.crt")).to.match(/has a signature by ECDSA with SHA-384/);
    expect(await refused("v1.crt")).to.match(/is of version 1, which has no extensions/);
    for (const file of ["rsa.key", "ed.key", "p384.key"]) {
      const error = await caught(openCertificateKey({ file: at(file) }));
      expect([error.code, error.facts.cause], file).to.deep.equal(["KEYSTORE_NOT_OPENED", "algorithm"]);
    }
  });

  it("is refused with the kind of thing that it is", async () => {
    expect(await refused("good.key")).to.match(/holds no certificate, request or revocation list, but a private key/);
    writeFileSync(at("empty"), "");
    expect(await refused("empty")).to.match(/but nothing\.$/);
    writeFileSync(at("half.crt"), readFileSync(at("good.crt"), "utf8").slice(0, 300));
    expect(await refused("half.crt")).to.match(/but something else in PEM, or what is not complete/);
    const request = await caught(Promise.resolve().then(() => readCertificate(at("good.csr"))));
    expect(request.message).to.match(/good\.csr holds no certificate, but something else/);
    writeFileSync(at("both.crt"), readFileSync(at("good.crt"), "utf8").repeat(2));
    expect(readCertificates(at("both.crt"))).to.have.length(2);
    expect((await caught(Promise.resolve().then(() => readCertificate(at("both.crt"))))).message).to.match(
      /holds 2 of what there may be one of/,
    );
  });

  it("is refused if it is written otherwise than DER wants it, though it means the same", () => {
    const der = new Uint8Array(readFileSync(at("good.der")));
    expect(parseContents(der, "good").certificates).to.have.length(1);
    const followed = new Uint8Array([...der, 0]);
    // The length of the whole in three octets where two are enough.
    const long = new Uint8Array([0x30, 0x83, 0, ...der.slice(2)]);
    expect(der[1]).to.equal(0x82);
    for (const bytes of [followed, long]) expect(() => parseContents(bytes, "odd")).to.throw(/holds no certificate/);
    const text = pemText("certificate", long);
    expect(() => parseContents(new TextEncoder().encode(text), "odd")).to.throw(/is damaged, or not encoded in DER/);
  });
});
