import { expect } from "chai";
import { getCreateAddress } from "ethers";
import {
  type NewOpening,
  registerContract,
  setContractAccess,
  setMethodAccess,
} from "../../../src/actions/contracts.js";
import { perform } from "../../../src/actions/perform.js";
import { addRole, assignRole } from "../../../src/actions/roles.js";
import { countTransactions } from "../../../src/chain/chain.js";
import { Deploying } from "../../../src/model/solidity-constants.js";
import type { Network } from "../../../src/network/network.js";
import { explainSending, type Explanation } from "../../../src/read/explain.js";
import { openingInWords } from "../../../src/read/opening-in-words.js";
import { actorOf, approve, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";

/** Their numbers in contracts/libraries/Codes.sol. */
const [REGISTERED_ONLY, DEPLOYING] = [9, 10];

/** Code that creates a contract which does nothing. */
const CREATION = "0x6001600c60003960016000f300";

const METHOD = { selector: "0xa9059cbb", signature: "transfer(address,uint256)" };

describe("whether a contract may be called, explained", () => {
  const { clerk } = PEOPLE;
  let network: Network;
  let contract: string;

  beforeEach(async () => {
    network = await openNetwork();
    await addRole(actorOf(network, "admin"), { org: "ADMINORG", role: "DEV", access: "call+deploy" });
    await assignRole(actorOf(network, "admin"), { org: "ADMINORG", account: clerk, role: "DEV" });
    const { rpc } = network.chain;
    const nonce = await countTransactions(rpc, clerk, "latest");
    await rpc.send("eth_sendTransaction", [{ from: clerk, data: CREATION, gas: "0x186a0", gasPrice: "0x0" }]);
    contract = getCreateAddress({ from: clerk, nonce });
  });

  const register = () => registerContract(actorOf(network, "clerk"), { org: "ADMINORG", address: contract });

  async function set(setting: number, value: number): Promise<void> {
    const { proposeSetting } = network.contracts.rules;
    const tx = proposeSetting.populateTransaction(setting, value);
    await approve(network, await perform(actorOf(network, "admin"), "Propose it.", tx));
  }

  const explain = (account = clerk, method?: typeof METHOD): Promise<Explanation> =>
    explainSending(network, { account, kind: "call", to: contract, method });

  it("is, where nothing is said of it", async () => {
    expect(await explain()).to.deep.include({ allowed: true });
    expect((await explain()).why).to.deep.equal(["The account is active, with the role DEV in ADMINORG."]);
  });

  it("is not, where the network closes what nobody has registered, and says who can", async () => {
    await set(REGISTERED_ONLY, 1);
    const { allowed, why, wayOut } = await explain();
    expect([allowed, why]).to.deep.equal([
      false,
      [`The contract ${contract} is not registered, and the network closes those that are not.`],
    ]);
    expect(wayOut.map(({ actions }) => actions)).to.deep.equal([[{ name: "register-contract", subject: contract }]]);
    await register();
    expect(await explain()).to.include({ allowed: true });
  });

  it("is not, where it is frozen, its methods with it", async () => {
    await register();
    const opening = (to: NewOpening["to"]): NewOpening => ({ to, orgs: [], roles: [] });
    await setMethodAccess(actorOf(network, "clerk"), {
      address: contract,
      method: METHOD,
      opening: opening("members"),
    });
    await setContractAccess(actorOf(network, "clerk"), { address: contract, opening: opening("nobody") });
    expect((await explain(clerk, METHOD)).why).to.deep.equal([`The contract ${contract} of ADMINORG is frozen.`]);
  });

  it("is not, where its method is for others", async () => {
    await register();
    const opening: NewOpening = { to: "listed", orgs: [], roles: ["TRADER"] };
    await setMethodAccess(actorOf(network, "clerk"), { address: contract, method: METHOD, opening });
    expect((await explain(clerk, METHOD)).why).to.deep.equal([
      `The method transfer(address,uint256) (0xa9059cbb) of the contract ${contract} of ADMINORG is open to role TRADER, and the account is of ADMINORG, with the role DEV.`,
    ]);
    expect(await explain()).to.include({ allowed: true });
  });

  it("is told that its organisation may not deploy", async () => {
    await set(DEPLOYING, Deploying.RESTRICTED);
    const { allowed, why } = await explainSending(network, { account: clerk, kind: "deploy" });
    expect([allowed, why]).to.deep.equal([
      false,
      ["Only organisations that a vote lets may deploy contracts, and ADMINORG is none of them."],
    ]);
  });
});

describe("to whom a contract is open, in words", () => {
  it("names all, those that are listed, or nobody", () => {
    const words = (to: Parameters<typeof openingInWords>[0]["to"], orgs: string[] = [], roles: string[] = []) =>
      openingInWords({ to, orgs, roles });
    expect(words("members")).to.equal("open to all members");
    expect(words("listed", ["ORG1"])).to.equal("open to ORG1");
    expect(words("listed", ["ORG1", "ORG2"], ["TRADER"])).to.equal("open to ORG1 and ORG2, role TRADER");
    expect(words("listed", ["A", "B", "C"], ["X", "Y"])).to.equal("open to A, B and C, roles X or Y");
    expect(words("listed", [], ["X"])).to.equal("open to role X");
    expect(words("nobody")).to.equal("frozen");
    expect(words("everybody")).to.equal("open to everybody");
    expect(words("unknown (9)")).to.equal("unknown (9)");
  });
});
