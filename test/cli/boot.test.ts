import path from "node:path";
import { expect } from "chai";
import { type Chain, countTransactions, openChain } from "../../src/chain/chain.js";
import { httpRpc } from "../../src/chain/rpc.js";
import { keySigner, nodeAccounts } from "../../src/chain/signers.js";
import { readTransactionFile } from "../../src/nodejs/transaction-files.js";
import { writeNetworkFile } from "../../tools/shared/network-file.js";
import { type Anvil, type Outcome, runCommand, startAnvil } from "../../tools/shared/processes.js";
import { makeScratch, removeScratch } from "../../tools/shared/scratch.js";

const KEY = `0x${"6e".repeat(32)}`;
const OFFLINE = keySigner(KEY).address;

describe("a boot, where the node could sign as the guardian too", function () {
  this.timeout(120_000);

  let anvil: Anvil;
  let chain: Chain;
  let directory: string;
  let [guardian, operator, stranger] = ["", "", ""];

  before(async () => {
    anvil = await startAnvil();
    chain = await openChain(httpRpc(anvil.url));
    [guardian = "", operator = "", stranger = ""] = await nodeAccounts(chain);
    directory = makeScratch();
    const file = writeNetworkFile(directory, guardian);
    await done(`deploy ${file} --out ${directory} --without-boot --yes`);
    for (const account of [operator, OFFLINE]) await done(`guardian name-operator ${account} --from ${guardian} --yes`);
  });

  after(async () => {
    await anvil.stop();
    removeScratch(directory);
  });

  const inside = (name: string): string => path.join(directory, name);

  function run(line: string): Promise<Outcome> {
    const environment = { PORTCULLIS_NETWORK: anvil.url, PORTCULLIS_CONFIG: inside("permission-config.json") };
    return runCommand(line.split(" "), { environment });
  }

  async function done(line: string): Promise<string> {
    const { code, stdout, stderr } = await run(line);
    expect(code, stderr).to.equal(0);
    return stdout;
  }

  const boot = (more: string): string => `boot ${inside("network.json")} ${more}`;

  const sentBy = (account: string): Promise<number> => countTransactions(chain.rpc, account, "latest");

  it("is refused to whom no one has named, before anything is asked or sent", async () => {
    for (const how of ["--yes", "--dry-run"]) {
      const { code, stdout, stderr } = await run(boot(`--from ${stranger} ${how}`));
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.equal(
        `${stranger} may not boot the network, but ${guardian} may.\n` +
          `  Let one of them sign, or let the guardian name another boot operator: portcullis guardian name-operator ${stranger}.\n`,
      );
    }
  });

  it("waits for the signature of the boot operator that is named", async () => {
    const { code, stderr } = await run(boot(`--from ${OFFLINE} --unsigned ${inside("tx.json")} --yes`));
    expect(code, stderr).to.equal(3);
    expect(readTransactionFile(inside("tx.json")).transaction.from).to.equal(OFFLINE);
  });

  it("is signed by the boot operator that is named", async () => {
    const before = await sentBy(guardian);
    const again = path.join(directory, "operator");
    await done(boot(`--from ${operator} --out ${again} --yes`));
    expect(await sentBy(guardian)).to.equal(before);
    expect(await sentBy(operator)).to.equal(7);
  });

  it("leaves nothing for a boot operator to do, and says so when one is named", async () => {
    const { code, stderr } = await run(`guardian name-operator ${stranger} --from ${guardian} --dry-run`);
    expect(code, stderr).to.equal(0);
    expect(stderr).to.match(/^The network has booted already: a boot operator can do nothing any more\.$/m);
  });
});
