import { expect } from "chai";
import { getCreateAddress } from "ethers";
import { countTransactions } from "../../../src/chain/chain.js";
import type { Chapter } from "./chapter.js";

/** Code that creates a contract which does nothing. */
const CREATION = "0x6001600c60003960016000f300";

export const contracts: Chapter = (network) => {
  let address: string;

  before(async () => {
    const { rpc } = network().chain;
    const from = network().people.admin1.address;
    const nonce = await countTransactions(rpc, from, "latest");
    await rpc.send("eth_sendTransaction", [{ from, data: CREATION, gas: "0x186a0", gasPrice: "0x0" }]);
    address = getCreateAddress({ from, nonce });
  });

  it("contract register, contract list, contract show: a contract has an organisation", async () => {
    const { admin1 } = network().people;
    const printed = await network().act(admin1, `contract register ${address} --org ADMINORG`);
    expect(printed).to.match(/^state +open to all members$/m);
    expect(await network().read("contract list")).to.match(
      new RegExp(`^${address} +ADMINORG +open to all members`, "m"),
    );
    expect(await network().json(`contract show ${address}`)).to.nested.include({
      "contract.org": "ADMINORG",
      "contract.deployer": admin1.address,
    });
  });

  it("contract restrict, contract freeze, contract unset, contract open: fewer may call it, and all again", async () => {
    const { admin1, clerk } = network().people;
    const restricted = await network().act(admin1, `contract restrict ${address} --to-org ADMINORG`);
    expect(restricted).to.match(/^state +open to ADMINORG$/m);
    expect((await network().run(`can send ${clerk.address} call --to ${address}`)).code).to.equal(1);
    const frozen = await network().act(admin1, `contract freeze ${address} --method transfer(address,uint256)`);
    expect(frozen).to.match(/^0xa9059cbb +frozen$/m);
    const unset = await network().act(admin1, `contract unset ${address} --method 0xa9059cbb`);
    expect(unset).to.include("No method has a state of its own.");
    expect(await network().act(admin1, `contract open ${address}`)).to.match(/^state +open to all members$/m);
  });

  it("contract forget-deployer: only the organisation's admins say who may call it", async () => {
    const printed = await network().act(network().people.admin1, `contract forget-deployer ${address}`);
    expect(printed).to.match(/^deployer +may not say who may call it$/m);
  });
};
