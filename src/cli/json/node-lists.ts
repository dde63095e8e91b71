import * as z from "zod";
import { LIST_NAMES } from "../../read/node-lists/compare-lists.js";
import { DIFFERENCE_REASONS, REASONS } from "../../read/node-lists/difference-reasons.js";
import { exampleOf, record } from "./record.js";
import { choice, enodeUrl, flag, number, text } from "./values.js";

const subOrgList = z.array(text).nullable().describe("full ids of those directly below it");

export const consoleOrg = record(
  "Console organisation",
  {
    fullOrgId: text.describe("full id"),
    level: number.describe("1 for an organisation without a parent"),
    orgId: text.describe("id without the parent's"),
    parentOrgId: text.describe("full id of the organisation above it"),
    status: number.describe("number of its status"),
    subOrgList,
    ultimateParent: text.describe("id of the organisation at the top of its branch"),
  },
  {
    about: "As returned by quorumPermission.orgList, with status numbers: see [the glossary](glossary.md).",
    example: {
      fullOrgId: "ORG1",
      level: 1,
      orgId: "ORG1",
      parentOrgId: "",
      status: 2,
      subOrgList: ["ORG1.SUB1"],
      ultimateParent: "ORG1",
    },
  },
);

const consoleAccount = record(
  "Console account",
  {
    acctId: z
      .string()
      .regex(/^0x[0-9a-f]{40}$/)
      .describe("address in lower case"),
    isOrgAdmin: flag.describe("whether it is an admin of its organisation"),
    orgId: text.describe("full id of its organisation"),
    roleId: text.describe("name of the role"),
    status: number.describe("number of its status"),
  },
  {
    example: {
      acctId: "0x90f79bf6eb2c4f870365e785982e1f101e93b906",
      isOrgAdmin: true,
      orgId: "ORG1",
      roleId: "ORGADMIN",
      status: 2,
    },
  },
);

const consoleNode = record(
  "Console node",
  {
    orgId: text.describe("full id of its organisation"),
    status: number.describe("number of its status"),
    url: enodeUrl.describe("how nodes list it"),
  },
  {
    example: {
      orgId: "ORG1",
      status: 2,
      url: "enode://eef017846ec31a44edc6c7e8d26347f9914749ff5ca31eeb51841d501e74ed7098d37790f33175e4212d2e29c866d9e62d408a75b6c595060cf90d79240a54d1@10.0.0.6:21000?discport=0",
    },
  },
);

const consoleRole = record(
  "Console role",
  {
    access: number.describe("number of the access level"),
    active: flag.describe("false once it has been removed"),
    isAdmin: flag.describe("whether it makes an admin of its organisation"),
    isVoter: flag.describe("whether it makes a network admin"),
    orgId: text.describe("full id of its organisation"),
    roleId: text.describe("name of the role"),
  },
  {
    example: { access: 3, active: true, isAdmin: true, isVoter: true, orgId: "ORG1", roleId: "ORGADMIN" },
  },
);

export const consoleOrgInFull = record(
  "Console organisation in full",
  {
    acctList: z.array(consoleAccount).nullable().describe("its accounts"),
    nodeList: z.array(consoleNode).nullable().describe("its nodes"),
    roleList: z.array(consoleRole).nullable().describe("its roles"),
    subOrgList,
  },
  {
    about: "As returned by quorumPermission.getOrgDetails.",
    example: {
      acctList: [exampleOf(consoleAccount)],
      nodeList: null,
      roleList: [exampleOf(consoleRole)],
      subOrgList: ["ORG1.SUB1"],
    },
  },
);

const listDifference = record(
  "Difference of lists",
  {
    list: choice(LIST_NAMES).describe("which of its lists"),
    subject: text.describe("id of the organisation, enode URL, address, or organisation and role"),
    atNode: text.nullable().describe("what the node lists, in words; null if it does not list it"),
    inContracts: text.nullable().describe("what the contracts hold, in words; null if they do not have it"),
    reason: choice(REASONS).nullable().describe("why it may differ; null if there is no known reason"),
    why: text.nullable().describe("the same in words"),
  },
  {
    example: {
      list: "nodes",
      subject:
        "enode://eef017846ec31a44edc6c7e8d26347f9914749ff5ca31eeb51841d501e74ed7098d37790f33175e4212d2e29c866d9e62d408a75b6c595060cf90d79240a54d1@10.0.0.6:21000?discport=0",
      atNode: "ORG1, deactivated",
      inContracts: null,
      reason: "former-address",
      why: DIFFERENCE_REASONS["former-address"],
    },
  },
);

const listCounts = record(
  "Numbers of listed entries",
  {
    organisations: number.describe("organisations"),
    nodes: number.describe("nodes"),
    accounts: number.describe("accounts"),
    roles: number.describe("roles"),
  },
  { example: { organisations: 2, nodes: 4, accounts: 4, roles: 2 } },
);

export const listsCompared = record(
  "Compared lists of a node",
  {
    node: text.describe("URL of the node, without credentials"),
    listed: listCounts.describe("how many entries the node lists"),
    differences: z.array(listDifference).describe("where they differ from what the contracts hold"),
  },
  {
    example: {
      node: "http://127.0.0.1:22000",
      listed: exampleOf(listCounts),
      differences: [exampleOf(listDifference)],
    },
  },
);
