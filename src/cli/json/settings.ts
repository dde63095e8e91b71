import { record } from "./record.js";
import { flag } from "./values.js";

/** What applies to the addresses of all nodes. */
export const ADDRESS_RULES_SHAPE = {
  ipCheck: flag.describe("whether the IP of a connection is compared with the node's"),
  hostNames: flag.describe("whether nodes may be added with a host name"),
};

export const ADDRESS_RULES_EXAMPLE = { ipCheck: true, hostNames: false };

export const settings = record("Settings", ADDRESS_RULES_SHAPE, { example: ADDRESS_RULES_EXAMPLE });
