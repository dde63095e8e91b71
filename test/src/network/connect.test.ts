import { expect } from "chai";
import { proposeAdmin } from "../../../src/actions/admins.js";
import { perform } from "../../../src/actions/perform.js";
import { FACTORIES } from "../../../src/model/factories.js";
import { deployNetwork } from "../../../src/nodejs/deployment/deploy-network.js";
import { connectNetwork, type Network } from "../../../src/network/network.js";
import { type PermissionConfig, permissionConfig } from "../../../src/network/permission-config/permission-config.js";
import { nodeSigner } from "../../../src/chain/signers.js";
import { openChain } from "../../../src/chain/chain.js";
import { readSizedOrgs } from "../../../src/read/org-sizes.js";
import { caught } from "../../helpers/caught.js";
import { RoundTrips } from "../../helpers/round-trips.js";
import { actorOf, nodeOf, openNetwork, PEOPLE } from "../../helpers/in-process-network.js";
import { aNetworkFile } from "../../../tools/shared/network-file.js";
import { withScratch } from "../../../tools/shared/scratch.js";

const FILE = aNetworkFile(PEOPLE.successor, { accounts: [PEOPLE.admin, PEOPLE.second], nodes: [nodeOf("cd")] });

const OTHERS = [
  "PermissionsUpgradable",
  "OrgManager",
  "RoleManager",
  "AccountManager",
  "VoterManager",
  "NodeManager",
] as const;

describe("A permission-config.json", () => {
  let network: Network;
  let another: Network;

  before(async () => {
    network = await openNetwork();
    another = await withScratch((directory) =>
      deployNetwork({ chain: network.chain, network: FILE, directory, signers: [nodeSigner(PEOPLE.successor)] }),
    );
    await proposeAdmin(actorOf(network, "admin"), { org: "ADMINORG", account: PEOPLE.clerk, role: "ADMIN" });
    await proposeAdmin(actorOf(another, "admin"), { org: "ADMINORG", account: PEOPLE.orgAdmin, role: "ADMIN" });
  });

  const config = (addresses: Partial<Network["addresses"]>): PermissionConfig =>
    permissionConfig(FILE, { ...network, addresses: { ...network.addresses, ...addresses } });

  for (const name of OTHERS) {
    it(`with the ${name} of another network is refused: what is shown of one would be sent to the other`, async () => {
      const mixed = config({ [name]: another.addresses[name] });
      const { code, message, facts } = await caught(connectNetwork(network.chain, mixed));
      expect(code).to.equal("CONTRACT_OF_OTHER_SUITE");
      expect(message).to.include(`names ${another.addresses[name]}, and this network's is ${network.addresses[name]}.`);
      expect(facts.contract).to.equal(name);
    });
  }

  it("with an interface that names the network, and is not the one that it names, is refused", async () => {
    const creation = new FACTORIES.PermissionsInterface().getDeployTransaction(network.addresses.PermissionsUpgradable);
    const copy = await perform(actorOf(network, "guardian"), "Deploy a copy.", creation);
    const mixed = config({ PermissionsInterface: copy.contractAddress ?? "" });
    const { code, facts } = await caught(connectNetwork(network.chain, mixed));
    expect(code).to.equal("CONTRACT_OF_OTHER_SUITE");
    expect(facts).to.include({ contract: "PermissionsInterface", real: network.addresses.PermissionsInterface });
  });

  it("with another implementation connects to the present one, since the guardian may have replaced it", async () => {
    const { PermissionsImplementation } = another.addresses;
    const { addresses } = await connectNetwork(network.chain, config({ PermissionsImplementation }));
    expect(addresses).to.deep.equal(network.addresses);
  });

  it("leads to its network in three round trips, and to its organisations in a fourth: the node may be far away", async () => {
    const trips = new RoundTrips(network.chain.rpc);
    const connected = await connectNetwork(await openChain(trips), config({}));
    expect((await readSizedOrgs(connected)).map(({ id }) => id)).to.deep.equal(["ADMINORG"]);
    expect(trips.all).to.deep.equal([
      ["eth_chainId", "eth_getBlockByNumber"],
      ["eth_call", "eth_call", "eth_call"],
      ["eth_call"],
      ["eth_call", "eth_call", "eth_call"],
    ]);
  });

  it("connects also where the implementation does not answer, since the guardian has to replace it", async () => {
    const { PermissionsImplementation } = network.addresses;
    await network.chain.rpc.send("hardhat_setCode", [PermissionsImplementation, "0x00"]);
    expect((await connectNetwork(network.chain, config({}))).addresses).to.deep.equal(network.addresses);
  });
});
