import { exampleOf, record } from "./record.js";
import { address, flag, text } from "./values.js";

const addresses = record(
  "Addresses",
  {
    PermissionsUpgradable: address.describe("the guardian's contract"),
    PermissionsInterface: address.describe("the address that nodes and wallets call"),
    OrgManager: address.describe("organisations"),
    RoleManager: address.describe("roles"),
    AccountManager: address.describe("accounts"),
    VoterManager: address.describe("voters and proposals"),
    NodeManager: address.describe("nodes"),
    PermissionsImplementation: address.describe("the rules"),
  },
  {
    example: {
      PermissionsUpgradable: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
      PermissionsInterface: "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512",
      OrgManager: "0x9fE46736679d2D9a65F0992F2272dE9f3c7fa6e0",
      RoleManager: "0xCf7Ed3AccA5a467e9e704C703E8D87F634fB0Fc9",
      AccountManager: "0xDc64a140Aa3E981100a9becA4E685f962f0cF6C9",
      VoterManager: "0x5FC8d32690cc91D4c39d9d3abcBD16989F875707",
      NodeManager: "0x0165878A594ca255338adfa4d48449f69242Eb8F",
      PermissionsImplementation: "0xa513E6E4b8f2a923D98304ec87F64353C4D5C853",
    },
  },
);

export const deployment = record(
  "Deployment",
  {
    configFile: text.describe("path of the file that every node needs"),
    booted: flag.describe("whether the network has booted"),
    addresses: addresses.describe("the contracts"),
  },
  {
    about: "After a rehearsal none of this is printed.",
    example: {
      configFile: "deployment/permission-config.json",
      booted: true,
      addresses: exampleOf(addresses),
    },
  },
);
