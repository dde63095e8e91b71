import { z } from "zod";

/** What commands print with --json, under the names that docs/json.md gives. Strict: a field more or less is noticed. */

const text = z.string();
const number = z.int();
const flag = z.boolean();
const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/);
const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const hash = z.string().regex(/^0x[0-9a-f]{64}$/);

function record<Shape extends z.ZodRawShape>(title: string, shape: Shape) {
  return z.strictObject(shape).meta({ title });
}

const operation = z.enum([
  "add-org",
  "suspend-org",
  "restore-org",
  "appoint-admin",
  "recover-node",
  "recover-account",
  "remove-admin",
  "change-rule",
  "change-ip-check",
]);
const ruleKind = z.enum(["majority", "all", "any", "count", "fraction", "forbidden"]);

const org = record("Organisation", {
  id: text,
  parent: text.nullable(),
  top: text,
  level: number,
  status: z.enum(["proposed", "approved", "suspension proposed", "suspended", "restoration proposed"]),
  proposal: number.nullable(),
});

const role = record("Role", {
  org: text,
  name: text,
  access: z.enum([
    "read-only",
    "transfer",
    "deploy",
    "full",
    "call",
    "transfer+call",
    "transfer+deploy",
    "call+deploy",
  ]),
  kind: z.enum(["custom", "network admin", "organisation admin"]),
  admin: flag,
  voter: flag,
  active: flag,
});

const account = record("Account", {
  address,
  org: text,
  role: text,
  status: z.enum(["proposed", "active", "suspended", "blacklisted", "revoked", "recovery proposed"]),
  orgAdmin: flag,
  effective: flag,
  proposal: number.nullable(),
});

const node = record("Node", {
  enodeId: text.regex(/^[0-9a-f]{128}$/),
  url: text.regex(/^enode:\/\//),
  org: text.nullable(),
  ip: text,
  port: number,
  raftPort: number,
  status: z.enum(["proposed", "approved", "deactivated", "blacklisted", "recovery proposed"]),
  proposal: number.nullable(),
});

const namedNode = record("Named node", { enodeId: text, url: text });
const newRule = record("New rule", { operation, rule: text });

const subject = record("Subject", {
  org: text.nullable(),
  node: namedNode.nullable(),
  account: address.nullable(),
  role: text.nullable(),
  rule: newRule.nullable(),
  ipCheck: flag.nullable(),
});

const proposal = record("Proposal", {
  id: number,
  operation,
  about: subject,
  proposer: address,
  votesFor: number,
  votesAgainst: number,
  state: z.enum(["open", "approved", "rejected", "withdrawn", "expired"]),
  expiresAt: time,
});

const tally = record("Tally", {
  needed: number,
  electorate: number,
  for: z.array(address),
  against: z.array(address),
  missing: z.array(address),
});

const ruleFields = { operation, kind: ruleKind, count: number, outOf: number, rule: text };
const rule = record("Rule", ruleFields);
const countedRule = record("Counted rule", { ...ruleFields, votesNeeded: number });

const settings = record("Settings", {
  adminOrg: text,
  networkAdminRole: text,
  orgAdminRole: text,
  booted: flag,
  ipCheck: flag,
  breadth: number,
  depth: number,
  guardian: address,
  proposedGuardian: address.nullable(),
  implementation: address,
});

const answer = { allowed: flag, why: z.array(text), wayOut: z.array(text) };

const closed = record("Closed proposal", { id: number, state: proposal.shape.state });

const done = record("Done", {
  summary: text,
  hash: hash.nullable(),
  block: number.nullable(),
  gas: number,
  contractAddress: address.nullable(),
  opened: z.array(number),
  closed: z.array(closed),
});

const upgradeModule = record("Module", {
  name: text,
  address: address.nullable(),
  deployed: done.nullable(),
});

const change = z.looseObject({ event: text, echo: flag, sentence: text }).meta({ title: "Change" });

const finding = record("Finding", {
  level: z.enum(["error", "warning", "info", "ok"]),
  code: text,
  what: text,
  wayOut: text.optional(),
});

const addresses = record("Addresses", {
  PermissionsUpgradable: address,
  PermissionsInterface: address,
  OrgManager: address,
  RoleManager: address,
  AccountManager: address,
  VoterManager: address,
  NodeManager: address,
  PermissionsImplementation: address,
});

const consoleAccount = record("Console account", {
  acctId: address,
  isOrgAdmin: flag,
  orgId: text,
  roleId: text,
  status: number,
});
const consoleNode = record("Console node", { orgId: text, status: number, url: text });
const consoleRole = record("Console role", {
  access: number,
  active: flag,
  isAdmin: flag,
  isVoter: flag,
  orgId: text,
  roleId: text,
});

const records = {
  org,
  role,
  account,
  node,
  namedNode,
  newRule,
  subject,
  proposal,
  tally,
  rule,
  countedRule,
  settings,
  closed,
  done,
  change,
  finding,
  addresses,
  consoleAccount,
  consoleNode,
  consoleRole,
  snapshot: record("Snapshot", {
    chainId: number,
    block: number,
    settings,
    orgs: z.array(org),
    roles: z.array(role),
    accounts: z.array(account),
    nodes: z.array(node),
    networkAdmins: z.array(address),
    openProposals: z.array(proposal),
    rules: z.array(rule),
  }),
  orgDetails: record("Organisation in full", {
    org,
    subOrgs: z.array(org),
    roles: z.array(role),
    accounts: z.array(account),
    nodes: z.array(node),
  }),
  proposalDetails: record("Proposal in full", { proposal, tally }),
  rules: record("Rules", { electorate: number, rules: z.array(countedRule), ipCheck: flag }),
  guardian: record("Guardian", {
    guardian: address,
    proposedGuardian: address.nullable(),
    implementation: address,
  }),
  sendAnswer: record("Answer about sending", {
    account: address,
    kind: z.enum(["transfer", "deploy", "call"]),
    ...answer,
  }),
  connectAnswer: record("Answer about connecting", { enodeId: text, ...answer }),
  proposed: record("Proposed", { proposed: done, voted: done.nullable() }),
  upgradeModule,
  ownImplementation: record("Implementation", {
    modules: z.array(upgradeModule),
    deployed: done.nullable(),
    address: address.nullable(),
  }),
  upgrade: record("Upgrade", {
    modules: z.array(upgradeModule),
    deployed: done.nullable(),
    confirmed: done.nullable(),
    questions: number,
    changed: z.array(text),
    implementation: address,
  }),
  deployment: record("Deployment", { configFile: text, booted: flag, addresses }),
  entry: record("History entry", {
    block: number,
    time,
    transaction: hash,
    who: address.nullable(),
    function: text.nullable(),
    changes: z.array(change),
  }),
  section: record("Section", { subject: text, findings: z.array(finding) }),
  consoleOrg: record("Console organisation", {
    fullOrgId: text,
    level: number,
    orgId: text,
    parentOrgId: text,
    status: number,
    subOrgList: z.array(text).nullable(),
    ultimateParent: text,
  }),
  consoleDetails: record("Console organisation in full", {
    acctList: z.array(consoleAccount).nullable(),
    nodeList: z.array(consoleNode).nullable(),
    roleList: z.array(consoleRole).nullable(),
    subOrgList: z.array(text).nullable(),
  }),
};

export const RECORDS: readonly z.ZodObject<Readonly<Record<string, z.ZodType>>>[] = Object.values(records);

const sends = (...names: string[]) => names.map((name) => [name, records.done] as const);
const proposes = (...names: string[]) => names.map((name) => [name, records.proposed] as const);

/** What `upgrade` prints with --deploy-only. */
export const DEPLOYED_ONLY = records.ownImplementation;

/** What each command prints that has --json. */
export const OUTPUTS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ["status", records.snapshot],
  ["inbox", z.array(proposal)],
  ["org list", z.array(org)],
  ["org show", records.orgDetails],
  ["node list", z.array(node)],
  ["node show", node],
  ["account list", z.array(account)],
  ["account show", account],
  ["role list", z.array(role)],
  ["admin list", z.array(account)],
  ["rule show", records.rules],
  ["proposal list", z.array(proposal)],
  ["proposal show", records.proposalDetails],
  ["guardian show", records.guardian],
  ["can send", z.array(records.sendAnswer)],
  ["can connect", records.connectAnswer],
  ["node-lists org-list", z.array(records.consoleOrg)],
  ["node-lists org-details", records.consoleDetails],
  ["history", records.entry],
  ["watch", records.entry],
  ["check", z.array(records.section)],
  ["deploy", records.deployment],
  ["upgrade", records.upgrade],
  ...sends("org add-sub", "node add", "node deactivate", "node activate", "node blacklist", "node move"),
  ...sends("account assign", "account suspend", "account activate", "account blacklist", "role add", "role remove"),
  ...sends("proposal approve", "proposal reject", "proposal withdraw", "proposal close"),
  ...sends("guardian transfer", "guardian accept", "guardian name-operator", "guardian dismiss-operator"),
  ...proposes("org propose", "org suspend", "org restore", "node recover", "account recover"),
  ...proposes("admin propose", "admin remove", "rule set", "rule ip-check"),
]);

/** A type in the words of docs/json.md. */
export function typeInWords(type: z.ZodType): string {
  const title = z.globalRegistry.get(type)?.title;
  if (title !== undefined) return title;
  if (type instanceof z.ZodNullable) return `${typeInWords(type.unwrap() as z.ZodType)} or null`;
  if (type instanceof z.ZodOptional) return `${typeInWords(type.unwrap() as z.ZodType)}, may be missing`;
  if (type instanceof z.ZodArray) return `list of ${typeInWords(type.element as z.ZodType)}`;
  if (type instanceof z.ZodNumber) return "number";
  if (type instanceof z.ZodBoolean) return "true or false";
  return "text";
}

/** The words that a field may hold, where they are known. */
export function wordsIn(type: z.ZodType): readonly string[] {
  return type instanceof z.ZodEnum ? type.options.map(String) : [];
}
