import * as z from "zod";
import { DEPLOYING, type LimitName, LIMITS } from "../../model/codes.js";
import { exampleOf, record } from "./record.js";
import { choice, flag, number, text, word } from "./values.js";

/** What is on or off for the whole network. */
export const SWITCHES_SHAPE = {
  ipCheck: flag.describe("whether the IP of a connection is compared with the node's"),
  hostNames: flag.describe("whether nodes may be added with a host name"),
  registeredOnly: flag.describe("whether contracts that nobody has registered are closed"),
  restrictDeploying: flag.describe("whether only those organisations may deploy contracts that are let"),
};

export const SWITCHES_EXAMPLE = { ipCheck: true, hostNames: false, registeredOnly: false, restrictDeploying: false };

const limit = (of: string) => number.describe(`how many ${of}`);

export const limits = record(
  "Limits",
  {
    "node-limit": limit("nodes it may add"),
    "account-limit": limit("accounts it may add"),
    "role-limit": limit("roles it may add"),
    "sub-org-limit": limit("sub-organisations it may add"),
    "move-limit": limit("changes of nodes' addresses it may make in one day"),
  },
  {
    about:
      "How much each organisation without parent may add by its own admins, together with all organisations below it. What " +
      "the network decides by vote does not count.",
    example: LIMITS,
  },
);

const ownLimit = record(
  "Limit of an organisation",
  {
    org: text.describe("id of the organisation"),
    setting: choice([...(Object.keys(LIMITS) as LimitName[]), "voice-weight", "restrict-deploying"]).describe(
      "the limit, what its voice weighs where a policy counts organisations, or whether it may deploy contracts",
    ),
    value: z.union([number, word(DEPLOYING)]).describe("what it is"),
  },
  { example: { org: "ORG1", setting: "node-limit", value: 80 } },
);

const SETTINGS_SHAPE = {
  ...SWITCHES_SHAPE,
  limits: limits.describe("limits of organisations that have none of their own"),
  ownLimits: z
    .array(ownLimit)
    .describe(
      "limits of single organisations, weights of their voices that were set, and whether they may deploy where that is not as the network says",
    ),
};

export const settings = record("Settings", SETTINGS_SHAPE, {
  example: { ...SWITCHES_EXAMPLE, limits: exampleOf(limits), ownLimits: [exampleOf(ownLimit)] },
});
