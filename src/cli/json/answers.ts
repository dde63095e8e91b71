import * as z from "zod";
import { account, adminInFull } from "./accounts.js";
import { connectAnswer, sendAnswer } from "./can.js";
import { certificateContents } from "./certificates.js";
import { section } from "./checking.js";
import { admitted, gathered, invitation, nodeKey } from "./consortium-cards.js";
import { consortiumRead, groupGenesisMade } from "./consortium.js";
import { deployment, plan } from "./deploying.js";
import { contract, contractInFull } from "./contracts.js";
import { emergencies } from "./emergencies.js";
import { guardian } from "./guardian.js";
import { historyEntry } from "./history.js";
import { imported } from "./importing.js";
import { consoleOrg, consoleOrgInFull, listsCompared } from "./node-lists.js";
import { node } from "./nodes.js";
import { orgContents } from "./org-contents.js";
import { listedOrg } from "./organisations.js";
import { profile } from "./profiles.js";
import { proposal, proposalInFull } from "./proposals.js";
import { roleInFull } from "./role-in-full.js";
import { role } from "./roles.js";
import { decision, policyInFull, rule } from "./rules.js";
import { settings } from "./settings.js";
import { done, proposed } from "./sending.js";
import { signedVote, submittedVotes } from "./signed-votes.js";
import { status } from "./status.js";
import { unsignedTransaction } from "./transactions.js";
import { validators } from "./validators.js";
import { ownImplementation, upgrade } from "./upgrading.js";

/** What each command prints that has --json, in the order of the help; `npm run docs:json` writes docs/json.md from it. */
export const ANSWERS = {
  "profile list": z.array(profile),
  "profile show": profile,
  check: z.array(section),
  deploy: deployment,
  "deploy --dry-run": plan,
  boot: deployment,
  "boot --dry-run": plan,
  "consortium read": consortiumRead,
  "consortium check": z.array(section),
  "consortium invite": invitation,
  "consortium keys": z.array(nodeKey),
  "consortium gather": gathered,
  "consortium genesis": groupGenesisMade,
  "consortium compare": z.array(section),
  "consortium check-package": z.array(section),
  "consortium admit": admitted,
  status,
  inbox: z.array(proposal),
  "can send": z.array(sendAnswer),
  "can connect": connectAnswer,
  "can decide": decision,
  "node-lists org-list": z.array(consoleOrg),
  "node-lists org-details": consoleOrgInFull,
  "node-lists compare": z.array(listsCompared),
  "org list": z.array(listedOrg),
  "org show": orgContents,
  "org propose": proposed,
  "org suspend": proposed,
  "org restore": proposed,
  "org end-suspension": done,
  "org add-sub": done,
  "node list": z.array(node),
  "node show": node,
  "node add": done,
  "node renew": done,
  "node deactivate": done,
  "node activate": done,
  "node blacklist": done,
  "node recover": proposed,
  "node release": done,
  "node propose-release": proposed,
  "node move": done,
  "validator list": validators,
  "account list": z.array(account),
  "account show": account,
  "account assign": done,
  "account renew": done,
  "account suspend": done,
  "account activate": done,
  "account blacklist": done,
  "account recover": proposed,
  "account release": done,
  "account propose-release": proposed,
  "role list": z.array(role),
  "role show": roleInFull,
  "role add": done,
  "role remove": done,
  "contract list": z.array(contract),
  "contract show": contractInFull,
  "contract register": done,
  "contract open": done,
  "contract restrict": done,
  "contract freeze": done,
  "contract unset": done,
  "contract forget-deployer": done,
  import: z.array(imported),
  "admin list": z.array(account),
  "admin show": adminInFull,
  "admin propose": proposed,
  "admin remove": proposed,
  "rule set": proposed,
  "policy list": z.array(rule),
  "policy show": policyInFull,
  "policy set": proposed,
  "setting show": settings,
  "setting set": proposed,
  "emergency list": emergencies,
  "emergency org": proposed,
  "emergency account": proposed,
  "emergency node": proposed,
  "emergency admissions": proposed,
  "emergency end": done,
  "proposal list": z.array(proposal),
  "proposal show": proposalInFull,
  "proposal approve": done,
  "proposal reject": done,
  "proposal veto": done,
  "proposal withdraw": done,
  "proposal close": done,
  "proposal execute": done,
  "proposal sign": signedVote,
  "proposal submit": submittedVotes,
  "resolution propose": proposed,
  "cert show": certificateContents,
  "cert verify": z.array(section),
  "transaction show": unsignedTransaction,
  "transaction send": done,
  history: historyEntry,
  watch: historyEntry,
  "guardian show": guardian,
  "guardian transfer": done,
  "guardian accept": done,
  "guardian name-operator": done,
  "guardian dismiss-operator": done,
  upgrade,
  "upgrade --deploy-only": ownImplementation,
} as const;

/** What follows "portcullis" where --json is known. */
export type AnswerName = keyof typeof ANSWERS;

export type Answer<Name extends AnswerName> = z.output<(typeof ANSWERS)[Name]>;

/** The commands that may print a value. */
export type AnsweredBy<Value> = {
  [Name in AnswerName]: Value extends Answer<Name> ? Name : never;
}[AnswerName];
