import * as z from "zod";
import { RECORD_KINDS } from "../../read/cache-use.js";
import { NODE_STATES } from "../../chain/compare-nodes.js";
import { account } from "./accounts.js";
import { finding } from "./checking.js";
import { contractRecord } from "./contracts.js";
import { GUARDIAN_EXAMPLE, GUARDIAN_SHAPE } from "./guardian.js";
import { node } from "./nodes.js";
import { org } from "./organisations.js";
import { proposal } from "./proposals.js";
import { exampleOf, record } from "./record.js";
import { role } from "./roles.js";
import { rule } from "./rules.js";
import { SWITCHES_EXAMPLE, SWITCHES_SHAPE, limits } from "./settings.js";
import { address, choice, flag, hash, number, text, time } from "./values.js";

const settings = record(
  "Settings of the network",
  {
    adminOrg: text.describe("id of the admin organisation"),
    networkAdminRole: text.describe("name of the role of network admins"),
    orgAdminRole: text.describe("name of the role of organisations' admins"),
    booted: flag.describe("whether the network has booted"),
    ...SWITCHES_SHAPE,
    limits: limits.describe("limits of organisations that have none of their own"),
    breadth: number.describe("direct sub-organisations that an organisation may have"),
    depth: number.describe("levels that a branch may have"),
    admissionsStoppedUntil: time
      .nullable()
      .describe("until when an emergency measure lets nobody in; null if none does"),
    ...GUARDIAN_SHAPE,
  },
  {
    example: {
      adminOrg: "ADMINORG",
      networkAdminRole: "ADMIN",
      orgAdminRole: "ORGADMIN",
      booted: true,
      ...SWITCHES_EXAMPLE,
      limits: exampleOf(limits),
      breadth: 3,
      depth: 4,
      admissionsStoppedUntil: null,
      ...GUARDIAN_EXAMPLE,
    },
  },
);

const nodeHead = record(
  "Node head",
  {
    node: text.describe("the node's URL, without what may be secret"),
    state: choice(NODE_STATES).describe("where it stands among the others"),
    block: number.nullable().describe("number of its latest block; null if it does not answer"),
    compared: number.nullable().describe("number of the block that was compared, the latest that all have"),
    hash: hash.nullable().describe("hash of that block at this node"),
    trouble: text.nullable().describe("why it does not answer"),
  },
  {
    about:
      "`same`: it has the blocks of the others. `behind`: it did not get a block within seconds that another one has. " +
      "`other block`: it has a block of its own in the place of one of theirs. `other chain`: its first block is another one. " +
      "`silent`: it does not answer.",
    example: {
      node: "http://10.0.0.2:22000",
      state: "same",
      block: 57,
      compared: 57,
      hash: "0x28edcc6b03bb795bce4018dfb693dfd29ef6dcc2043850230c72040402b3b765",
      trouble: null,
    },
  },
);

const cacheUse = record(
  "Use of a cache",
  {
    kind: choice(RECORD_KINDS).describe("what is kept in it"),
    records: number.describe("how many the network has"),
    possible: number.describe("how many it will have when every organisation has reached its limits"),
    room: number.describe("how many a GoQuorum node keeps"),
  },
  {
    about:
      "GoQuorum nodes keep what they know in caches of a fixed size; of what they forget they refuse the transactions.",
    example: { kind: "nodes", records: 12, possible: 162, room: 1000 },
  },
);

export const status = record(
  "Status",
  {
    chainId: number.describe("number of the chain"),
    block: number.describe("number of the block"),
    settings: settings.describe("the network's settings"),
    orgs: z.array(org).describe("all organisations"),
    roles: z.array(role).describe("all roles"),
    accounts: z.array(account).describe("all accounts"),
    nodes: z.array(node).describe("all nodes"),
    contracts: z.array(contractRecord).describe("all contracts that are registered"),
    networkAdmins: z.array(address).describe("who may vote"),
    openProposals: z.array(proposal).describe("what is proposed"),
    rules: z.array(rule).describe("how votes are counted, by operation"),
    caches: z.array(cacheUse).describe("how full the caches of GoQuorum nodes are"),
    warnings: z.array(finding).describe("what may lock the network, or that it has not booted"),
    nodeHeads: z.array(nodeHead).describe("the node and those of --node-url, compared; none if no others are named"),
  },
  {
    about:
      "Everything that the network holds after one block, and how far its nodes are. `portcullis export` writes the same " +
      "without `caches`, `warnings`, `nodeHeads` and `stoppedBy`, preceded by a `format`.",
    example: {
      chainId: 1337,
      block: 57,
      settings: exampleOf(settings),
      orgs: [exampleOf(org)],
      roles: [],
      accounts: [],
      nodes: [],
      contracts: [exampleOf(contractRecord)],
      networkAdmins: ["0x70997970C51812dc3A010C7d01b50e0d17dc79C8"],
      openProposals: [],
      rules: [],
      caches: [exampleOf(cacheUse)],
      warnings: [],
      nodeHeads: [exampleOf(nodeHead)],
    },
  },
);
