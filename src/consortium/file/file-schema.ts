import * as z from "zod";
import { PLACEHOLDER } from "../../network/network-file/readers.js";
import { CONSENSUS, USUAL_BLOCK_PERIOD, USUAL_GAS_LIMIT } from "../genesis/genesis.js";
import type { SchemaShape } from "./note-shape.js";

/** The name of an agency, a group or a node. */
export const name = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const port = z.int().min(1).max(65_535);

/** Room for the largest contract. */
const LEAST_GAS_LIMIT = 10_000_000;

/** As much as the gas limit of a header can say exactly in JSON. */
const MOST_GAS_LIMIT = Number.MAX_SAFE_INTEGER;

const LONGEST_PERIOD = 3_600;

/** A group, before names are looked at; the same of the parts below. */
export const groupSchema = z.strictObject({
  name,
  // GoQuorum takes Ethereum's for a mistake.
  chainId: z.int().min(2),
  consensus: z.enum(CONSENSUS),
  blockPeriod: z.int().min(1).max(LONGEST_PERIOD).default(USUAL_BLOCK_PERIOD),
  gasLimit: z.int().min(LEAST_GAS_LIMIT).max(MOST_GAS_LIMIT).default(USUAL_GAS_LIMIT),
});

export const agencySchema = z.strictObject({ name, admins: z.array(z.string()).min(1) });

export const runSchema = z.strictObject({
  group: z.string(),
  enodeId: z.string(),
  port,
  rpcPort: port,
  raftPort: port.optional(),
  validator: z.boolean().default(true),
});

/** A node without its agency. */
export const nodeSchema = z.strictObject({ name, host: z.string(), runs: z.array(runSchema).min(1) });

/** What a consortium file says before names, addresses and enode ids are looked at. */
const consortiumSchema = z.strictObject({
  agencies: z.array(agencySchema).min(1),
  groups: z.array(groupSchema).min(1),
  nodes: z.array(nodeSchema.extend({ agency: z.string() })).min(1),
});

/** Any text that has been filled in; none where something else stands. */
const text = z
  .string()
  .transform((given) => (given === PLACEHOLDER ? undefined : given))
  .optional()
  .catch(undefined);

const number = z.int().optional().catch(undefined);

function listOf<Shape extends z.ZodRawShape>(shape: Shape) {
  const entry = z.object(shape);
  return z.array(entry.catch(() => entry.parse({}))).catch([]);
}

const runs = { group: text, enodeId: text, port: number, rpcPort: number, raftPort: number };

/** Of a file of any shape, what can be looked at. */
export const looseSchema = z
  .object({
    agencies: listOf({ name: text, admins: z.array(text).catch([]) }),
    groups: listOf({ name: text, chainId: number, consensus: text }),
    nodes: listOf({
      name: text,
      agency: text,
      host: text,
      runs: listOf({ ...runs, validator: z.boolean().catch(true) }),
    }),
  })
  .catch({ agencies: [], groups: [], nodes: [] });

const NAME = "Give a name of 1 to 64 characters of A-Z a-z 0-9 _ -";
const PORT = "Give a number from 1 to 65535, without quotes.";

/** What to write, for each key. */
export const HINTS: Readonly<Record<string, string>> = {
  agencies: "List the agencies, each with name and admins.",
  groups: "List the groups, each with name, chainId and consensus.",
  nodes: "List the nodes, each with name, agency, host and runs.",
  name: NAME,
  admins: "List the accounts of the agency's admins, at least one, each in quotes.",
  chainId:
    "Give a whole number that no other group or network has, without quotes. 1 is Ethereum's, and GoQuorum does not start with it.",
  consensus: `Give one of ${CONSENSUS.join(", ")}.`,
  blockPeriod: `Give whole seconds from 1 to ${LONGEST_PERIOD}, without quotes.`,
  gasLimit: `Give the gas of a block, ${LEAST_GAS_LIMIT} or more, without quotes.`,
  agency: "Give the name of an agency of this file.",
  host: "Give the IP address at which the other nodes reach it.",
  runs: "List the groups in which the node runs, each with group, enodeId, port and rpcPort.",
  group: "Give the name of a group of this file.",
  enodeId: "Give 128 hex digits, in quotes; the node prints them at startup, and admin.nodeInfo.enode shows them.",
  port: PORT,
  rpcPort: PORT,
  raftPort: PORT,
  validator: "Write true or false, without quotes.",
};

/** The keys of each record, by the list that it stands in. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  "": ["agencies", "groups", "nodes"],
  agencies: ["name", "admins"],
  groups: ["name", "chainId", "consensus", "blockPeriod", "gasLimit"],
  nodes: ["name", "agency", "host", "runs"],
  runs: ["group", "enodeId", "port", "rpcPort", "raftPort", "validator"],
};

export const CONSORTIUM_SHAPE: SchemaShape<z.output<typeof consortiumSchema>> = {
  schema: consortiumSchema,
  nothing: "The file describes no consortium.",
  has: "It has the lists agencies, groups and nodes.",
  keys: KEYS,
  hints: HINTS,
};
