import * as z from "zod";
import { ENODE_URL } from "../examples.js";
import { exampleOf, record } from "./record.js";
import { SWITCHES_EXAMPLE, SWITCHES_SHAPE, limits } from "./settings.js";
import { address, enodeUrl, flag, number, text } from "./values.js";

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
    ContractManager: address.describe("contracts and who may call them"),
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
      ContractManager: "0xa513E6E4b8f2a923D98304ec87F64353C4D5C853",
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
    about: "What `deploy` has deployed. A rehearsal prints nothing.",
    example: {
      configFile: "deployment/permission-config.json",
      booted: true,
      addresses: exampleOf(addresses),
    },
  },
);

const plannedStep = record(
  "Planned step",
  {
    step: text.describe("what it does"),
    done: flag.describe("whether the chain shows that it is done"),
    gas: number.nullable().describe("gas that it took on a chain in the process; null where none could be tried"),
  },
  { example: { step: "deploy OrgManager", done: false, gas: 2871264 } },
);

export const plan = record(
  "Plan",
  {
    chainId: number.describe("id of the chain"),
    node: text.describe("URL of the node, without what may be a secret"),
    profile: text.nullable().describe("name of the profile that was chosen"),
    signers: z.array(address).describe("who signs, here or elsewhere; the first one deploys"),
    adminOrg: text.describe("id of the admin organisation"),
    networkAdminRole: text.describe("name of the network admins' role"),
    orgAdminRole: text.describe("name of the organisation admins' role"),
    guardian: address.describe("the guardian"),
    guardianSigns: text
      .nullable()
      .describe("where the guardian signs: here, by another program or through a file; null if it does not"),
    networkAdmins: z.array(address).describe("the first network admins"),
    bootOperators: z.array(address).describe("who may boot the network besides the guardian"),
    nodes: z.array(enodeUrl).describe("the first nodes"),
    subOrgBreadth: number.describe("how many sub-organisations an organisation may have directly below it"),
    subOrgDepth: number.describe("how many levels of organisations there may be"),
    ...SWITCHES_SHAPE,
    limits: limits.describe("limits of organisations"),
    steps: z.array(plannedStep).describe("the steps in their order, each a transaction"),
  },
  {
    about: "What a deployment or a boot would do.",
    example: {
      chainId: 1337,
      node: "http://127.0.0.1:22000",
      profile: null,
      signers: ["0x9186eb3d20Cbd1F5f992a950d808C4495153ABd5"],
      adminOrg: "ADMINORG",
      networkAdminRole: "ADMIN",
      orgAdminRole: "ORGADMIN",
      guardian: "0x9186eb3d20Cbd1F5f992a950d808C4495153ABd5",
      guardianSigns: "here",
      networkAdmins: ["0xed9d02e382b34818e88B88a309c7fe71E65f419d"],
      bootOperators: [],
      nodes: [ENODE_URL],
      subOrgBreadth: 3,
      subOrgDepth: 4,
      ...SWITCHES_EXAMPLE,
      limits: exampleOf(limits),
      steps: [exampleOf(plannedStep)],
    },
  },
);
