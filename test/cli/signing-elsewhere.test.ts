import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { Transaction as EthersTransaction, Wallet } from "ethers";
import { requireRefusal } from "../helpers/cli-refusals.js";
import { CommandNetwork } from "../helpers/command-network.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import type { Outcome } from "../../tools/shared/processes.js";

/** Where the key is, there is no node. */
const OFFLINE = { PORTCULLIS_NETWORK: undefined, PORTCULLIS_CONFIG: undefined };

describe("a transaction that is signed elsewhere", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  let number = 0;

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin } = network.people;
    await network.propose(admin1, `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`);
    await network.voteFor(1, admin2);
  });

  after(() => network.stop());

  function newFile(): string {
    number += 1;
    return path.join(network.directory, `transaction-${number}.json`);
  }

  const read = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

  /** Writes what is to be signed, with nothing here that could sign it. */
  async function write(line: string, file: string, from = network.people.orgAdmin.address): Promise<string> {
    const before = await network.blockNumber();
    const { code, stdout, stderr } = await network.run(`${line} --from ${from} --unsigned ${file}`);
    expect([code, stdout], stderr).to.deep.equal([3, ""]);
    expect(await network.blockNumber()).to.equal(before);
    return stderr;
  }

  function sign(file: string): Promise<Outcome> {
    const environment = { ...network.people.orgAdmin.environment, ...OFFLINE };
    return network.run(`transaction sign ${file} --yes`, undefined, { environment });
  }

  async function signed(line: string): Promise<string> {
    const file = newFile();
    await write(line, file);
    const { code, stderr } = await sign(file);
    expect(code, stderr).to.equal(0);
    return file;
  }

  const send = (file: string): Promise<Outcome> => network.run(`transaction send ${file} --yes`);

  async function refuseToSend(file: string, why: RegExp | string): Promise<void> {
    const before = await network.blockNumber();
    const { code, stdout, stderr } = await send(file);
    expect([code, stdout], stderr).to.deep.equal([1, ""]);
    if (typeof why === "string") expect(stderr).to.include(why);
    else expect(stderr).to.match(why);
    expect(await network.blockNumber()).to.equal(before);
  }

  it("is written to a file by any write, signed without a node, and sent", async () => {
    const { address } = network.people.orgAdmin;
    const file = newFile();
    const told = await write("role add ORG1 CLERK --access transfer", file);
    expect(told).to.include(`\n  as   ${address}, signed through the file ${file}\n`);
    expect(told).to.include(
      `\nNot sent yet: ${file} waits for the signature of ${address}: Add the role CLERK (transfer) to ORG1.\n`,
    );
    expect(told).to.match(/\n {2}Take the file .*: portcullis transaction sign, then portcullis transaction send\.\n$/);
    expect(read(file)).to.include({ does: "Add the role CLERK (transfer) to ORG1.", chainId: "1337", from: address });

    const { code, stdout, stderr } = await sign(file);
    expect([code, stdout], stderr).to.deep.equal([0, `portcullis transaction send ${file}\n`]);
    for (const line of [
      /^Add the role CLERK \(transfer\) to ORG1\.$/m,
      new RegExp(`^signs +${address}$`, "m"),
      /^chain +1337, first block 0x[0-9a-f]{64}$/m,
      /^calls +addNewRole$/m,
      /^ {2}roleId +CLERK$/m,
      /^ {2}access +1 \(transfer\)$/m,
      /^nonce +0$/m,
    ])
      expect(stderr).to.match(line);

    const sent = await send(file);
    expect(sent.code, sent.stderr).to.equal(0);
    expect(sent.stdout).to.match(/^Done in block \d+: transaction 0x[0-9a-f]{64}, [\d,]+ gas\.\n$/);
    expect(await network.read("role list --org ORG1")).to.match(/CLERK +transfer +active/);

    const again = await send(file);
    expect([again.code, again.stdout]).to.deep.equal([0, sent.stdout]);
    expect(again.stderr).to.include("It was executed before. Nothing was sent.");
  });

  it("is shown with the names of the contracts where there is a permission-config.json, and as JSON", async () => {
    const file = newFile();
    await write("role add ORG1 READER --access read-only", file);
    expect(await network.read(`transaction show ${file}`)).to.match(
      /^to +0x\w{40}, the PermissionsInterface of the permission-config\.json$/m,
    );
    expect(await network.json(`transaction show ${file}`)).to.include({
      contract: "PermissionsInterface",
      calls: "addNewRole",
      signed: false,
      hash: null,
    });
    const { stdout } = await network.run(`transaction show ${file}`, undefined, { environment: OFFLINE });
    expect(stdout).to.match(/^to +0x\w{40}, which no permission-config\.json here names: compare it yourself$/m);
  });

  it("is also sent when the same command is run again", async () => {
    const line = "role add ORG1 DEPUTY --access full --admin";
    const file = await signed(line);
    const { address } = network.people.orgAdmin;
    const { code, stdout, stderr } = await network.run(`${line} --from ${address} --unsigned ${file} --yes`);
    expect(code, stderr).to.equal(0);
    expect(stdout).to.match(/^Done in block [^]*DEPUTY +full +active/);
  });

  it("is not sent where another one took its nonce, and is written anew by the same command", async () => {
    const line = "role add ORG1 LATE --access call";
    const file = await signed(line);
    await network.act(network.people.orgAdmin, "role add ORG1 EARLY --access call");
    const { address } = network.people.orgAdmin;
    await refuseToSend(file, `Nothing was sent: another transaction of ${address} took the nonce 2 meanwhile.`);
    const told = await write(`${line} --yes`, file);
    expect(told).to.include(
      `what was signed in ${file} is out of date. With the nonce 3 it waits for the signature of`,
    );
    await sign(file);
    expect((await send(file)).code).to.equal(0);
    expect(await network.read("role list --org ORG1")).to.match(/LATE +call +active/);
  });

  it("is not sent before those with the nonces before it", async () => {
    const file = newFile();
    await write("role add ORG1 AHEAD --access call", file);
    writeFileSync(file, JSON.stringify({ ...read(file), nonce: 9 }));
    await sign(file);
    await refuseToSend(
      file,
      /^Nothing was sent: it has the nonce 9, and the next transaction of 0x\w+ has the nonce 4\./,
    );
  });

  it("is not sent where the contracts no longer accept it", async () => {
    const { admin1 } = network.people;
    const file = await signed(`node add ORG1 ${enodeUrl("b2", 21_011)}`);
    await network.propose(
      admin1,
      `org propose ORG2 --node ${enodeUrl("b2", 21_011)} --admin ${network.people.clerk.address}`,
    );
    await network.voteFor(2, network.people.admin2);
    await refuseToSend(file, /^The node 6aa3da9b… is already part of /m);
  });

  it("is not sent where the file no longer says what was signed", async () => {
    const file = await signed("role remove ORG1 EARLY");
    const content = read(file);
    const changes = { nonce: 7, gas: "9999999", to: network.people.admin1.address, data: "0x1234", chainId: "1" };
    for (const [field, value] of Object.entries(changes)) {
      writeFileSync(file, JSON.stringify({ ...content, [field]: value }));
      const { code, stderr } = await send(file);
      expect([code, field]).to.deep.equal([1, field]);
      expect(stderr).to.match(
        /is signed, but is not what was to be signed: the |^The transaction is for chain 1 with /,
      );
    }
    writeFileSync(file, JSON.stringify(content));
    expect((await send(file)).code).to.equal(0);
  });

  it("is taken as another program has signed it, if that is what was to be signed", async () => {
    const file = newFile();
    await write("role remove ORG1 DEPUTY", file);
    const { from, to, nonce, gas, data } = read(file) as Record<string, string>;
    const wallet = new Wallet(network.people.orgAdmin.environment.PORTCULLIS_PRIVATE_KEY ?? "");
    const asked = { type: 0, chainId: 1337, to, nonce: Number(nonce), gasLimit: gas, gasPrice: 0, data };
    const signature = path.join(network.directory, "signed.txt");
    const take = async (tx: object): Promise<Outcome> => {
      writeFileSync(signature, `${await wallet.signTransaction(EthersTransaction.from(tx))}\n`);
      return network.run(`transaction sign ${file} --signature ${signature} --yes`);
    };
    const refused = await take({ ...asked, value: 1 });
    expect(refused.code).to.equal(1);
    expect(refused.stderr).to.include(
      `What ${signature} gives is signed, but is not what was to be signed: the value 1 instead of 0.`,
    );
    expect((await take(asked)).code).to.equal(0);
    expect(read(file).from).to.equal(from);
    expect((await send(file)).code).to.equal(0);
  });

  it("is not signed with another key, and not sent unsigned", async () => {
    const file = newFile();
    await write("role remove ORG1 LATE", file);
    const key = `0x${"5d".repeat(32)}`;
    const wrong = await network.run(`transaction sign ${file} --yes`, undefined, {
      environment: { ...OFFLINE, PORTCULLIS_PRIVATE_KEY: key },
    });
    expect(wrong.code).to.equal(1);
    expect(wrong.stderr).to.include(
      `It is to be signed by ${network.people.orgAdmin.address}, and the key is that of `,
    );
    const none = await network.run(`transaction sign ${file} --yes`, undefined, { environment: OFFLINE });
    expect([none.code, none.stderr.includes("No key is named.")]).to.deep.equal([2, true]);
    const { code, stderr } = await send(file);
    expect([code, stderr.includes(`${file} waits for the signature of`)]).to.deep.equal([3, true]);
  });

  it("does not take the place of another one that may not have been sent", async () => {
    const { address } = network.people.orgAdmin;
    const file = newFile();
    await write("role remove ORG1 LATE", file);
    const content = read(file);
    const outcome = await network.run(`role remove ORG1 CLERK --from ${address} --unsigned ${file}`);
    expect(outcome.code).to.equal(1);
    expect(outcome.stderr).to.include(
      "holds another transaction that may not have been sent yet: Remove the role LATE",
    );
    expect(read(file)).to.deep.equal(content);
  });

  it("is written without a question over one that was sent, or is for something else", async () => {
    const file = await signed("role add ORG1 FIRST --access call");
    expect((await send(file)).code).to.equal(0);
    await write("role add ORG1 SECOND --access call", file);
    await sign(file);
    expect((await send(file)).code).to.equal(0);
    await network.act(network.people.orgAdmin, "role remove ORG1 SECOND");
    // The same again as was signed and sent.
    await write("role add ORG1 SECOND --access call", file);
    expect(read(file)).to.include({ does: "Add the role SECOND (call) to ORG1.", signed: null });
  });

  it("is read with all that is wrong with its file", async () => {
    const file = newFile();
    writeFileSync(file, "{");
    requireRefusal(
      await network.run(`transaction show ${file}`),
      `${file} is not JSON, and so not a transaction to be signed.`,
      1,
    );
    writeFileSync(file, JSON.stringify({ format: 1, does: "Nothing.", nonce: "2", gas: 5 }));
    const { stderr } = await network.run(`transaction show ${file}`);
    for (const key of ["nonce", "gas", "data", "to", "from"]) expect(stderr).to.include(`${key}: `);
    writeFileSync(file, JSON.stringify({ format: 2 }));
    requireRefusal(
      await network.run(`transaction show ${file}`),
      `${file} has format 2, and this version reads format 1.`,
      1,
    );
  });

  it("needs the account that signs it, and no key", async () => {
    const file = newFile();
    const both = await network.run(`role remove ORG1 LATE --unsigned ${file} --keystore key.json`);
    requireRefusal(both, "What is signed elsewhere (--unsigned) needs no key here.", 2);
    const none = await network.run(`role remove ORG1 LATE --unsigned ${file}`);
    requireRefusal(none, "It is not said who signs it elsewhere.", 2);
  });
});
