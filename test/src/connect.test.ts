import { expect } from "chai";
import { permissionsInterface } from "../../deploy/permissions-interface.js";
import { proposeAdmin } from "../../src/actions/admins.js";
import { perform } from "../../src/actions/perform.js";
import type { ContractName } from "../../src/contracts.js";
import { deployNetwork } from "../../src/deploy/deploy-network.js";
import { connect, type Network } from "../../src/network.js";
import { type PermissionConfig, permissionConfig } from "../../src/permission-config/permission-config.js";
import { nodeSigner } from "../../src/signers.js";
import { caught } from "../helpers/caught.js";
import { actorOf, nodeOf, openNetwork, PEOPLE } from "../helpers/in-process-network.js";
import { aNetworkFile } from "../helpers/network-file.js";
import { withScratch } from "../helpers/scratch.js";

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
    permissionConfig(FILE, { ...network.addresses, ...addresses });

  for (const name of OTHERS) {
    it(`with the ${name} of another network is refused: what is shown of one would be sent to the other`, async () => {
      const mixed = config({ [name]: another.addresses[name] });
      const { code, message, facts } = await caught(connect(network.chain, mixed));
      expect(code).to.equal("CONTRACT_OF_OTHER_SUITE");
      expect(message).to.include(`names ${another.addresses[name]}, and this network's is ${network.addresses[name]}.`);
      expect(facts.contract).to.equal(name);
    });
  }

  it("with an interface that names the network, and is not the one that it names, is refused", async () => {
    const known = { guardian: PEOPLE.guardian, addressOf: (name: ContractName) => network.addresses[name] };
    const creation = permissionsInterface.creation(known).then((data) => ({ data }));
    const copy = await perform(actorOf(network, "guardian"), "Deploy a copy.", creation);
    const mixed = config({ PermissionsInterface: copy.contractAddress ?? "" });
    const { code, facts } = await caught(connect(network.chain, mixed));
    expect(code).to.equal("CONTRACT_OF_OTHER_SUITE");
    expect(facts).to.include({ contract: "PermissionsInterface", real: network.addresses.PermissionsInterface });
  });

  it("with another implementation connects to the present one, since the guardian may have replaced it", async () => {
    const { PermissionsImplementation } = another.addresses;
    const { addresses } = await connect(network.chain, config({ PermissionsImplementation }));
    expect(addresses).to.deep.equal(network.addresses);
  });

  it("connects also where the implementation does not answer, since the guardian has to replace it", async () => {
    const { PermissionsImplementation } = network.addresses;
    await network.chain.rpc.send("hardhat_setCode", [PermissionsImplementation, "0x00"]);
    expect((await connect(network.chain, config({}))).addresses).to.deep.equal(network.addresses);
  });
});
