import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { getCreateAddress } from "ethers";
import { countTransactions } from "../../src/chain/chain.js";
import { enodeUrl } from "../../tools/shared/network-file.js";
import { refuseAll } from "../helpers/cli-refusals.js";
import { as, CommandNetwork, type Person } from "../helpers/command-network.js";

const TRANSFER = "transfer(address,uint256)";
const MINT = "mint(address,uint256)";

const ABI = [
  "function transfer(address to, uint256 value)",
  { type: "function", name: "mint", inputs: [{ type: "address" }, { type: "uint256" }] },
  { type: "function", name: "pay", inputs: [{ type: "address" }] },
  { type: "function", name: "pay", inputs: [{ type: "address" }, { type: "uint256" }] },
  { type: "event", name: "Paid", inputs: [] },
];

/** Code that creates a contract which does nothing. */
const CREATION = "0x6001600c60003960016000f300";

describe("contracts and their methods", function () {
  this.timeout(120_000);

  let network: CommandNetwork;
  let token: string;
  let abi: string;

  const dev = (): Person => network.people.clerk;
  const trader = (): Person => network.people.newcomer;
  const inside = (name: string): string => path.join(network.directory, name);

  /** Sent past the commands, which deploy nothing of their users. */
  async function deploy({ address: from }: Person): Promise<string> {
    const { rpc } = network.chain;
    const nonce = await countTransactions(rpc, from, "latest");
    await rpc.send("eth_sendTransaction", [{ from, data: CREATION, gas: "0x186a0", gasPrice: "0x0" }]);
    return getCreateAddress({ from, nonce });
  }

  before(async () => {
    network = await CommandNetwork.deploy();
    const { admin1, admin2, orgAdmin } = network.people;
    const id = await network.propose(
      admin1,
      `org propose ORG1 --node ${enodeUrl("b1", 21_010)} --admin ${orgAdmin.address}`,
    );
    await network.voteFor(id, admin2);
    await network.act(orgAdmin, "org add-sub ORG1 SUB1");
    await network.act(orgAdmin, "role add ORG1 DEV --access call+deploy");
    await network.act(orgAdmin, "role add ORG1 TRADER --access call");
    await network.act(orgAdmin, `account assign ORG1 ${dev().address} DEV`);
    await network.act(orgAdmin, `account assign ORG1.SUB1 ${trader().address} TRADER`);
    abi = inside("Token.json");
    writeFileSync(abi, JSON.stringify({ contractName: "Token", abi: ABI }));
    token = await deploy(dev());
  });

  after(() => network.stop());

  it("are none until one is registered", async () => {
    expect(await network.read("contract list")).to.equal("No contract is registered.\n");
    expect(await network.json("contract list")).to.deep.equal([]);
    await refuseAll(network, 1, [
      [`contract show ${token}`, `The contract ${token} is not registered.`],
      [`contract freeze ${token} ${as(dev())}`, `The contract ${token} is not registered.`],
    ]);
  });

  it("are registered by the account that has deployed them, which the others are told", async () => {
    const { admin1 } = network.people;
    await refuseAll(network, 1, [
      [
        `contract register ${token} --org ORG1 ${as(trader())}`,
        `None of the transactions of ${trader().address}, of which there are 0, has deployed a contract at ${token}.`,
      ],
      [
        `contract register ${token} --org ORG1 --nonce 7 ${as(dev())}`,
        `${dev().address} deploys no contract at ${token} with its transaction of the nonce 7.`,
      ],
    ]);
    const { stderr } = await network.run(`contract register ${token} --org ORG1`, admin1);
    expect(stderr).to.include(
      "is registered by network admins, as a change of a resolution: portcullis resolution propose.",
    );
  });

  it("are shown once they are registered", async () => {
    const printed = await network.act(dev(), `contract register ${token} --org ORG1`);
    expect(printed).to.match(new RegExp(`^contract +${token}$`, "m"));
    expect(printed).to.match(/^state +open to all members$/m);
    expect(printed).to.match(new RegExp(`^deployer +${dev().address}$`, "m"));
    expect(printed).to.include("No method has a state of its own.");
    expect(await network.read("contract list")).to.match(new RegExp(`^${token} +ORG1 +open to all members +0$`, "m"));
    expect(await network.read("contract list --org ORG1.SUB1")).to.equal("No contract is registered.\n");
    expect(await network.json("contract list --org ORG1")).to.deep.equal([
      {
        address: token,
        org: "ORG1",
        deployer: dev().address,
        opened: { to: "members", orgs: [], roles: [], byVote: false },
        methods: 0,
      },
    ]);
  });

  it("are registered before they are deployed, with the nonce", async () => {
    const from = dev().address;
    const nonce = (await countTransactions(network.chain.rpc, from, "latest")) + 1;
    const next = getCreateAddress({ from, nonce });
    const line = `contract register ${next} --org ORG1 --nonce ${nonce} --dry-run`;
    const { code, stderr } = await network.run(line, dev());
    expect(code, stderr).to.equal(0);
    expect(stderr).to.include(`Register the contract ${next} for ORG1.`);
    expect(stderr).to.include("There is no contract at this address yet.");
  });

  it("have methods that are named by selector, signature, or name and ABI", async () => {
    const freeze = `contract freeze ${token} ${as(dev())} --method`;
    await refuseAll(network, 1, [
      [`${freeze} transfer`, '"transfer" is the name of a method, and nothing says which arguments it takes.'],
      [`${freeze} trasnfer --abi ${abi}`, `${abi} has no method trasnfer.`],
      [`${freeze} burn() --abi ${abi}`, `${abi} has no method burn().`],
      [`${freeze} pay --abi ${abi}`, `${abi} has several methods pay.`],
      [`${freeze} 0xa9059c`, '"0xa9059c" is no method.'],
      [`${freeze} transfer(addres)`, '"transfer(addres)" is no method.'],
      [`${freeze} 0x00000000`, "0x00000000 is no method: nodes do not tell it from a transaction without one."],
      [
        `${freeze} mint --abi ${network.configFile}`,
        `${network.configFile} has no ABI: neither is it a list, nor has it a list "abi".`,
      ],
      [`${freeze} mint --abi ${inside("none.json")}`, `Cannot read ${inside("none.json")}.`],
    ]);
    const several = await network.run(`${freeze} pay --abi ${abi}`);
    expect(several.stderr).to.include("Give one of these: pay(address), pay(address,uint256).");
    const misspelt = await network.run(`${freeze} trasnfer --abi ${abi}`);
    expect(misspelt.stderr).to.include("Did you mean transfer? It has transfer(address,uint256), mint(");
    for (const given of ["0xa9059cbb", TRANSFER, "transfer(address,uint)", `transfer --abi ${abi}`]) {
      const { stderr } = await network.run(`${freeze} ${given} --dry-run`);
      expect(stderr, given).to.match(/^Freeze the method .*0xa9059cbb.* of the contract 0x\w{40} of ORG1\.$/m);
    }
  });

  it("say in what way they are used wrongly", () =>
    refuseAll(network, 2, [
      [`contract restrict ${token} ${as(dev())}`, "Nothing says to whom it is restricted."],
      [`contract open ${token} --abi ${abi} ${as(dev())}`, "--abi names the methods for --method."],
      [`can send ${dev().address} --method ${TRANSFER}`, "--method is a method of a contract."],
      [
        `can send ${dev().address} deploy --to ${token} --method ${TRANSFER}`,
        '--method is called, and "deploy" calls nothing.',
      ],
    ]));

  it("are restricted to organisations and roles, of which others are told", async () => {
    const { orgAdmin } = network.people;
    const line = `contract restrict ${token} --to-org ORG1.SUB1 --role TRADER BROKER`;
    const { stderr } = await network.run(`${line} --dry-run`, orgAdmin);
    expect(stderr).to.include(
      `Open the contract ${token} of ORG1 to ORG1.SUB1, roles TRADER or BROKER, and to nobody else.`,
    );
    expect(stderr).to.include("No organisation has a role BROKER, so nobody could call it with that now.");
    const printed = await network.act(orgAdmin, `contract restrict ${token} --to-org ORG1.SUB1 --role TRADER`);
    expect(printed).to.match(/^state +open to ORG1\.SUB1, role TRADER$/m);

    expect(await network.readNo(`can send ${dev().address} call --to ${token}`)).to.equal(
      `No: ${dev().address} may not call.\n` +
        `  The contract ${token} of ORG1 is open to ORG1.SUB1, role TRADER, and the account is of ORG1, with the role DEV.\n` +
        `  → An admin of ORG1 can open it: portcullis contract open ${token}.\n`,
    );
    expect(await network.read(`can send ${trader().address} call --to ${token}`)).to.include(
      `The contract ${token} of ORG1 is open to ORG1.SUB1, role TRADER.`,
    );
    const { code } = await network.run(line.replace(" BROKER", ""), orgAdmin);
    expect(code).to.equal(1);
  });

  it("have methods with a state of their own, which can send asks for", async () => {
    const printed = await network.act(dev(), `contract open ${token} --method transfer --abi ${abi}`);
    expect(printed).to.include(TRANSFER);
    await network.act(dev(), `contract freeze ${token} --method ${MINT}`);
    const shown = await network.read(`contract show ${token} --abi ${abi}`);
    expect(shown).to.match(/^0xa9059cbb +transfer\(address,uint256\) +open to all members$/m);
    expect(shown).to.match(/^0x40c10f19 +mint\(address,uint256\) +frozen$/m);
    expect(await network.read(`contract show ${token}`)).to.match(/^0x40c10f19 +frozen$/m);
    expect(await network.json(`contract show ${token}`)).to.nested.include({
      "methods[1].selector": "0x40c10f19",
      "methods[1].signature": null,
      "methods[1].opened.to": "nobody",
    });
    expect(await network.read(`can send ${dev().address} --to ${token} --method ${TRANSFER}`)).to.include(
      `The method ${TRANSFER} (0xa9059cbb) of the contract ${token} of ORG1 is open to all members.`,
    );
    expect(await network.readNo(`can send ${trader().address} --to ${token} --method mint --abi ${abi}`)).to.include(
      `  The method ${MINT} (0x40c10f19) of the contract ${token} of ORG1 is frozen.\n`,
    );
    const { stderr } = await network.run(`contract open ${token} --dry-run`, dev());
    expect(stderr).to.include("These methods keep the state that they have by themselves: 0xa9059cbb, 0x40c10f19.");
  });

  it("are open again as the contract is, and frozen with it", async () => {
    const printed = await network.act(dev(), `contract unset ${token} --method ${MINT}`);
    expect(printed).to.not.include("0x40c10f19");
    expect(await network.read(`can send ${trader().address} --to ${token} --method ${MINT}`)).to.match(/^Yes: /);
    const frozen = await network.act(dev(), `contract freeze ${token}`);
    expect(frozen).to.match(/^state +frozen: nobody may call it, nor any method of it$/m);
    expect(await network.readNo(`can send ${dev().address} --to ${token} --method ${TRANSFER}`)).to.include(
      `The contract ${token} of ORG1 is frozen.`,
    );
  });

  it("are no more the deployer's once it is forgotten", async () => {
    const { orgAdmin } = network.people;
    const printed = await network.act(orgAdmin, `contract forget-deployer ${token}`);
    expect(printed).to.match(/^deployer +may not say who may call it$/m);
    const { code, stderr } = await network.run(`contract open ${token} --yes`, dev());
    expect(code, stderr).to.equal(1);
    expect(stderr).to.include(`${dev().address} is not an admin of ORG1 or above it.`);
    await network.act(orgAdmin, `contract open ${token}`);
  });

  it("are opened to everybody only by a resolution", async () => {
    const { orgAdmin, admin1, admin2, stranger } = network.people;
    const line = `contract open ${token} --everybody`;
    const { code, stderr } = await network.run(`${line} --yes`, orgAdmin);
    expect(code, stderr).to.equal(1);
    expect(stderr).to.include("Only a vote opens a contract to everybody, members or not.");
    expect(stderr).to.include("portcullis resolution propose");

    const file = inside("resolution.yaml");
    writeFileSync(file, JSON.stringify({ changes: [line] }));
    const id = await network.propose(admin1, `resolution propose ${file}`);
    await network.voteFor(id, admin2);
    expect(await network.read("contract list")).to.match(/open to everybody, by vote/);
    expect(await network.read(`can send ${stranger.address} call --to ${token}`)).to.equal(
      `Yes: ${stranger.address} may call.\n  The contracts allow it.\n  The contract ${token} of ORG1 is open to everybody.\n`,
    );
    expect((await network.run(`contract freeze ${token} --yes`, orgAdmin)).code).to.equal(1);
  });
});
