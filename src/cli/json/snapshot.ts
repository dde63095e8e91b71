import { z } from "zod";
import { account } from "./accounts.js";
import { GUARDIAN_EXAMPLE, GUARDIAN_SHAPE } from "./guardian.js";
import { node } from "./nodes.js";
import { org } from "./organisations.js";
import { proposal } from "./proposals.js";
import { exampleOf, record } from "./record.js";
import { role } from "./roles.js";
import { rule } from "./rules.js";
import { ADDRESS_RULES_EXAMPLE, ADDRESS_RULES_SHAPE } from "./settings.js";
import { address, flag, number, text } from "./values.js";

const settings = record(
  "Settings of the network",
  {
    adminOrg: text.describe("id of the admin organisation"),
    networkAdminRole: text.describe("name of the role of network admins"),
    orgAdminRole: text.describe("name of the role of organisations' admins"),
    booted: flag.describe("whether the network has booted"),
    ...ADDRESS_RULES_SHAPE,
    breadth: number.describe("direct sub-organisations that an organisation may have"),
    depth: number.describe("levels that a branch may have"),
    ...GUARDIAN_SHAPE,
  },
  {
    example: {
      adminOrg: "ADMINORG",
      networkAdminRole: "ADMIN",
      orgAdminRole: "ORGADMIN",
      booted: true,
      ...ADDRESS_RULES_EXAMPLE,
      breadth: 3,
      depth: 4,
      ...GUARDIAN_EXAMPLE,
    },
  },
);

export const snapshot = record(
  "Snapshot",
  {
    chainId: number.describe("number of the chain"),
    block: number.describe("number of the block"),
    settings: settings.describe("the network's settings"),
    orgs: z.array(org).describe("all organisations"),
    roles: z.array(role).describe("all roles"),
    accounts: z.array(account).describe("all accounts"),
    nodes: z.array(node).describe("all nodes"),
    networkAdmins: z.array(address).describe("who may vote"),
    openProposals: z.array(proposal).describe("what is proposed"),
    rules: z.array(rule).describe("how votes are counted, by operation"),
  },
  {
    about:
      "Everything that the network holds after one block. `portcullis export` writes the same, preceded by a `format`.",
    example: {
      chainId: 1337,
      block: 57,
      settings: exampleOf(settings),
      orgs: [exampleOf(org)],
      roles: [],
      accounts: [],
      nodes: [],
      networkAdmins: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
      openProposals: [],
      rules: [],
    },
  },
);
